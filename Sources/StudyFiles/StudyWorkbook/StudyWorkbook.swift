public import HybridWork

/// A study as the sheets of a workbook that a planner changes.
public struct StudyWorkbook {
  /// The sheets of a study: its tables as cells, and everything else as text, so that nothing is lost.
  ///
  /// - Parameters:
  ///   - study: The study's folder.
  ///   - language: The language of labels and notes.
  ///   - holdsRegister: Whether people of a register are copied, which are personal data.
  ///   - log: Hears what is wrong with the study.
  /// - Returns: The sheets; nil if the study can't be read.
  public static func sheets(
    of study: String, language: Language, holdsRegister: Bool, log: DiagnosticLog
  ) -> [StudySheet]? {
    var overrides = StudyOverrides()
    overrides.needsUnlockPrices = true
    overrides.needsStressTests = true
    guard let loaded = StudyLoader.load(study, overrides: overrides, log: log) else { return nil }
    let folder = StudyFolder(study, log: log)
    let sets = folder.sharedFile("../assumptions/sets.yaml")
    let files = StudyWorkbookFiles(loaded.inputs + [sets].compactMap { $0 })
    var filling = StudyFilling(files: files, language: language, log: log)
    let sheets = filling.sheets(holdsRegister: holdsRegister)
    return log.hasErrors ? nil : sheets
  }
}
