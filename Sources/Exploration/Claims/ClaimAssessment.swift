public import HybridWork
public import Simulation
public import Statistics

/// How far a claim can be true.
public enum ClaimVerdict: String, Sendable {
  /// Met in at least half of all worlds under a policy of the study.
  case likely
  /// Met in some worlds under a policy of the study.
  case possible
  /// Met under none of them, and in half of the worlds under a policy that goes further.
  case otherPolicy = "other-policy"
  /// Met nowhere, though the accounts would allow it.
  case outOfReach = "out-of-reach"
  /// More than the accounts allow under any policy of the study.
  case impossible
  /// Luwes does not model it.
  case untestable
  /// The study lacks what the claim is about, such as meetings.
  case noBase = "no-base"
}

/// A claim held against every policy of a study.
public struct ClaimAssessment: Sendable {
  /// The claim.
  public let claim: Claim
  /// The verdict.
  public let verdict: ClaimVerdict
  /// What each policy reaches, in the study's order; empty if nothing is modelled.
  public let policies: [Reach]
  /// The farthest of the grid at the 95th percentile of worlds.
  public let farthest: Reach?
  /// The first step of the grid that meets the claim in at least half of the worlds.
  public let smallestStep: Reach?
  /// The assumptions that decide most, by their part in the policy that comes nearest.
  public let drivers: [Driver]

  /// What one policy reaches.
  public struct Reach: Sendable {
    /// The policy.
    public let policy: Policy
    /// The relative change over worlds.
    public let change: SampleSummary
    /// Share of worlds that meet the claim.
    public let probability: Double
    /// The largest change the accounts allow if all that days away can save were saved, with the
    /// claim's sign; NaN where no such bound holds.
    public let bound: Double
  }

  /// An assumption and how it must turn out.
  public struct Driver: Sendable {
    /// Which.
    public let id: AssumptionID
    /// Rank correlation over worlds between its value and the change, −1…1.
    public let correlation: Double
    /// Its median over all worlds, and over those that meet the claim or come nearest (a tenth).
    public let median: Double
    /// See ``median``.
    public let medianNeeded: Double
  }
}
