public import Exploration
public import HybridWork
import Simulation

/// What a policy's outcome depends on most, for reading.
public struct SensitivityText: Sendable {
  private let result: SensitivityResult
  private let language: Language
  private static let mostNamed = 3

  /// Lays out indices.
  public init(_ result: SensitivityResult, language: Language) {
    self.result = result
    self.language = language
  }

  private var values: OutcomeValueText {
    OutcomeValueText(outcome: result.outcome, language: language)
  }
  private var numbers: NumberText { NumberText(language: language) }

  /// The one sentence: what the policy's standing depends on.
  public var sentence: String {
    let named = result.rows.filter { ($0.index?.totalLow ?? 0) > 0.01 }.prefix(Self.mostNamed)
    guard !named.isEmpty else { return "" }
    let parts = named.map { row in
      "\(factor(row.factor)) (ST \(numbers.percent(row.index?.total ?? .nan, decimals: 0)))"
    }
    return "\(language[.mostly]): \(parts.joined(separator: "; "))."
  }

  /// The table for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let title =
      "\(language[.sensitivityOf]) \(result.outcome.text[language]): "
      + "\(result.policy.title[language]) – \(language[.against]) \(result.baseline.title[language]): "
      + "\(values.change(result.mean)) ± \(values.level(result.deviation))"
    let table = TerminalTable(
      header: [
        language[.factor], language[.firstIndex], language[.totalIndex], language[.meanStep],
      ], rows: result.rows.filter { $0.index != nil }.map(row))
    let luck =
      "\(language[.shareOfLuck]): \(numbers.percent(result.shareOfLuck, decimals: 0))."
    let notes = [
      sentence, luck, language[.sobolNote], language[.groupNote], language[.simulationOnly],
    ].filter { !$0.isEmpty }
    return
      (TerminalTable.wrapped(title, width) + [""] + table.lines(width: width) + [""]
      + notes.flatMap { TerminalTable.wrapped($0, width) }).joined(separator: "\n")
  }

  private func row(_ row: SensitivityResult.Row) -> [String] {
    guard let index = row.index else { return [] }
    func share(_ value: Double, _ low: Double, _ high: Double) -> String {
      numbers.ranged(value, low, high) { numbers.percent($0, decimals: 1) }
    }
    return [
      factor(row.factor), share(index.first, index.firstLow, index.firstHigh),
      share(index.total, index.totalLow, index.totalHigh), values.level(row.meanStep),
    ]
  }

  /// A factor's name; of many correlated assumptions the first two, in the catalogue's order.
  private func factor(_ factor: Factor) -> String {
    let names = factor.ids.map { $0.text[language] }
    guard names.count > 3 else { return names.joined(separator: " + ") }
    return names.prefix(2).joined(separator: " + ")
      + " + \(names.count - 2) \(language[.ofCorrelated])"
  }
}

/// `sensitivity-runs.csv`: the results that indices are made of, one line a base point.
public enum SensitivityRunsFile {
  /// The file's text: A, each factor's column of A with the factor from B, and B.
  public static func text(_ result: SensitivityResult) -> String {
    let names = result.mixed.map { $0.factor.ids.map(\.rawValue).joined(separator: "+") }
    var csv = CSVText(header: ["base_point", "a"] + names + ["b"])
    for row in result.a.indices {
      let numbers = [result.a[row]] + result.mixed.map { $0.results[row] } + [result.b[row]]
      csv.add([String(row)] + numbers.map(CSVText.number))
    }
    return csv.text
  }
}

/// `sensitivity.csv`: Sobol' indices and steps, one line a factor.
public enum SensitivityFile {
  /// The file's text; factors that screening left out have no indices.
  public static func text(_ result: SensitivityResult) -> String {
    var csv = CSVText(header: [
      "policy", "outcome", "unit", "factor", "first", "first_low", "first_high", "total",
      "total_low", "total_high", "mean_step", "base_points",
    ])
    for row in result.rows {
      let index = row.index
      let numbers = [
        index?.first, index?.firstLow, index?.firstHigh, index?.total, index?.totalLow,
        index?.totalHigh, row.meanStep,
      ]
      csv.add(
        [
          result.policy.id, result.outcome.rawValue, result.outcome.unit,
          row.factor.ids.map(\.rawValue).joined(separator: "+"),
        ] + numbers.map { CSVText.number($0 ?? .nan) } + [String(result.basePoints)])
    }
    return csv.text
  }
}
