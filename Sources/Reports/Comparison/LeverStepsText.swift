public import Exploration
public import HybridWork
import Statistics

/// What each lever has to do with the difference of two policies, for reading.
public struct LeverStepsText: Sendable {
  private let steps: LeverSteps
  private let language: Language

  /// Lays out a division by levers.
  public init(_ steps: LeverSteps, language: Language) {
    self.steps = steps
    self.language = language
  }

  /// The table for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let how = steps.division == .shapley ? language[.byShapley] : language[.inOrder]
    let title =
      "\(steps.policy.title[language]) – \(language[.against]) \(steps.other.title[language]), \(how)"
    let table = TerminalTable(
      header: [language[.outcome]] + steps.levers.map { $0.text[language] } + [language[.total]],
      rows: steps.rows.map { row in
        let values = OutcomeValueText(outcome: row.outcome, language: language)
        return [row.outcome.text[language]] + row.steps.map { values.change($0.mean) }
          + [values.change(row.difference)]
      })
    return
      ([title, ""] + table.lines(width: width) + [""]
      + TerminalTable.wrapped(language[.leversNote], width)).joined(separator: "\n")
  }
}

/// `levers.csv`: what each lever has to do with a difference, one line a lever and outcome.
public enum LeverStepsFile {
  /// The file's text.
  public static func text(_ steps: LeverSteps) -> String {
    var csv = CSVText(header: [
      "policy", "against", "division", "outcome", "unit", "lever", "mean", "p05", "p95",
      "difference",
    ])
    for row in steps.rows {
      for (lever, step) in zip(steps.levers, row.steps) {
        csv.add(
          [
            steps.policy.id, steps.other.id, steps.division == .shapley ? "shapley" : "order",
            row.outcome.rawValue, row.outcome.unit, lever.rawValue,
          ] + [step.mean, step.p05, step.p95, row.difference].map(CSVText.number))
      }
    }
    return csv.text
  }
}

extension Lever {
  /// The lever's name for planners.
  var text: Bilingual {
    switch self {
    case .eligibility: Bilingual(id: "Syarat", en: "Eligibility")
    case .schedule: Bilingual(id: "Jadwal dan keikutsertaan", en: "Schedule and take-up")
    case .cap: Bilingual(id: "Batas dan kuota", en: "Cap and quota")
    case .allowances: Bilingual(id: "Tunjangan", en: "Allowances")
    case .provision: Bilingual(id: "Pengadaan", en: "Purchases")
    case .meetings: Bilingual(id: "Rapat daring", en: "Online meetings")
    case .evaluation: Bilingual(id: "Evaluasi", en: "Evaluation")
    case .safeguards: Bilingual(id: "Pengaman layanan", en: "Safeguards")
    case .guarantee: Bilingual(id: "Jaminan", en: "Guarantee")
    case .sickness: Bilingual(id: "Kerja saat sakit", en: "Work while ill")
    }
  }
}
