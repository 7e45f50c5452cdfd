import HybridWork
import Populations
import StudyFiles
import Testing

@Suite("Margins that cannot be used")
struct MarginsComplaintTests {
  private static let basis = "basis: assumed, source: x, date: 2026-11-22, confidence: J"

  /// The complaints about margins of 100 people, as `file:line: sentence`.
  private func complaints(_ text: String) -> [String] {
    let log = DiagnosticLog()
    let source = SourceFile(name: "m.yaml", bytes: ("population: 100\nsource: x\n" + text).utf8)
    var inputs: [InputFile] = []
    let margins = MarginsFile.read(
      source, path: FixtureFile.path("margins/m.yaml"), inputs: &inputs, log: log)
    #expect((margins == nil) == log.hasErrors)
    return log.diagnostics.map { "\($0.file):\($0.line ?? 0): \($0.sentence(in: .english))" }
  }

  private func margin(_ content: String) -> String {
    "margins:\n- {\(content), \(Self.basis)}\n"
  }

  /// Margins with a sound column, then rules.
  private func rules(given: String? = nil, numbers: String? = nil) -> String {
    margin("columns: [service], shares: {permits: 0.5, none: 0.5}")
      + (given.map { "given:\n- {\($0), \(Self.basis)}\n" } ?? "")
      + (numbers.map { "numbers:\n- {\($0), \(Self.basis)}\n" } ?? "")
  }

  @Test(
    "a wrong margin is refused with what to do",
    arguments: [
      (
        "columns: [sex], counts: {L: 60, P: 41}",
        "this sums to 101 people, but population is 100. Make them equal."
      ),
      (
        "columns: [sex], shares: {L: 0.6, P: 0.41}",
        "these shares sum to 1.01, but must sum to 1. Correct them."
      ),
      (
        "columns: [sex, grade], counts: {L: 100}",
        "several columns (sex, grade) need a table. "
          + "Write table: with a CSV file of these columns and count."
      ),
      (
        "columns: [sex], counts: {L: 100}, shares: {L: 1}",
        "counts and shares cannot both be given. Delete one of them."
      ),
      (
        "columns: [sex], shares: {L: 0.9, W: 0.1}",
        "\"W\" is not a sex. Write L (male) or P (female)."
      ),
      (
        "columns: [sex], shares: {L: 0.9, unknown: 0.1}",
        "the column sex must be known of everybody, so that unknown cannot be used. "
          + "Share it out among other values."
      ),
      (
        "columns: [talent_box], shares: {\"5\": 0.9, unknown: 0.05, \"10\": 0.05}",
        "\"10\" is not a box of the talent map. Write 1 to 9, "
          + "or leave it blank for people not assessed yet."
      ),
    ])
  func wrongMargin(content: String, sentence: String) {
    #expect(complaints(margin(content)) == ["m.yaml:4: \(sentence)"])
  }

  @Test("shares may be off 1 by a billionth")
  func sharesNearOne() {
    let near = "columns: [sex], shares: {L: 0.6, P: 0.4000000009}"
    #expect(complaints(margin(near)) == [])
    let far = "columns: [sex], shares: {L: 0.6, P: 0.4000000011}"
    #expect(complaints(margin(far)).count == 1)
  }

  @Test("an unknown column, a missing source and a missing form are all named")
  func keys() {
    let found = complaints("margins:\n- {columns: [sexx], basis: guess}\n")
    #expect(found.count == 6)
    #expect(found.contains { $0.hasPrefix("m.yaml:4: \"sexx\" is unknown. Did you mean \"sex\"?") })
    #expect(found.contains { $0.contains("\"guess\" is unknown") })
    for key in ["source", "date", "confidence"] {
      #expect(found.contains { $0.contains("the key \"\(key)\" is missing") })
    }
    #expect(found.contains { $0.contains("counts") && $0.contains("table") })
  }

