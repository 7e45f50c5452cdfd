import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("The table on a terminal")
struct TerminalTableTests {
  private func result() throws -> StudyResult {
    var study = SmallStudy(people: (0..<40).map { TestPerson("P\($0 + 100)") })
    study.policies = [
      SmallStudy.policy("two-days", .chosen(.of(flexible: 2))),
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered),
    ]
    return try study.result()
  }

  @Test(
    "no line is longer than the terminal, whatever its width",
    arguments: [40, 60, 79, 80, 81, 100, 150, 220], Language.allCases)
  func width(width: Int, language: Language) throws {
    let text = ScenarioTable(try result(), language: language).terminalText(width: width)
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    for policy in ["everyone-in-office", "two-days", "thursday"] {
      #expect(text.contains(policy))
    }
  }

  @Test("where columns do not fit, each policy is a block that says the same cell by cell")
  func blocks() throws {
    let result = try result()
    let table = ScenarioTable(result, language: .english)
    let wide = table.terminalText(width: 400).split(separator: "\n").map(String.init)
    let narrow = table.terminalText(width: 80).split(separator: "\n").map(String.init)
    #expect(wide.contains { $0.hasPrefix("───") } && !narrow.contains { $0.hasPrefix("───") })
    let row = try #require(wide.first { $0.hasPrefix("two-days") })
    let cells = row.replacing("  ", with: "\t").split(separator: "\t").dropFirst()
      .map { $0.trimming(" ") }
    let start = try #require(narrow.firstIndex(of: "two-days"))
    let end = try #require(narrow.firstIndex(of: "thursday"))
    let block = narrow[(start + 1)..<end].joined(separator: " ")
    for cell in cells where !cell.isEmpty {
      #expect(block.split(separator: " ").joined(separator: " ").contains(cell), "\(cell)")
    }
  }
}

extension Substring {
  fileprivate func trimming(_ sign: Character) -> String {
    String(drop { $0 == sign }.reversed().drop { $0 == sign }.reversed())
  }
}
