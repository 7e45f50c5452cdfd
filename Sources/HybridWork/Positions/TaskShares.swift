/// How the working time of a position divides over the places of its tasks, as shares 0…1.
///
/// The four sum to 1, within ``tolerance`` where they are read from a table.
public struct TaskShares: Hashable, Sendable {
  /// How far a sum of shares may be from 1.
  public static let tolerance = 0.005

  private let shares: [Double]

  /// Takes the share of time at each place.
  public init(_ share: (TaskPlace) -> Double) { shares = TaskPlace.allCases.map(share) }

  /// The share of time at a place.
  public subscript(place: TaskPlace) -> Double {
    shares[TaskPlace.allCases.firstIndex(of: place) ?? 0]
  }

  /// The sum of the shares.
  public var sum: Double { shares.reduce(0, +) }

  /// The share of time neither at a counter nor in the field, which could be spent elsewhere.
  public var movable: Double { self[.together] + self[.alone] }
}

/// How a position's time divides, and how much of it can be spent elsewhere.
public struct PositionTime: Hashable, Sendable {
  /// The shares of time at each place.
  public let shares: TaskShares
  /// The share of time that can be spent elsewhere where it is stated, 0…1.
  public let movable: Double?

  /// Shares of time, with the movable one if it is stated.
  public init(shares: TaskShares, movable: Double? = nil) {
    self.shares = shares
    self.movable = movable
  }
}
