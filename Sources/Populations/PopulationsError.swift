public import Statistics

/// Why no people can be made from margins.
///
/// A margin is named by its columns, a cell by its values in the same order.
public enum PopulationsError: Error, Equatable, Sendable {
  /// Two margins that no staff can satisfy at once, and the first cell they disagree on.
  public struct Contradiction: Equatable, Sendable {
    /// The columns of one margin.
    public let first: [String]
    /// The columns of the other margin.
    public let second: [String]
    /// The columns both have.
    public let sharedColumns: [String]
    /// The values of the shared columns on which they disagree.
    public let values: [String]
    /// How many people the first margin has with these values.
    public let firstTotal: Double
    /// How many people the second margin has with these values.
    public let secondTotal: Double

    /// States on what two margins disagree.
    public init(
      first: [String], second: [String], sharedColumns: [String], values: [String],
      firstTotal: Double, secondTotal: Double
    ) {
      self.first = first
      self.second = second
      self.sharedColumns = sharedColumns
      self.values = values
      self.firstTotal = firstTotal
      self.secondTotal = secondTotal
    }
  }

  /// A fit that did not settle, and where it was furthest off.
  public struct Misfit: Equatable, Sendable {
    /// The margin that was furthest off.
    public let margin: [String]
    /// Its cell that was furthest off.
    public let values: [String]
    /// How many people the fitted table has there.
    public let fitted: Double
    /// How many people the margin has there.
    public let demanded: Double
  }

  /// The population is not at least 1.
  case noPeople(population: Int)
  /// A column is made by two rules, appears twice in a margin, or is called `identifier`.
  case columnMadeTwice(String)
  /// A margin has no column, or one of its cells has not one value a column.
  case cellDoesNotMatchColumns(margin: [String], values: [String])
  /// A margin lists the same values twice.
  case cellListedTwice(margin: [String], values: [String])
  /// A count is negative, infinite or not a number.
  case invalidCount(margin: [String], values: [String], count: Double)
  /// A margin's counts do not sum to the population.
  case totalIsNotPopulation(margin: [String], total: Double, population: Int)
  /// Two margins disagree on the columns they share.
  case contradictoryMargins(Contradiction)
  /// A margin has people in a cell that the zeros of others rule out.
  case impossibleCell(margin: [String], values: [String], count: Double, ruledOutBy: [[String]])
  /// No table satisfies all margins, or only one that the fit approaches too slowly.
  case fitDoesNotConverge(Misfit, iterations: Int)
  /// A table over these columns would be too large.
  case tooManyCells(columns: [String], most: Int)
  /// A rule depends on a column that no earlier rule makes.
  case unknownColumn(String, neededBy: String)
  /// A rule names a value that an earlier column never has.
  case unknownValue(String, of: String, neededBy: String)
  /// A rule names the same value twice.
  case valueListedTwice(String, in: String)
  /// A stratum has people but no shares (or no distribution).
  case nothingForValue(String, of: String, neededBy: String)
  /// A column of numbers has no distribution at all.
  case noDistribution(column: String)
  /// A share is not within 0…1, or the shares of a stratum (`nil`: of all others) sum not to 1.
  case invalidShares(column: String, stratum: String?, sum: Double)
  /// A column of numbers has an impossible distribution (stratum `nil`: in all others).
  case impossibleDistribution(column: String, stratum: String?, DistributionDefect)
  /// A distribution gives a number too large to be written with the decimals asked for.
  case numberTooLarge(column: String)
  /// Decimals are not within 0…6.
  case decimalsOutOfRange(column: String, decimals: Int)
}
