import HybridWork
public import Simulation

/// `scenario-table.xlsx`: the results of a run as an Excel workbook, one sheet a subject.
public struct WorkbookFile: Sendable {
  /// What keeps the workbook from being written.
  public enum Failure: Error, Equatable {
    /// The library refused, in its own words.
    case refused(String)
  }

  private let result: StudyResult
  private let files: [(name: String, text: String)]
  private let run: ReportRun

  /// The workbook of a run.
  ///
  /// - Parameters:
  ///   - result: The run's results, for names and words.
  ///   - files: The tables that were written, from which every number is taken.
  ///   - run: Which run it is, and in which language.
  public init(_ result: StudyResult, files: [(name: String, text: String)], run: ReportRun) {
    self.result = result
    self.files = files
    self.run = run
  }

  /// Writes the workbook.
  ///
  /// - Parameter path: Where to; a file there is replaced.
  /// - Throws: ``Failure/refused(_:)``.
  public func write(to path: String) throws(Failure) {
    let context = ReportContext(result: result, written: WrittenResults(files), run: run)
    let language = run.language
    let stamp = run.stamp(result.study)
    let title = result.study.header.title[language]
    guard let writer = WorkbookWriter(path: path, title: title, stamp: stamp) else {
      throw .refused("workbook_new")
    }
    writer.setVerdicts(
      safe: language[.verdictSafe], watch: language[.verdictWatch],
      refuse: language[.verdictRefuse])
    let sheets = WorkbookSheets(context: context, stamp: stamp)
    for table in sheets.all { writer.add(table) }
    if let reason = writer.close() { throw .refused(reason) }
  }
}
