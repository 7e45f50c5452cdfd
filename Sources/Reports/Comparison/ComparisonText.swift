public import Exploration
public import HybridWork
import Simulation
import Statistics

/// Two policies against each other, for reading.
public struct ComparisonText: Sendable {
  private let pair: PolicyPair
  private let language: Language
  /// The outcomes shown on a screen; the file has all.
  static let shown: Set<Outcome> = [
    .flexibleDaysPerWeek, .officeShareMean, .coverage, .p90WaitMinutes, .lostCitizens, .fuelLitres,
    .budgetNetRupiah, .staffNetRupiah, .outputChange, .accessRatioMin,
  ]

  /// Lays out a comparison.
  public init(_ pair: PolicyPair, language: Language) {
    self.pair = pair
    self.language = language
  }

  /// The table for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let title =
      "\(pair.first.title[language]) – \(language[.against]) \(pair.second.title[language])"
    let table = TerminalTable(
      header: [
        language[.outcome], language[.difference], language[.oneCalendar], language[.notKnowing],
        language[.monteCarlo], language[.better], language[.equal], language[.luckLeft],
      ], rows: pair.rows.filter { Self.shown.contains($0.outcome) }.map(row))
    let notes = [language[.intervalsNote], language[.luckNote], language[.simulationOnly]]
    return
      ([title, ""] + table.lines(width: width) + [""]
      + notes.flatMap { TerminalTable.wrapped($0, width) }).joined(separator: "\n")
  }

  private func row(_ row: PolicyPair.Row) -> [String] {
    let values = OutcomeValueText(outcome: row.outcome, language: language)
    let numbers = NumberText(language: language)
    let difference = row.difference
    func range(_ low: Double, _ high: Double) -> String {
      guard low.isFinite, high.isFinite else { return NumberText.undefined }
      let texts = (values.change(low), values.change(high))
      return texts.0 == texts.1 ? texts.0 : "\(texts.0) … \(texts.1)"
    }
    let error = difference.error.interval()
    return [
      row.outcome.text[language], values.change(difference.range.mean),
      range(difference.range.p05, difference.range.p95),
      range(difference.notKnowingLow, difference.notKnowingHigh), range(error.low, error.high),
      numbers.percent(row.probabilityBetter, decimals: 0),
      numbers.percent(row.probabilityEqual, decimals: 0),
      numbers.percent(row.luckLeft, decimals: 1),
    ]
  }
}

/// `comparison.csv`: two policies against each other, one line an outcome.
public enum ComparisonFile {
  /// The file's text; empty fields are not defined.
  public static func text(_ pair: PolicyPair) -> String {
    var csv = CSVText(header: [
      "policy", "against", "outcome", "unit", "mean", "range_p05", "range_p50", "range_p95",
      "not_knowing_p05", "not_knowing_p95", "monte_carlo_error", "monte_carlo_low",
      "monte_carlo_high", "variance_between_worlds", "variance_between_low",
      "variance_between_high", "variance_of_luck", "share_of_luck", "probability_better",
      "probability_equal", "worlds_better", "worlds_equal", "luck_left",
    ])
    for row in pair.rows {
      let difference = row.difference
      let error = difference.error.interval()
      let numbers = [
        difference.range.mean, difference.range.p05, difference.range.p50, difference.range.p95,
        difference.notKnowingLow, difference.notKnowingHigh, difference.error.standardError,
        error.low, error.high, difference.parts.between, difference.parts.betweenLow,
        difference.parts.betweenHigh, difference.parts.within, difference.parts.shareOfLuck,
        row.probabilityBetter, row.probabilityEqual, row.worldsBetter, row.worldsEqual,
        row.luckLeft,
      ]
      csv.add(
        [pair.first.id, pair.second.id, row.outcome.rawValue, row.outcome.unit]
          + numbers.map(CSVText.number))
    }
    return csv.text
  }
}