  @Test("neither the identifier nor derived columns are columns of margins")
  func columnsNobodyMakes() {
    for name in ["identifier", "generation", "grade_band"] {
      let found = complaints(margin("columns: [\(name)], shares: {x: 1}"))
      #expect(found.count == 1)
      #expect(found.first?.hasPrefix("m.yaml:4: \"\(name)\" is unknown") == true)
    }
  }

  @Test("a table's faults are named in the table")
  func table() {
    let found = complaints(margin("columns: [unit, sex], table: twice.csv"))
    #expect(
      found.map { $0.prefix(11) } == [
        "twice.csv:3", "twice.csv:4", "twice.csv:4", "twice.csv:5", "twice.csv:5",
      ])
    #expect(found.contains("twice.csv:4: \"X\" is not a sex. Write L (male) or P (female)."))
    // Counts of two years are not one margin.
    let years = complaints(margin("columns: [unit], table: years.csv"))
    #expect(
      years == [
        "years.csv:3: \"Dinas A\" already stands in line 2. "
          + "Leave one row, for example of one year only."
      ])
    let sum = complaints(margin("columns: [unit, sex], table: short.csv"))
    #expect(
      sum == ["m.yaml:4: this sums to 50 people, but population is 100. Make them equal."])
    let column = complaints(margin("columns: [grade], table: short.csv"))
    #expect(column.count == 1)
    #expect(column.first?.hasPrefix("short.csv:1: there is no column \"grade\".") == true)
  }

  @Test(
    "a rule depends on a column made before, and on values that column has",
    arguments: [
      (
        "column: sex, given: position, shares: {other: {L: 1}}",
        "the column \"position\" is not made above this line. Accepted: service."
      ),
      (
        "column: sex, given: service, shares: {permit: {L: 1}, other: {L: 1}}",
        "\"permit\" is unknown. Did you mean \"permits\"? Accepted: permits, none."
      ),
      (
        "column: sex, given: service, shares: {other: {L: 0.9}}",
        "these shares sum to 0.9, but must sum to 1. Correct them."
      ),
      (
        "column: service, given: service, shares: {other: {b: 1}}",
        "the column service is already made in line 4. Delete one of them."
      ),
    ])
  func rule(content: String, sentence: String) {
    #expect(complaints(rules(given: content)) == ["m.yaml:6: \(sentence)"])
  }

  @Test("values of a rule that could not be read raise no further complaint")
  func noCascade() {
    let second = "- {column: task_class, given: sex, shares: {L: {routine: 1}}, \(Self.basis)}\n"
    let first = "column: sex, given: service, shares: {other: {L: 0.9}}"
    #expect(complaints(rules(given: first) + second).count == 1)
  }

  @Test(
    "a distribution must suit its column",
    arguments: [
      (
        "column: position, decimals: 0, distribution: {uniform: {low: 0, high: 1}}",
        "the column position holds no numbers, so that it can have no distribution. "
          + "Move it to margins or given."
      ),
      (
        "column: commute_km, decimals: 1, distribution: {normal: {mean: 9, sd: -1}}",
        "sd may not be negative (-1). Correct it."
      ),
      (
        "column: commute_km, decimals: 1, distribution: {uniform: {low: 0, high: 1}}, "
          + "bounds: {at_least: 2}",
        "nothing of the distribution lies within these bounds. "
          + "Correct the bounds or the distribution."
      ),
      (
        "column: commute_km, decimals: 1, distribution: {uniform: {low: 0, high: 400}}",
        "this distribution reaches from 2 to 398, but only 0 to 200 can be used. "
          + "Add bounds: {at_most: 200}."
      ),
      (
        "column: birth_date, decimals: 1, distribution: {uniform: {low: 1960, high: 2000}}",
        "\"1\" is out of range. Write a number from 0 to 0."
      ),
      (
        "column: commute_km, decimals: 1, given: {column: service, values: {permits: {value: 300}}}",
        "\"300\" is out of range. Write a number from 0 to 200."
      ),
    ])
  func numbers(content: String, sentence: String) {
    #expect(complaints(rules(numbers: content)) == ["m.yaml:6: \(sentence)"])
  }
}
