/// All that is known of a staff whose register may not leave its agency.
///
/// Columns are made in order: those of the margins, then those of `given`, then the numbers.
public struct Margins: Equatable, Sendable {
  /// How many people there are.
  public let population: Int
  /// Counts by one or more columns; several may share columns.
  public let margins: [Margin]
  /// Columns that depend on one earlier column.
  public let given: [ConditionalShares]
  /// Columns of numbers.
  public let numbers: [NumberColumn]

  /// States what is known; it is checked when people are made from it.
  public init(
    population: Int, margins: [Margin], given: [ConditionalShares] = [],
    numbers: [NumberColumn] = []
  ) {
    self.population = population
    self.margins = margins
    self.given = given
    self.numbers = numbers
  }
}
