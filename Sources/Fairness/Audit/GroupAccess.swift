/// How many of a group are eligible, beside the reference group.
///
/// A register is a census: these are counts, not estimates, and carry no sampling interval.
public struct GroupAccess: Sendable, Equatable {
  /// The values of the grouping's columns; nil where not known.
  public let group: [String?]
  /// Whether the others are compared with this group.
  public let isReference: Bool
  /// People, or nil when suppressed.
  public let people: Int?
  /// Eligible people, or nil when suppressed.
  public let eligible: Int?
  /// The reference group's selection rate, or nil when suppressed.
  private let referenceRate: Double?

  init(
    group: [String?], isReference: Bool, people: Int?, eligible: Int?, referenceRate: Double?
  ) {
    self.group = group
    self.isReference = isReference
    self.people = people
    self.eligible = eligible
    self.referenceRate = referenceRate
  }

  /// Eligible people as a share of the group's people, 0…1.
  public var rate: Double? {
    guard let people, let eligible else { return nil }
    return Double(eligible) / Double(people)
  }

  /// The group's rate less the reference's.
  public var difference: Double? {
    guard let rate, let referenceRate else { return nil }
    return rate - referenceRate
  }

  /// The group's rate over the reference's; nil also when nobody of the reference is eligible.
  public var ratio: Double? {
    guard let rate, let referenceRate, referenceRate > 0 else { return nil }
    return rate / referenceRate
  }

  /// Whether the ratio is below four fifths.
  ///
  /// A screening convention from the United States (29 CFR 1607.4 D), without legal force in
  /// Indonesia.
  public var isBelowFourFifths: Bool? { ratio.map { $0 < Self.fourFifths } }

  /// The line of the four-fifths convention.
  public static let fourFifths = 0.8
}
