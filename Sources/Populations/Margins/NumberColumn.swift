public import Statistics

/// A column of numbers that follow a distribution, everywhere or by the value of another column.
public struct NumberColumn: Equatable, Sendable {
  /// The distribution among the people with one value of the conditioning column.
  public struct Stratum: Equatable, Sendable {
    /// The value of the conditioning column.
    public let value: String
    /// The distribution of the number among these people.
    public let distribution: BoundedDistribution

    /// States a stratum's distribution.
    public init(value: String, distribution: BoundedDistribution) {
      self.value = value
      self.distribution = distribution
    }
  }

  /// Distributions that depend on an earlier column of values.
  public struct Condition: Equatable, Sendable {
    /// The earlier column.
    public let column: String
    /// The strata that have a distribution of their own.
    public let strata: [Stratum]

    /// States on what the distribution depends.
    public init(column: String, strata: [Stratum]) {
      self.column = column
      self.strata = strata
    }
  }

  /// The column that is made.
  public let column: String
  /// The distribution wherever the condition names no other; `nil` if it names all.
  public let distribution: BoundedDistribution?
  /// Distributions that depend on an earlier column, if any.
  public let condition: Condition?
  /// Digits after the decimal point, 0…6.
  public let decimals: Int
  /// Where the distributions come from.
  public let provenance: Provenance

  /// States a column of numbers; it is checked when people are made from it.
  public init(
    column: String, distribution: BoundedDistribution?, condition: Condition? = nil, decimals: Int,
    provenance: Provenance
  ) {
    self.column = column
    self.distribution = distribution
    self.condition = condition
    self.decimals = decimals
    self.provenance = provenance
  }
}
