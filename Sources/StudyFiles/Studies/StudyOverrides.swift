public import HybridWork
public import Simulation

/// What a run changes of a study without editing its files; nil leaves the study as it is.
public struct StudyOverrides: Sendable {
  /// The seed of every stream.
  public var seed: UInt64?
  /// Draws of all assumptions, 1…100 000.
  public var worlds: Int?
  /// Calendars of luck in each world, 1…1000.
  public var replications: Int?
  /// How worlds are laid out.
  public var sampling: WorldSampling?
  /// Numbers to hold assumptions at, by identifier; the last of one assumption counts.
  public var fixed: [(id: AssumptionID, value: Double)] = []
  /// The named assumption set to take, one of the study's.
  public var assumptionSet: String?
  /// The days to simulate instead of the study's.
  public var period: ClosedRange<WorkDate>?
  /// The policy that others are compared with; the study's policies leave it out then.
  ///
  /// Policies stay differences from the study's own baseline.
  public var baseline: String?
  /// The policies to compare instead of the study's.
  public var policies: [String]?
  /// What becomes of register rows that cannot be read; by default they are errors.
  public var onBadRow: BadRowTreatment?
  /// Whether the rows that are left out are kept with their cells, which are personal data.
  public var keepsSkippedRows: Bool
  /// Whether prices of remedies are needed, so that the shared ones are read where a study names
  /// none of its own.
  public var needsUnlockPrices = false
  /// How many threads read a register; the study does not depend on it.
  public var threads = 1
  /// Whether hard times to try policies on are read.
  public var needsStressTests = false

  /// Overrides of the parts that are given.
  public init(
    seed: UInt64? = nil, worlds: Int? = nil, replications: Int? = nil, baseline: String? = nil,
    policies: [String]? = nil, onBadRow: BadRowTreatment? = nil, keepsSkippedRows: Bool = false
  ) {
    self.seed = seed
    self.worlds = worlds
    self.replications = replications
    self.baseline = baseline
    self.policies = policies
    self.onBadRow = onBadRow
    self.keepsSkippedRows = keepsSkippedRows
  }
}
