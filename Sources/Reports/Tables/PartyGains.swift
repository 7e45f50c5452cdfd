import HybridWork
import Simulation
import Statistics

/// What each party gains on balance under a scenario, against the baseline, in rupiah.
struct PartyGains {
  /// What is summed up.
  enum Measure: String, CaseIterable {
    case cashableBudget = "cashable_budget"
    case netBudget = "net_budget"
    case netStaff = "net_staff"
    case netVendors = "net_vendors"
    case netCitizens = "net_citizens"
    case netSociety = "net_society"
    /// What the budget saves in cash by flexible days alone.
    case cashOfDays = "cashable_budget_flexible_days"
    /// What the budget saves in cash by meetings online alone.
    case cashOfMeetings = "cashable_budget_meetings"
    /// The budget's net if *uang makan* were paid on flexible days.
    case budgetIfMealsPaid = "net_budget_meals_paid"
    /// The budget's net if *uang makan* were not paid on flexible days.
    case budgetIfMealsNotPaid = "net_budget_meals_not_paid"
    /// What changes pockets between the two.
    case mealsAtStake = "meals_at_stake"
  }

  let result: StudyResult

  /// The gain over calendars; of no samples where the study has no such number.
  func summary(_ measure: Measure, scenario: Int) -> SampleSummary {
    switch measure {
    case .cashableBudget: result.cashableSaving(for: .budget, scenario: scenario)
    case .netBudget: result.netGain(of: .budget, scenario: scenario)
    case .netStaff:
      result.comparison(OutcomeKey(.staffNetRupiah), scenario: scenario)?.difference
        ?? SampleSummary([])
    case .netVendors: result.netGain(of: .vendor, scenario: scenario)
    case .netCitizens: result.netGain(of: .citizen, scenario: scenario)
    case .netSociety: result.socialNetGain(scenario: scenario)
    case .cashOfDays: result.cashableSaving(for: .budget, ofMeetings: false, scenario: scenario)
    case .cashOfMeetings: result.cashableSaving(for: .budget, ofMeetings: true, scenario: scenario)
    case .budgetIfMealsPaid: SampleSummary(netIfPaid(scenario))
    case .budgetIfMealsNotPaid:
      SampleSummary(zip(netIfPaid(scenario), stake(scenario)).map { $0 + $1 })
    case .mealsAtStake: SampleSummary(stake(scenario))
    }
  }

  private func stake(_ scenario: Int) -> [Double] {
    Array(result.ledger.mealAllowanceAtStake(scenario: scenario))
  }

  private func netIfPaid(_ scenario: Int) -> [Double] {
    let key = OutcomeKey(.budgetNetRupiah)
    let net = zip(
      result.samples.samples(key, scenario: scenario), result.samples.samples(key, scenario: 0)
    ).map { $0 - $1 }
    guard result.study.scenarios[scenario].levers.allowances.meal == .notPaid else { return net }
    return zip(net, stake(scenario)).map { $0 - $1 }
  }
}
