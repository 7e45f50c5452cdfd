public import Exploration
public import HybridWork

/// What came of checks, for reading and as a tidy table.
public struct ModelCheckText: Sendable {
  private let results: [ModelCheckResult]
  private let language: Language

  /// Lays out results.
  public init(_ results: [ModelCheckResult], language: Language) {
    self.results = results
    self.language = language
  }

  private func choose(_ indonesian: String, _ english: String) -> String {
    Bilingual(id: indonesian, en: english)[language]
  }

  /// The text for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let table = TerminalTable(
      header: [
        choose("Pernyataan", "Check"), choose("Hasil", "Result"),
        choose("Pasangan dilanggar", "Pairs broken"),
        choose("Dunia terburuk", "Worst world"), choose("Tanpa → dengan", "Without → with"),
      ],
      rows: results.map(row))
    let note = choose(
      "Setiap pasangan adalah satu kalender dengan dunia dan keberuntungan yang sama, tanpa dan "
        + "dengan perubahan. Dunia dihitung dari 0.",
      "Each pair is one calendar with the same world and luck, without and with the change. Worlds "
        + "are counted from 0.")
    return table.lines(width: width).joined(separator: "\n") + "\n\n"
      + TerminalTable.wrapped(note, width).joined(separator: "\n")
  }

  /// `checks.csv`: one line a check.
  public var csv: String {
    var csv = CSVText(header: [
      "check", "holds", "outcome", "unit", "service", "never", "by_more_than", "pairs", "broken",
      "world", "replication", "without", "with",
    ])
    for result in results {
      let check = result.check
      csv.add(
        [
          check.id, result.holds ? "yes" : "no", check.outcome.rawValue, check.outcome.unit,
          check.service ?? "", check.never.rawValue, CSVText.number(check.tolerance),
          "\(result.pairs)", "\(result.broken)",
        ]
          + (result.worst.map {
            [
              "\($0.world)", "\($0.replication)", CSVText.number($0.before),
              CSVText.number($0.after),
            ]
          } ?? ["", "", "", ""]))
    }
    return csv.text
  }

  private func row(_ result: ModelCheckResult) -> [String] {
    let state =
      result.pairs == 0
      ? choose("tidak terukur", "nothing measured")
      : result.holds ? choose("berlaku", "holds") : choose("dilanggar", "broken")
    let numbers = NumberText(language: language)
    func figure(_ value: Double) -> String {
      abs(value) >= 1000
        ? numbers.number(value, decimals: 0) : numbers.number(value, decimals: 4)
    }
    return [
      "\(result.check.title[language]) (\(result.check.id))", state,
      "\(result.broken)/\(result.pairs)",
      result.worst.map {
        choose("dunia ", "world ") + "\($0.world)" + choose(", kalender ", ", calendar ")
          + "\($0.replication)"
      } ?? NumberText.undefined,
      result.worst.map {
        "\(result.check.outcome.text[language]): \(figure($0.before)) → \(figure($0.after))"
      } ?? NumberText.undefined,
    ]
  }
}
