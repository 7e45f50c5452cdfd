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

  @Test("counters whose shape of the day was assumed are counted under the table")
  func assumedShapes() throws {
    #expect(
      !ScenarioTable(try result(), language: .indonesian).terminalText(width: 200)
        .contains("bentuk hari"))
    var study = SmallStudy(people: (0..<4).map { TestPerson("P\($0)") })
    study.services = [false, true, true].enumerated().map { counter("s\($0)", isAssumed: $1) }
    let table = ScenarioTable(try study.result(), language: .indonesian)
    #expect(
      table.terminalText(width: 200).contains("2/3 loket: bentuk hari diasumsikan."))
  }

  private func counter(_ id: String, isAssumed: Bool) -> Service {
    var terms = CounterTerms()
    terms.isShapeAssumed = isAssumed
    let counter = CounterService(
      counters: 2,
      demand: CounterService.Demand(
        visitorsPerDay: 9, weekdayWeights: [1, 1, 1, 1, 1, 0, 0],
        slots: [DaySlot(start: minutes(480), share: 1)]),
      handlingMinutes: 6, standard: CounterService.Standard(share: 0.8, withinMinutes: 10),
      terms: terms)
    return Service(
      id: id, title: Bilingual(id: id, en: id), kind: .counter(counter),
      openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
  }
}

extension Substring {
  fileprivate func trimming(_ sign: Character) -> String {
    String(drop { $0 == sign }.reversed().drop { $0 == sign }.reversed())
  }
}
