public import HybridWork
public import Simulation

/// A study ready to run, with the files it was read from.
public struct LoadedStudy: Sendable {
  /// The study.
  public let study: Study
  /// Its files in the order of first use, each once.
  public let inputs: [InputFile]
  /// What it costs to fix a rule; nil if no file of prices was read.
  public let unlockPrices: [UnlockPrice]?
}
