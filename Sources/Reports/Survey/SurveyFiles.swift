import Foundation
public import HybridWork
import Populations

/// The files that the answers to a questionnaire leave: tables, and what a study takes from them.
public struct SurveyFiles: Sendable {
  private let report: SurveyReport
  private let date: WorkDate

  /// The files of a report on answers given on or about a date.
  public init(_ report: SurveyReport, date: WorkDate) {
    self.report = report
    self.date = date
  }

  private var summary: SurveySummary { report.summary }

  /// Names and texts of all files.
  public var files: [(name: String, text: String)] {
    [
      ("survey-response.csv", response), ("survey-estimates.csv", estimates),
      ("survey-assumptions.yaml", assumptions), ("survey-margins.yaml", margins),
    ]
  }

  private var response: String {
    let shown = report.shown
    var csv = CSVText(header: ["unit", "staff", "answers", "response_rate"])
    for (index, unit) in summary.response.enumerated() {
      csv.add([
        unit.unit, shown.showsStaff[index] ? "\(unit.staff)" : "",
        shown.showsAnswers[index] ? "\(unit.answers)" : "",
        shown.showsAnswers[index]
          ? CSVText.number(Double(unit.answers) / Double(unit.staff)) : "",
      ])
    }
    return csv.text
  }

  private var estimates: String {
    var csv = CSVText(header: [
      "question", "level", "answers", "staff_represented", "estimate", "std_error", "df", "ci_low",
      "ci_high", "ci_level", "unweighted", "bound_low", "bound_high", "suppressed",
    ])
    for item in summary.items {
      for (figure, isShown) in zip(item.figures, report.shown.shows(item)) {
        let estimate = figure.estimate
        let interval = estimate.interval(level: SurveyReport.level)
        let numbers = [
          estimate.mean, estimate.standardError, Double(estimate.degreesOfFreedom),
          interval?.lowerBound ?? .nan, interval?.upperBound ?? .nan, SurveyReport.level,
          estimate.unweighted, figure.bounds?.lowerBound ?? .nan,
          figure.bounds?.upperBound ?? .nan,
        ]
        csv.add(
          [
            item.question.rawValue, figure.level ?? "", "\(estimate.answers)",
            "\(item.staffRepresented)",
          ] + numbers.map { isShown ? CSVText.number($0) : "" } + [isShown ? "false" : "true"])
      }
    }
    return csv.text
  }
}

extension SurveyFiles {
  /// What stands behind every number that a study takes from the survey.
  private var source: String {
    let rate = String(format: "%.1f", summary.responseRate * 100)
    return
      "staff survey: \(summary.answers) answers of \(summary.staff) staff (\(rate)%), "
      + "weighted to the register"
  }

  /// An assumptions file with take-up; only a comment where interest was not asked or is hidden.
  private var assumptions: String {
    guard let item = summary.items.first(where: { $0.question == .interest }),
      report.shown.shows(item) == [true], let takeUp = summary.takeUp
    else { return "# Interest was not asked, or answered by too few.\nassumptions: []\n" }
    return """
      # Made by luwes survey read. Name it in study.yaml, last under assumptions.
      assumptions:
        - id: opt_in_voluntary
          unit: share
          distribution: {beta: {alpha: \(Self.number(takeUp.alpha)), beta: \(Self.number(takeUp.beta))}}
          date: \(date.iso)
          source: "\(source): \(Self.number(takeUp.interest)) are interested, standard error \
      \(Self.number(takeUp.standardError)); interest is not an application, so a standard \
      deviation of \(SurveySummary.intentionDeviation) is added (judgement)"
          confidence: J

      """
  }

  /// Entries for a file of margins: commuting and equipment as answered.
  private var margins: String {
    var given = ""
    var numbers = ""
    for item in summary.items {
      let shown = report.shown.shows(item)
      guard let column = item.question.registerColumn,
        Self.hiddenShare(item, shown) <= Self.mostHidden
      else { continue }
      if item.question == .commuteMode || item.question == .laptop {
        given += shareEntry(column, shares(item, shown))
      } else if let lognormal = item.lognormal {
        numbers += numberEntry(column, lognormal)
      }
    }
    return
      "# Made by luwes survey read. Put these entries in the study's margins in place of those "
      + "of the same columns.\n"
      + (given.isEmpty ? "" : "given:\n" + given) + (numbers.isEmpty ? "" : "numbers:\n" + numbers)
  }

  /// Columns of which more than this share is hidden are not passed on.
  private static let mostHidden = 0.1

  private static func hiddenShare(_ item: SurveySummary.Item, _ shown: [Bool]) -> Double {
    zip(item.figures, shown).reduce(0) { sum, entry in
      entry.1 ? sum : sum + (item.figures.count == 1 ? 1 : max(entry.0.estimate.mean, 0))
    }
  }

  /// Shares that sum to 1; hidden levels are together under `other`.
  private func shares(
    _ item: SurveySummary.Item, _ shown: [Bool]
  ) -> [(level: String, share: Double)] {
    if item.question == .laptop {
      let yes = item.figures[0].estimate.mean
      return [("\"true\"", yes), ("\"false\"", 1 - yes)]
    }
    var shares: [(level: String, share: Double)] = []
    var other = 0.0
    for (figure, isShown) in zip(item.figures, shown) {
      if isShown, let level = figure.level, level != CommuteMode.other.rawValue {
        if figure.people > 0 { shares.append((level, figure.estimate.mean)) }
      } else {
        other += figure.estimate.mean
      }
    }
    return other > 0 ? shares + [(CommuteMode.other.rawValue, other)] : shares
  }

  private func shareEntry(
    _ column: RegisterColumn, _ shares: [(level: String, share: Double)]
  ) -> String {
    // Rounded shares must still sum to 1: the largest takes what rounding leaves.
    var rounded = shares.map { ($0.share * 10_000).rounded() / 10_000 }
    if let largest = rounded.indices.max(by: { rounded[$0] < rounded[$1] }) {
      rounded[largest] += 1 - rounded.reduce(0, +)
    }
    let list = zip(shares, rounded).map { "\($0.level): \(Self.number($1))" }
    return "  - column: \(column.rawValue)\n    given: unit\n    shares:\n"
      + "      other: {\(list.joined(separator: ", "))}\n" + provenance
  }

  private func numberEntry(
    _ column: RegisterColumn, _ lognormal: SurveySummary.Lognormal
  ) -> String {
    let isCommute = column == .commuteKilometres
    let median = Self.number(lognormal.median)
    let sigma = Self.number(lognormal.sigma)
    return "  - column: \(column.rawValue)\n"
      + "    distribution: {lognormal: {median: \(median), sigma: \(sigma)}}\n"
      + "    bounds: {at_least: \(isCommute ? "0.5" : "1"), at_most: \(isCommute ? "200" : "1000")}\n"
      + "    decimals: \(isCommute ? 1 : 0)\n" + provenance
  }

  private var provenance: String {
    "    basis: derived\n    source: \"\(source)\"\n    date: \(date.iso)\n    confidence: D\n"
  }

  private static func number(_ value: Double) -> String {
    var text = String(format: "%.4f", value)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
