public import HybridWork

/// A part of a policy that can be exchanged for another policy's by itself.
public enum Lever: String, CaseIterable, Sendable {
  case eligibility
  /// Schedule and take-up together: an ordered day and a chosen one need each their own.
  case schedule
  case cap
  case allowances, provision, meetings, evaluation, safeguards, guarantee, sickness

  /// Whether two policies differ in this lever.
  public func differs(_ one: PolicyLevers, _ other: PolicyLevers) -> Bool {
    with(one, from: other) != one
  }

  /// Levers with this one taken from another policy.
  public func with(_ levers: PolicyLevers, from other: PolicyLevers) -> PolicyLevers {
    var mixed = levers
    switch self {
    case .eligibility:
      mixed.eligibility = other.eligibility
      mixed.exceptions = other.exceptions
    case .schedule:
      mixed.schedule = other.schedule
      mixed.takeUp = other.takeUp
      mixed.takeUpOdds = other.takeUpOdds
    case .cap:
      mixed.capShareOfUnitAway = other.capShareOfUnitAway
      mixed.quota = other.quota
    case .allowances: mixed.allowances = other.allowances
    case .provision: mixed.provision = other.provision
    case .meetings: mixed.meetingsOnlineShare = other.meetingsOnlineShare
    case .evaluation: mixed.evaluation = other.evaluation
    case .safeguards: mixed.safeguards = other.safeguards
    case .guarantee: mixed.guarantee = other.guarantee
    case .sickness: mixed.sickness = other.sickness
    }
    return mixed
  }
}
