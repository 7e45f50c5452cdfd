import Exploration
import HybridWork
import Reports
import StudyFiles

/// The marks of a shadow test, as `--shadow` gives them.
struct ShadowOption {
  /// The file; nil without a test.
  let file: String?
  /// What was said of the file, which was read all the same.
  let warnings: [String]
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
      (marks, notice, warnings) = (nil, nil, [])
      return
    }
    let log = DiagnosticLog()
    let marks = ShadowMarksFile.load(path: file, study: study, log: log)
    warnings = log.diagnostics.map { $0.text(in: language) }
    for warning in warnings { complain(warning) }
    guard let marks, !log.hasErrors else { throw Exit.badInput }
    self.marks = marks
    notice = ShadowNotice(marks, language: language).text
  }
}
