public import HybridWork
public import Simulation

/// A study ready to run, with the files it was read from.
public struct LoadedStudy: Sendable {
  /// The study.
  public internal(set) var study: Study
  /// The positions with what their work is made of; nil if the study names no table.
  public let positions: PositionTable?
  /// Whether the staff are made from margins and come from no register.
  public let isStaffSynthetic: Bool
  /// What became of register rows that could not be read; always errors where staff come from margins.
  public let onBadRow: BadRowTreatment
  /// Its files in the order of first use, each once.
  public internal(set) var inputs: [InputFile]
  /// The paths at which a file of its own was looked for and not found: with one there, it would be
  /// another study.
  public internal(set) var soughtInVain: [String] = []
  /// Rows of the register that were left out with their cells; nil unless they were to be kept.
  ///
  /// Personal data: they belong in no results folder.
  public let skippedRecords: SkippedRecords?
  /// What it costs to fix a rule; nil if no file of prices was read.
  public let unlockPrices: [UnlockPrice]?
  /// Hard times to try policies on; nil unless they were asked for.
  public let stressTests: [StressTest]?

  /// The same files, the study with other run settings.
  public func running(_ run: RunSettings) -> LoadedStudy {
    var loaded = self
    loaded.study = study.running(run)
    return loaded
  }
}
