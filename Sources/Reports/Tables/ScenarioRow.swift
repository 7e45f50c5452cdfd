import HybridWork
import Simulation
import Statistics

/// One row of the scenario table, as texts.
struct ScenarioRow {
  let result: StudyResult
  let scenario: Int
  let language: Language

  private var numbers: NumberText { NumberText(language: language) }
  private var policy: Policy { result.study.scenarios[scenario] }

  var texts: [String] {
    [
      policy.title[language], legalStatus, eligible, worstCoverage, wait, cashableSaving,
      output, accessRatio, verdict,
    ]
  }

  private var legalStatus: String {
    let status = result.legalStatus(scenario: scenario)
    if status.conforms {
      guard status.specialCircumstances == nil else { return language[.conformsSpecially] }
      return language[status.normsInForce.isEmpty ? .noNorm : .conforms]
    }
    var articles: [String] = []
    for finding in status.findings where !articles.contains(finding.norm.article) {
      articles.append(finding.norm.article)
    }
    return "\(language[.exceeds]): \(articles.joined(separator: "; "))"
  }

  private var eligible: String {
    guard policy.levers.schedule.offersFlexibleDays else { return language[.noneEligible] }
    let decisions = result.decisions[scenario]
    let people = Double(decisions.count)
    let bounds = decisions.bounds
    return numbers.ranged(
      Double(decisions.eligibleCount) / people, Double(bounds.lower) / people,
      Double(bounds.upper) / people
    ) { numbers.percent($0) }
  }

  var worstCoverage: String {
    guard let worst = result.coverage.worst(scenario: scenario) else {
      return language[.noServices]
    }
    let service = result.study.services[worst.cell.service]
    var place = "\(service.title[language]), \(worst.cell.weekday.text[language])"
    if let time = worst.cell.time(of: service, language) { place += " \(time)" }
    let coverage = numbers.ranged(worst.coverage.mean, worst.coverage.p05, worst.coverage.p95) {
      numbers.percent($0, decimals: 0)
    }
    return "\(place): \(coverage)"
  }

  private func comparison(_ outcome: Outcome) -> Comparison? {
    result.comparison(OutcomeKey(outcome), scenario: scenario)
  }

  private var wait: String {
    guard let level = comparison(.p90WaitMinutes)?.level, level.count > 0 else {
      return NumberText.undefined
    }
    let minutes = language == .indonesian ? "menit" : "minutes"
    let text = numbers.ranged(level.mean, level.p05, level.p95) {
      numbers.number($0, decimals: 0)
    }
    return "\(text) \(minutes)"
  }

  private var cashableSaving: String {
    guard scenario > 0 else { return NumberText.undefined }
    let saving = result.cashableSaving(for: .budget, scenario: scenario)
    return numbers.ranged(saving.mean, saving.p05, saving.p95, numbers.rupiah)
  }

  private var output: String {
    guard scenario > 0, let difference = comparison(.outputChange)?.difference else {
      return NumberText.undefined
    }
    let text = numbers.ranged(difference.mean, difference.p05, difference.p95) {
      signed($0, numbers.percent($0))
    }
    let share = OutputFile.extrapolated(result, scenario: scenario)
    guard share > 0 else { return text }
    return "\(text); \(numbers.percent(share, decimals: 0)) \(language[.extrapolated])"
  }

  private func signed(_ value: Double, _ text: String) -> String {
    value > 0 && !text.hasPrefix("0,0%") && !text.hasPrefix("0.0%") ? "+\(text)" : text
  }

  private var accessRatio: String {
    guard let level = comparison(.accessRatioMin)?.level, level.count > 0 else {
      return NumberText.undefined
    }
    return numbers.number(level.mean, decimals: 2)
  }

  var verdict: String {
    switch result.verdict(scenario: scenario) {
    case .safe?: language[.verdictSafe]
    case .watch?: language[.verdictWatch]
    case .refuse?: language[.verdictRefuse]
    case nil: scenario == 0 ? language[.baselineVerdict] : NumberText.undefined
    }
  }
}
