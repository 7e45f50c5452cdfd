/// One requirement a person must meet to work away, with its wording and legal reference.
public struct EligibilityRule: Hashable, Sendable {
  /// What "cannot be assessed" means for the person.
  public enum UnassessedTreatment: String, CaseIterable, Sendable {
    case pass, fail
  }

  /// The rule's identifier, unique within a policy.
  public let id: String
  /// The rule in plain words.
  public let text: Bilingual
  /// The legal reference.
  public let reference: String
  /// What is asked.
  public let condition: Condition
  /// What an answer that can't be given means.
  public let unassessed: UnassessedTreatment
  /// First day in force; nil if the policy's period alone counts.
  public var inForce: WorkDate?
  /// Last day in force; nil if the policy's period alone counts.
  public var until: WorkDate?

  /// A rule with its wording, reference and condition, in force as long as its policy.
  public init(
    id: String, text: Bilingual, reference: String, condition: Condition,
    unassessed: UnassessedTreatment
  ) {
    self.id = id
    self.text = text
    self.reference = reference
    self.condition = condition
    self.unassessed = unassessed
  }

  /// Whether the rule counts on a day: both its first and its last day do.
  public func isInForce(on day: WorkDate) -> Bool {
    (inForce.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}
