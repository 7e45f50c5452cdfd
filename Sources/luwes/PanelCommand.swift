import ArgumentParser
import Foundation
import HybridWork
import RunArchive
import StudyFiles

/// `luwes panel`: logs and exports of other programs as a table that luwes assess reads.
struct PanelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panel",
    abstract: "Make a panel of units by months from attendance logs and performance exports.",
    discussion: """
      Columns and codes stand in mapping files (docs/file-formats.md). The panel has unit, month, \
      first_treated and the measures; luwes assess reads it with --unit unit --time month --treated \
      first_treated. No person is in it, and units below --smallest-unit are left out.
      """)

  @Option(help: "The attendance log (CSV or Excel).")
  var attendance: String?

  @Option(help: "Which columns and codes of the attendance log mean what (YAML).")
  var attendanceMapping: String?

  @Option(help: "The export of performance, one row a unit or person and month (CSV or Excel).")
  var performance: String?

  @Option(help: "Which columns of the performance export mean what (YAML).")
  var performanceMapping: String?

  @Option(help: "A unit and the month its treatment begins, as 'Biro Umum=2027-03'; repeatable.")
  var treated: [String] = []

  @Option(help: "Units with fewer people than this are left out.")
  var smallestUnit = 5

  @Option(help: "The panel (CSV).")
  var out: String

  @OptionGroup var language: LanguageOption

  private static func treatment(_ text: String) -> (unit: String, month: Int)? {
    guard let mark = text.lastIndex(of: "=") else { return nil }
    let parts = text[text.index(after: mark)...].split(separator: "-")
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
      let month = Int(parts[1]), (1...12).contains(month), mark > text.startIndex
    else { return nil }
    return (String(text[..<mark]), year * 12 + month - 1)
  }

  func validate() throws {
    guard (attendance == nil) == (attendanceMapping == nil) else {
      throw ValidationError("--attendance and --attendance-mapping go together.")
    }
    guard (performance == nil) == (performanceMapping == nil) else {
      throw ValidationError("--performance and --performance-mapping go together.")
    }
    guard attendance != nil || performance != nil else {
      throw ValidationError("Give --attendance or --performance, or both.")
    }
    for text in treated where Self.treatment(text) == nil {
      throw ValidationError("--treated takes a unit and a month, as 'Biro Umum=2027-03'.")
    }
    guard (1...1000).contains(smallestUnit) else {
      throw ValidationError("--smallest-unit takes a number from 1 to 1000, not \(smallestUnit).")
    }
  }

  func run() throws {
    let log = DiagnosticLog()
    let panel = PanelSources(
      attendance: pair(attendance, attendanceMapping),
      performance: pair(performance, performanceMapping), smallestUnit: smallestUnit, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let panel, !log.hasErrors else { throw Exit.badInput }
    let starts = Dictionary(
      treated.compactMap(Self.treatment).map { ($0.unit, $0.month) },
      uniquingKeysWith: { _, last in last })
    let missing = starts.keys.filter { !panel.units.contains($0) }.sorted()
    guard missing.isEmpty else {
      complain(
        language.language == .indonesian
          ? "--treated: unit ini tidak ada dalam panel: \(missing.joined(separator: ", "))."
          : "--treated: these units are not in the panel: \(missing.joined(separator: ", ")).")
      throw Exit.badInput
    }
    do {
      try Data(panel.text(treatment: starts).utf8)
        .write(to: URL(fileURLWithPath: out), options: .atomic)
    } catch {
      complain(WritingRefusal(error).sentence(out, language.language))
      throw Exit.badInput
    }
    print(
      language.language == .indonesian
        ? "\(out): \(panel.units.count) unit, \(panel.rowCount) baris. Ditinggalkan: "
          + "\(panel.incomplete) unit-bulan tanpa salah satu sumber, \(panel.smallUnits) unit kecil."
        : "\(out): \(panel.units.count) units, \(panel.rowCount) rows. Left out: "
          + "\(panel.incomplete) unit-months that lack a source, \(panel.smallUnits) small units.")
  }

  private func pair(_ file: String?, _ mapping: String?) -> (file: String, mapping: String)? {
    file.flatMap { file in mapping.map { (file, $0) } }
  }
}
