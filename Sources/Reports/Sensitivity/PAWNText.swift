public import Exploration
public import HybridWork

/// Assumptions by how far they move the distribution of results, for reading.
public struct PAWNText: Sendable {
  private let screening: PAWNScreening
  private let language: Language

  /// Lays out a screening.
  public init(_ screening: PAWNScreening, language: Language) {
    self.screening = screening
    self.language = language
  }

  /// The table for a terminal of a width in characters; what is below chance stands in the file.
  public func terminalText(width: Int) -> String {
    let numbers = NumberText(language: language)
    let title =
      "\(language[.pawnOf]) – \(screening.outcome.text[language]): "
      + "\(screening.policy.title[language]) – \(language[.against]) "
      + screening.baseline.title[language]
    let table = TerminalTable(
      header: [language[.factor], language[.pawnMedian], language[.pawnGreatest]],
      rows: screening.rows.filter { $0.index.median > screening.chance }.map { row in
        [
          row.id.text[language], numbers.number(row.index.median, decimals: 2),
          numbers.number(row.index.greatest, decimals: 2),
        ]
      })
    let chance =
      "\(language[.pawnChance]): \(numbers.number(screening.chance, decimals: 2))."
    let notes = [chance, language[.pawnNote], language[.simulationOnly]]
    return
      (TerminalTable.wrapped(title, width) + [""] + table.lines(width: width) + [""]
      + notes.flatMap { TerminalTable.wrapped($0, width) }).joined(separator: "\n")
  }
}

/// `pawn.csv`: one line a policy and assumption.
public enum PAWNFile {
  /// The file's text.
  public static func text(_ screenings: [PAWNScreening]) -> String {
    var csv = CSVText(header: [
      "policy", "outcome", "assumption", "median", "greatest", "chance", "worlds",
    ])
    for screening in screenings {
      for row in screening.rows {
        csv.add(
          [screening.policy.id, screening.outcome.rawValue, row.id.rawValue]
            + [row.index.median, row.index.greatest, screening.chance].map(CSVText.number)
            + [String(screening.worlds)])
      }
    }
    return csv.text
  }
}
