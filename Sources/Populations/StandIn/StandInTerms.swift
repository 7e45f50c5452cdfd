public import HybridWork

/// What a value of a register needs to be shown of people who stand in for it.
public struct StandInTerms: Sendable {
  /// People that every value, and every combination that values are drawn by, must have; at least 1.
  public let smallestGroup: Int
  /// The services that the study lists, whose names may stand as they are.
  public let services: Set<String>
  /// Numbers that rules ask about, by column; ranges end there.
  public let cuts: [RegisterColumn: [Double]]

  /// The staff that a service needs to be named.
  public static let smallestService = 3

  /// States the terms.
  public init(
    smallestGroup: Int, services: Set<String>, cuts: [RegisterColumn: [Double]]
  ) {
    self.smallestGroup = max(1, smallestGroup)
    self.services = services
    self.cuts = cuts
  }
}
