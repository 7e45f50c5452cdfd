import Exploration
import HybridWork
import Reports
import StudyFiles

/// The marks of a shadow test, as `--shadow` gives them.
struct ShadowOption {
  /// The file; nil without a test.
  let file: String?
  /// What it marks; nil without a test.
  let marks: ShadowMarks?
  /// What results say of it; nil without a test.
  let notice: String?

  /// Reads the file, or ends with every complaint about it.
  ///
  /// - Throws: ``Exit/badInput``.
  init(file: String?, study: String, language: Language) throws {
    self.file = file
    guard let file else {
      marks = nil
      notice = nil
      return
    }
    let log = DiagnosticLog()
    let marks = ShadowMarksFile.load(path: file, study: study, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language)) }
    guard let marks, !log.hasErrors else { throw Exit.badInput }
    self.marks = marks
    notice = ShadowNotice(marks, language: language).text
  }
}
