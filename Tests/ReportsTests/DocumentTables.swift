import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

/// The tables of a small study, of which single fields can be changed.
struct DocumentTables {
  let study: Study
  private(set) var files: [(name: String, text: String)]

  init(_ study: SmallStudy) throws {
    let result = try study.result()
    self.study = result.study
    files = [
      ("scenario-table.csv", ScenarioTableFile.text(result)),
      ("outcomes.csv", OutcomesFile.text(result)), ("ledger.csv", LedgerFile.text(result)),
      ("ledger-parties.csv", LedgerPartiesFile.text(result)),
      ("take-up.csv", TakeUpFile.text(result)),
      ("position-days.csv", PositionDaysFile.text(result)),
      ("assumptions.csv", AssumptionsFile.text(result.study)),
    ]
  }

  func lines(_ name: String) -> [[String]] {
    let text = files.first { $0.name == name }?.text ?? ""
    return text.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Writes a field of the line that begins with some fields; no field of these tables is quoted.
  mutating func set(_ name: String, _ line: [String], _ column: String, _ value: String) throws {
    var lines = lines(name)
    let row = try #require(lines.firstIndex { $0.starts(with: line) })
    lines[row][try #require(lines[0].firstIndex(of: column))] = value
    let file = try #require(files.firstIndex { $0.name == name })
    files[file].text = lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  func papers(
    _ language: Language = .indonesian, policy: String? = nil, isStaffSynthetic: Bool = true
  ) throws -> [OfficeDocuments.Paper] {
    try OfficeDocuments(
      study, files: files,
      run: ReportRun(id: "0123abcd", version: "1", inputs: [], language: language),
      policy: policy, isStaffSynthetic: isStaffSynthetic
    ).papers
  }

  /// The text of a paper without its markup.
  func text(
    _ name: String, _ language: Language = .indonesian, policy: String? = nil
  ) throws -> String {
    let paper = try #require(try papers(language, policy: policy).first { $0.name == name })
    return paper.html.replacing(/<[^>]*>/, with: "").replacing("&#39;", with: "'")
  }
}
