public import Exploration
public import HybridWork
import Simulation

/// Switching values for reading.
public struct SwitchingText: Sendable {
  private let result: SwitchingResult
  private let language: Language

  /// The switching values of one policy and outcome.
  public init(_ result: SwitchingResult, language: Language) {
    self.result = result
    self.language = language
  }

  private var values: OutcomeValueText {
    OutcomeValueText(outcome: result.outcome, language: language)
  }

  /// The table for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let switching = result.values.filter { !$0.switches.isEmpty }
    let title =
      "\(result.policy.title[language]) – \(result.outcome.text[language]): "
      + "\(language[.gainAtMiddle]) \(values.change(signed(result.centralGain)))"
    let table = TerminalTable(
      header: [
        language[.assumption], language[.switchesAt], language[.middleValue],
        language[.triedRange], language[.gainAtEnds],
      ],
      rows: switching.map(row))
    let stays = result.values.filter { $0.switches.isEmpty }.count
    let notes = [
      "\(language[.neverSwitches]): \(stays). \(language[.withoutRange]): \(result.fixed.count).",
      language[.switchingNote], language[.simulationOnly],
    ]
    func wrapped(_ lines: [String]) -> [String] {
      lines.flatMap { TerminalTable.wrapped($0, width) }
    }
    let middle =
      switching.isEmpty ? wrapped([language[.nothingSwitches]]) : table.lines(width: width)
    return (wrapped([title]) + [""] + middle + [""] + wrapped(notes)).joined(separator: "\n")
  }

  private func row(_ value: SwitchingValue) -> [String] {
    [
      "\(value.id.text[language]) (\(value.id.rawValue))",
      value.switches.map(number).joined(separator: "; "), number(value.central),
      "\(number(value.low)) … \(number(value.high))",
      "\(values.change(signed(value.gainAtLow))) … \(values.change(signed(value.gainAtHigh)))",
    ]
  }

  /// A gain as a change of the outcome itself.
  private func signed(_ gain: Double) -> Double {
    result.outcome.direction == .minimise ? -gain : gain
  }

  private func number(_ value: Double) -> String {
    NumberText(language: language).significant(value)
  }
}
