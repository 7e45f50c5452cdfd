/// How the values of a column are shared out among the people with each value of another.
public struct ConditionalShares: Equatable, Sendable {
  /// One value's part of a stratum.
  public struct Share: Equatable, Sendable {
    /// The value of the column.
    public let value: String
    /// Its part of the stratum's people, 0…1.
    public let share: Double

    /// States a value's part.
    public init(value: String, share: Double) {
      self.value = value
      self.share = share
    }
  }

  /// The people with one value of the conditioning column.
  public struct Stratum: Equatable, Sendable {
    /// The value of the conditioning column.
    public let value: String
    /// The parts, which sum to 1.
    public let shares: [Share]

    /// States how a stratum is shared out.
    public init(value: String, shares: [Share]) {
      self.value = value
      self.shares = shares
    }
  }

  /// The column that is made.
  public let column: String
  /// The earlier column whose values divide the people into strata.
  public let given: String
  /// The strata that have shares of their own.
  public let strata: [Stratum]
  /// The shares in every other stratum; `nil` if each has to be named.
  public let otherShares: [Share]?
  /// Where the shares come from.
  public let provenance: Provenance

  /// States conditional shares; they are checked when people are made from them.
  public init(
    column: String, given: String, strata: [Stratum], otherShares: [Share]? = nil,
    provenance: Provenance
  ) {
    self.column = column
    self.given = given
    self.strata = strata
    self.otherShares = otherShares
    self.provenance = provenance
  }
}
