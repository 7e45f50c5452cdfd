public import HybridWork
public import Simulation

/// What is known of a bundle when its papers are written.
public struct BundleFacts: Sendable {
  /// The study with the options of the run.
  public let study: Study
  /// Whether made-up people stand for a real register.
  public let replacesRegister: Bool
  /// The columns of the register that Luwes read.
  public let columns: [RegisterColumn]
  /// People whose rare values were given up for common ones, by column.
  public let merged: [(column: RegisterColumn, people: Int)]
  /// Figures that were compared, and those within their tolerance.
  public let compared: Int, held: Int
  /// The identifier of the run that the bundle was made from.
  public let runID: String

  /// States the facts.
  public init(
    study: Study, replacesRegister: Bool, merged: [(column: RegisterColumn, people: Int)],
    comparison: (compared: Int, held: Int), runID: String
  ) {
    self.study = study
    self.replacesRegister = replacesRegister
    self.merged = merged
    self.runID = runID
    compared = comparison.compared
    held = comparison.held
    columns = RegisterColumn.allCases.filter { column in
      column == .identifier || column == .unit
        || (!column.isDerived && study.population.values(column) != nil)
    }
  }
}
