public import Exploration
public import HybridWork

/// A tornado for reading: the longest bars first.
public struct TornadoText: Sendable {
  private let result: TornadoResult
  private let language: Language
  private static let mostBars = 20
  private static let barWidth = 20

  /// Lays out a tornado.
  public init(_ result: TornadoResult, language: Language) {
    self.result = result
    self.language = language
  }

  /// The table for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let values = OutcomeValueText(outcome: result.outcome, language: language)
    let title =
      "\(language[.tornadoOf]) – \(result.outcome.text[language]): \(result.policy.title[language]) "
      + "– \(language[.against]) \(result.baseline.title[language]): "
      + "\(values.change(result.central)) (\(language[.central]))"
    let longest = result.bars.first?.length ?? 0
    let table = TerminalTable(
      header: [
        language[.factor], language[.from], language[.to], language[.atLow], language[.atHigh], "",
      ],
      rows: result.bars.prefix(Self.mostBars).filter { $0.length > longest / 100 }.map { bar in
        let cells = Int((bar.length / longest * Double(Self.barWidth)).rounded())
        return [
          bar.id.text[language], number(bar.low), number(bar.high), values.change(bar.atLow),
          values.change(bar.atHigh), String(repeating: "█", count: max(cells, 1)),
        ]
      })
    // What is left out stands in the file.
    let notes = [language[.tornadoNote], language[.shortBarsNote], language[.simulationOnly]]
    return
      (TerminalTable.wrapped(title, width) + [""] + table.lines(width: width) + [""]
      + notes.flatMap { TerminalTable.wrapped($0, width) }).joined(separator: "\n")
  }

  private func number(_ value: Double) -> String {
    NumberText(language: language).significant(value)
  }
}

/// `tornado.csv`: one line an assumption.
public enum TornadoFile {
  /// The file's text.
  public static func text(_ result: TornadoResult) -> String {
    var csv = CSVText(header: [
      "policy", "outcome", "unit", "assumption", "p05", "p50", "p95", "at_p05", "at_p95", "central",
      "calendars",
    ])
    for bar in result.bars {
      csv.add(
        [result.policy.id, result.outcome.rawValue, result.outcome.unit, bar.id.rawValue]
          + [bar.low, bar.middle, bar.high, bar.atLow, bar.atHigh, result.central]
          .map(CSVText.number) + [String(result.calendars)])
    }
    return csv.text
  }
}
