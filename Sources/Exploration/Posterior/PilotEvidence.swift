public import HybridWork
import RealModule
public import Simulation

/// One estimate of what a pilot changed, as evidence on the assumptions of a study.
public struct PilotEvidence: Equatable, Sendable {
  /// What the effect is per.
  public enum Estimand: String, CaseIterable, Sendable {
    /// Of being offered flexible days, used or not: what a study reports.
    case offer
    /// Of each flexible day used.
    case flexibleDay = "flexible_day"
  }

  /// How the doubt was found, in the words of `luwes assess`.
  public enum Inference: String, CaseIterable, Sendable {
    case cr1, cr2, cr3, placebo, jackknife, hac
    case influenceFunction = "influence_function"
    case wildClusterBootstrap = "wild_cluster_bootstrap"
    case randomization
  }

  /// Where the pilot ran.
  public enum Place: Equatable, Sendable {
    /// In units of this study, whose own agency effect it tells of.
    case own
    /// In another agency, whose effect may differ from ours by this standard deviation.
    case elsewhere(transferDeviation: Double)
  }

  /// The measure, its unit being the outcome's own.
  public var outcome: Outcome
  /// The policy of the study that the pilot tried: the same dose.
  public var policy: String
  /// Whom it is about: units or services of the study, those of the pilot or most like them.
  public var groups: [OutcomeGroup]
  /// How many units were treated in the pilot, wherever it ran.
  public var treatedUnits: Int
  /// What the effect is per.
  public var estimand: Estimand
  /// The effect.
  public var estimate: Double
  /// Its standard error, above 0.
  public var standardError: Double
  /// The degrees of freedom of its t distribution; nil for the normal.
  public var degreesOfFreedom: Double?
  /// How the error was found.
  public var inference: Inference
  /// Where the pilot ran.
  public var place: Place
  /// Where the estimate comes from.
  public var provenance: Provenance

  /// States an estimate from a place of this study; change ``place`` for one from elsewhere.
  public init(
    _ outcome: Outcome, of policy: String, in groups: [OutcomeGroup], estimate: Double,
    standardError: Double, provenance: Provenance
  ) {
    self.outcome = outcome
    self.policy = policy
    self.groups = groups
    treatedUnits = groups.count
    estimand = .offer
    self.estimate = estimate
    self.standardError = standardError
    degreesOfFreedom = nil
    inference = .cr2
    place = .own
    self.provenance = provenance
  }

  /// The fewest treated units with which an error by this inference is evidence; nil if it never is.
  var fewestUnits: Int? {
    switch inference {
    case .cr2, .cr3, .jackknife: 2
    case .placebo: 1
    case .cr1, .influenceFunction: 6
    // No comparison, or no standard error.
    case .hac, .wildClusterBootstrap, .randomization: nil
    }
  }

  /// The logarithm of how likely the estimate is if the effect is `effect`, but for a constant.
  public func logLikelihood(_ effect: Double) -> Double {
    var variance = standardError * standardError
    if case .elsewhere(let deviation) = place { variance += deviation * deviation }
    let square = (estimate - effect) * (estimate - effect) / variance
    guard let degreesOfFreedom else { return -square / 2 }
    return -(degreesOfFreedom + 1) / 2 * .log(onePlus: square / degreesOfFreedom)
  }
}
