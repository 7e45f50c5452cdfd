public import HybridWork
public import Simulation
import Statistics

/// `ledger.md`: who gains and who pays under each policy, for reading.
public struct LedgerPage: Sendable {
  private let result: StudyResult
  private let language: Language

  /// The page of a run.
  public init(_ result: StudyResult, language: Language) {
    self.result = result
    self.language = language
  }

  private var numbers: NumberText { NumberText(language: language) }

  /// The page as Markdown: net gains by party, the meal allowance in both cases, and meetings apart.
  public var markdown: String {
    let title = "# \(result.study.header.title[language].markdownEscaped)"
    let scenarios = result.study.scenarios.indices.dropFirst()
    let parties = table(
      [
        language[.policy], language[.cashableSaving], language[.netOfBudget],
        language[.netOfStaff], language[.netOfVendors], language[.netOfCitizens],
        language[.netOfSociety],
      ],
      scenarios.map { row($0) })
    let meals = table(
      [
        language[.policy], language[.mealsNow], language[.budgetIfMealsPaid],
        language[.budgetIfMealsNotPaid], language[.mealsAtStake],
      ],
      scenarios.map { mealRow($0) })
    let meetings = table(
      [language[.policy], language[.cashOfDays], language[.cashOfMeetings]],
      scenarios.map { [name($0)] + amounts([.cashOfDays, .cashOfMeetings], $0) })
    let notes = [
      language[.ledgerNote], language[.transferNote], language[.mealsNote], language[.rangeNote],
      language[.simulationOnly],
    ].map { "- \($0.markdownEscaped)" }.joined(separator: "\n")
    return [
      title, "## \(language[.whoGains])", parties, "## \(language[.bothMeals])", meals,
      "## \(language[.daysAndMeetings])", meetings, notes,
    ].joined(separator: "\n\n") + "\n"
  }

  private func row(_ scenario: Int) -> [String] {
    [name(scenario)]
      + amounts(
        [.cashableBudget, .netBudget, .netStaff, .netVendors, .netCitizens, .netSociety], scenario)
  }

  /// The same policy with *uang makan* paid and not paid on flexible days.
  private func mealRow(_ scenario: Int) -> [String] {
    let treatment = result.study.scenarios[scenario].levers.allowances.meal
    return [name(scenario), language[treatment.phrase]]
      + amounts([.budgetIfMealsPaid, .budgetIfMealsNotPaid, .mealsAtStake], scenario)
  }

  private func amounts(_ measures: [PartyGains.Measure], _ scenario: Int) -> [String] {
    measures.map { money(PartyGains(result: result).summary($0, scenario: scenario)) }
  }

  private func name(_ scenario: Int) -> String {
    result.study.scenarios[scenario].title[language]
  }

  private func money(_ summary: SampleSummary) -> String {
    guard summary.count > 0 else { return NumberText.undefined }
    return numbers.ranged(summary.mean, summary.p05, summary.p95, numbers.rupiah)
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String]) -> String {
      "| " + cells.map(\.markdownEscaped).joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: "---|", count: header.count)
    return ([row(header), rule] + rows.map(row)).joined(separator: "\n")
  }
}

extension AllowanceTreatment {
  /// The treatment in words.
  var phrase: Phrase {
    switch self {
    case .paid: .allowancePaid
    case .notPaid: .allowanceNotPaid
    case .notApplicable: .allowanceNotApplicable
    }
  }
}
