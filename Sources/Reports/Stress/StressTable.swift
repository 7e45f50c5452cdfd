public import Exploration
public import HybridWork
import Simulation
import Statistics

/// What hard times do to every policy, for reading: one table a test.
public struct StressTable: Sendable {
  private let result: StressResult
  private let language: Language
  private static let shown: [Outcome] = [
    .coverage, .fullyCoveredDays, .p90WaitMinutes, .lostCitizens, .outputChange,
  ]

  /// Lays out a stressed study.
  public init(_ result: StressResult, language: Language) {
    self.result = result
    self.language = language
  }

  /// The tables for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let parts = result.tests.indices.flatMap { test in
      [title(test), table(test).lines(width: width).joined(separator: "\n")]
    }
    return (parts + [notes.joined(separator: "\n")]).joined(separator: "\n\n")
  }

  /// The tables as Markdown.
  public var markdown: String {
    let heading = "# \(result.usual.study.header.title[language].markdownEscaped)"
    let parts = result.tests.indices.map { test in
      "## \(title(test).markdownEscaped)\n\n\(table(test).markdown)"
    }
    let list = notes.map { "- \($0.markdownEscaped)" }.joined(separator: "\n")
    return ([heading] + parts + [list]).joined(separator: "\n\n") + "\n"
  }

  private func title(_ test: Int) -> String {
    let source = result.tests[test].provenance
    return "\(result.tests[test].title[language]) (\(source.source); \(source.confidence.rawValue))"
  }

  private func table(_ test: Int) -> TerminalTable {
    TerminalTable(
      header: [language[.policy]] + Self.shown.map { $0.text[language] }
        + [language[.worstServiceHour], language[.verdict]],
      rows: result.usual.study.scenarios.indices.map { row(test, scenario: $0) })
  }

  private func row(_ test: Int, scenario: Int) -> [String] {
    let values = Self.shown.map { outcome -> String in
      guard let effect = result.effect(of: test, outcome, scenario: scenario) else {
        return NumberText.undefined
      }
      let text = OutcomeValueText(outcome: outcome, language: language)
      return "\(text.level(effect.level.mean)) (\(text.change(effect.difference.mean)))"
    }
    let stressed = ScenarioRow(
      result: result.stressed[test], scenario: scenario, language: language)
    let usual = ScenarioRow(result: result.usual, scenario: scenario, language: language)
    let verdict =
      usual.verdict == stressed.verdict
      ? usual.verdict : "\(usual.verdict) → \(stressed.verdict)"
    return [result.usual.study.scenarios[scenario].title[language]] + values
      + [stressed.worstCoverage, verdict]
  }

  private var notes: [String] {
    [language[.stressNote], language[.stressVerdictNote], language[.simulationOnly]]
  }
}
