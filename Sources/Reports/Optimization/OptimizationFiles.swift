public import Exploration
import HybridWork
import Simulation
import Statistics

/// The tables of a search for days, tidy: one value a line.
public struct OptimizationFiles {
  private let result: OptimizationResult

  /// The files of a result.
  public init(_ result: OptimizationResult) { self.result = result }

  /// Names and texts, in the order they are written.
  public var files: [(name: String, text: String)] {
    [
      ("optimization-front.csv", front), ("optimization-days.csv", days),
      ("optimization-services.csv", services), ("optimization-prices.csv", prices),
      ("optimization-remedies.csv", remedies),
    ]
  }

  /// Every outcome of every accepted point, against the baseline on the same draws.
  private var front: String {
    var csv = CSVText(header: [
      "share_of_days", "asked", "state", "policy", "optimality_gap", "gain_in_parts",
      "gain_together", "rounds", "outcome", "unit", "mean", "p05", "p95", "difference_mean",
      "difference_p05", "difference_p95",
    ])
    for point in result.points {
      let head = [
        CSVText.number(point.shareOfDays), isAsked(point), state(point), point.policy?.id ?? "",
        CSVText.number(point.gap), CSVText.number(point.gainSeen),
        CSVText.number(point.gainTogether), "\(point.rounds)",
      ]
      guard let scenario = point.scenario, let study = result.result else {
        csv.add(head + Array(repeating: "", count: 8))
        continue
      }
      for outcome in HybridWork.Outcome.allCases {
        guard let found = study.comparison(OutcomeKey(outcome), scenario: scenario) else {
          continue
        }
        let numbers = [found.level, found.difference].flatMap { [$0.mean, $0.p05, $0.p95] }
        csv.add(head + [outcome.rawValue, outcome.unit] + numbers.map(CSVText.number))
      }
      csv.add(
        head + ["day_ratio_min", "ratio", CSVText.number(point.dayRatio)]
          + Array(repeating: "", count: 5))
    }
    return csv.text
  }

  /// The days of every unit or position at every accepted point.
  private var days: String {
    var csv = CSVText(header: [
      "share_of_days", "policy", "by", "name", "split", "flexible_on", "service_staff",
      "share_away",
    ])
    for point in result.points {
      guard let assignment = point.assignment, let policy = point.policy else { continue }
      for (name, option) in zip(assignment.names, assignment.options) {
        csv.add([
          CSVText.number(point.shareOfDays), policy.id, assignment.kind.rawValue, name,
          option.split, days(option),
          option.isNone ? "" : option.keepsServersIn ? "stay" : "too",
          option.isNone ? "" : CSVText.number(option.shareAway ?? 1),
        ])
      }
    }
    return csv.text
  }

  private func days(_ option: DayOption) -> String {
    switch option.days {
    case .fixed(let weekdays): weekdays.sorted().map(\.name).joined(separator: "|")
    case .chosen: "chosen"
    }
  }

  /// How every service kept its promise before the judge.
  private var services: String {
    var csv = CSVText(header: [
      "share_of_days", "policy", "service", "worlds_kept", "worlds", "worlds_needed",
      "mean_share_of_days",
    ])
    for point in result.points {
      for reading in point.services {
        csv.add([
          CSVText.number(point.shareOfDays), point.policy?.id ?? "",
          result.study.services[reading.service].id, "\(reading.worldsKept)",
          "\(reading.worlds)", "\(reading.worldsNeeded)", CSVText.number(reading.shareOfDays),
        ])
      }
    }
    return csv.text
  }

  /// What each day more brings in each unit; units too small to be shown have empty values.
  private var prices: String {
    var csv = CSVText(header: [
      "unit", "days", "weekdays", "keeps_promise", "outcome", "unit_of_measure", "change",
      "change_of_this_day",
    ])
    for price in result.prices {
      if price.steps.isEmpty { csv.add([price.unit] + Array(repeating: "", count: 7)) }
      for (place, step) in price.steps.enumerated() {
        for outcome in DayPrice.outcomes {
          let value = step.changes[outcome] ?? .nan
          let before = place == 0 ? 0 : price.steps[place - 1].changes[outcome] ?? .nan
          csv.add([
            price.unit, "\(place + 1)", step.weekdays.map(\.name).joined(separator: "|"),
            step.keepsPromise ? "yes" : "no", outcome.rawValue, outcome.unit,
            CSVText.number(value), CSVText.number(value - before),
          ])
        }
      }
    }
    return csv.text
  }

  /// What would make promises possible that no choice keeps.
  private var remedies: String {
    var csv = CSVText(header: [
      "share_of_days", "service", "attainable_share_of_days", "weekday", "more_people_on_site",
    ])
    for point in result.points {
      guard case .infeasible(let remedies) = point.outcome else { continue }
      for remedy in remedies {
        for (service, attainable) in zip(remedy.services, remedy.attainableShares) {
          let head = [
            CSVText.number(point.shareOfDays), result.study.services[service].id,
            CSVText.number(attainable),
          ]
          let clerks = remedy.clerks?.filter { $0.service == service } ?? []
          if clerks.isEmpty { csv.add(head + ["", ""]) }
          for more in clerks { csv.add(head + [more.weekday.name, "\(more.people)"]) }
        }
      }
    }
    return csv.text
  }

  private func isAsked(_ point: FrontPoint) -> String {
    point.shareOfDays == result.settings.promise.shareOfDays ? "yes" : "no"
  }

  private func state(_ point: FrontPoint) -> String {
    switch point.outcome {
    case .accepted: "accepted"
    case .infeasible: "infeasible"
    case .notAccepted: "not-accepted"
    }
  }
}

extension DayOption {
  /// Office and flexible days a week, such as `3-2`.
  var split: String { "\(DaySplit.workingDays - days.flexibleDays)-\(days.flexibleDays)" }
}
