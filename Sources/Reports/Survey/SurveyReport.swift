public import HybridWork
public import Populations

/// What a survey says, for a terminal and as tables; small groups are hidden throughout.
public struct SurveyReport: Sendable {
  let summary: SurveySummary
  private let smallestGroup: Int
  private let language: Language
  /// The level of the intervals shown.
  static let level = 0.9
  private static let hidden = "*"

  /// Reports what answers say.
  public init(_ summary: SurveySummary, smallestGroup: Int, language: Language) {
    self.summary = summary
    self.smallestGroup = smallestGroup
    self.language = language
  }

  private var numbers: NumberText { NumberText(language: language) }
  var shown: ShownSurvey { ShownSurvey(summary, smallest: smallestGroup) }

  /// The report for a terminal of a width in characters.
  public func text(width: Int) -> String {
    var lines = [language[survey: .responseTitle], ""]
    lines += TerminalTable(
      header: [.unit, .staff, .answers, .rate].map { language[survey: $0] }, rows: responseRows
    ).lines(width: width)
    let units = "\(summary.unitsRepresented) / \(summary.response.count)"
    lines += [
      "",
      "\(language[survey: .overall]): \(numbers.percent(summary.responseRate)) "
        + "(\(summary.answers) / \(summary.staff)); \(units) \(language[survey: .unitsNote])",
      "", language[survey: .resultsTitle], "",
    ]
    lines += TerminalTable(
      header: [.question, .answer, .answers, .estimate, .range, .nonresponseRange].map {
        language[survey: $0]
      }, rows: resultRows
    ).lines(width: width)
    let texts = notes.flatMap { TerminalTable.wrapped($0, width) }
    return (lines + [""] + texts).joined(separator: "\n")
  }

  private var responseRows: [[String]] {
    let shown = shown
    return summary.response.enumerated().map { index, unit in
      [
        unit.unit, shown.showsStaff[index] ? "\(unit.staff)" : Self.hidden,
        shown.showsAnswers[index] ? "\(unit.answers)" : Self.hidden,
        shown.showsAnswers[index]
          ? numbers.percent(Double(unit.answers) / Double(unit.staff)) : Self.hidden,
      ]
    }
  }

  private var resultRows: [[String]] {
    let shown = shown
    return summary.items.flatMap { item in
      zip(item.figures, shown.shows(item)).map { figure, isShown in
        let isShare = figure.level != nil
        let show = { (value: Double) in
          isShare ? numbers.percent(value) : numbers.number(value, decimals: 1)
        }
        let interval = figure.estimate.interval(level: Self.level)
        let level = figure.level.map { level in
          level == "true"
            ? language[.yes] : item.question.text(ofChoice: level)[language]
        }
        return [
          item.question.text[language], level ?? "", "\(figure.estimate.answers)",
          isShown ? show(figure.estimate.mean) : Self.hidden,
          isShown ? range(interval, show) : Self.hidden,
          isShown ? range(figure.bounds, show) : Self.hidden,
        ]
      }
    }
  }

  private func range(_ range: ClosedRange<Double>?, _ show: (Double) -> String) -> String {
    range.map { "\(show($0.lowerBound)) … \(show($0.upperBound))" } ?? NumberText.undefined
  }

  private var notes: [String] {
    var notes = [language[survey: .chanceNote], language[survey: .boundsNote]]
    let represented = summary.items.map(\.staffRepresented).min() ?? 0
    if represented < summary.staff {
      notes.append("\(language[survey: .notRepresented]) \(summary.staff - represented).")
    }
    if !summary.unanswered.isEmpty {
      let list = summary.unanswered.map(\.rawValue).joined(separator: ", ")
      notes.append("\(language[survey: .tooFew]) \(list).")
    }
    return notes + [
      language[survey: .takeUpNote], "\(language[survey: .hiddenNote]) \(smallestGroup).",
    ]
  }
}
