/// What a policy expects of people who fall ill on a day they were to work flexibly.
///
/// They stay sick in every count; the rule only says how many of them work or book work anyway.
public struct SicknessRule: Hashable, Sendable {
  /// Chance that a person who is sick on a planned flexible day books it as worked, 0…1.
  public let worksAnywayShare: Double
  /// Share of these days that are only relabelled: booked, with no work done, 0…1.
  public let relabelledShare: Double

  /// A rule from its two shares.
  public init(worksAnywayShare: Double, relabelledShare: Double) {
    self.worksAnywayShare = worksAnywayShare
    self.relabelledShare = relabelledShare
  }
}
