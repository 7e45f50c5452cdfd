/// A measure that Luwes reports for every policy.
public enum Outcome: String, CaseIterable, Sendable {
  case eligibleShare = "eligible_share"
  case flexibleDaysPerWeek = "flexible_days_per_week"
  case officeShareMean = "office_share_mean"
  case officeSharePeak = "office_share_peak"
  /// Desks that are enough on 95 of 100 days if nobody has a desk of their own.
  case deskNeed = "desk_need"
  case coverage
  case fullyCoveredDays = "fully_covered_days"
  /// Coverage weighted by the citizens planned for each half hour; posts have none.
  case coverageCitizens = "coverage_citizens"
  /// Share of cases of backlogs finished within the days of their standard.
  case turnaroundWithinStandard = "turnaround_within_standard"
  /// Mean working days from a case's arrival to its end; 0 is the day itself.
  case turnaroundDays = "turnaround_days"
  /// Cases not finished when the calendar ends.
  case openCases = "open_cases"
  case meanWaitMinutes = "mean_wait_minutes"
  case p90WaitMinutes = "p90_wait_minutes"
  case servedWithinStandard = "served_within_standard"
  case lostCitizens = "lost_citizens"
  case citizenTimeRupiah = "citizen_time_rupiah"
  case fuelLitres = "fuel_litres"
  case fuelRupiah = "fuel_rupiah"
  case carbonKilograms = "co2_kg"
  case commuteHours = "commute_hours"
  case mealBudgetRupiah = "meal_budget_rupiah"
  case mealPrivateRupiah = "meal_private_rupiah"
  case officeEnergyRupiah = "office_energy_rupiah"
  case homeCostRupiah = "home_cost_rupiah"
  case budgetNetRupiah = "budget_net_rupiah"
  case staffNetRupiah = "staff_net_rupiah"
  case outputChange = "output_change"
  case fteEquivalent = "fte_equivalent"
  case accessRatioMin = "access_ratio_min"
  case burdenGini = "burden_gini"

  /// Which way is better.
  public enum Direction: String, Sendable {
    case maximise, minimise
    /// Reported for information; neither way is better by itself.
    case info
  }

  /// The unit of the values, in the words of result files.
  public var unit: String {
    switch self {
    case .eligibleShare, .officeShareMean, .officeSharePeak, .coverage, .fullyCoveredDays,
      .coverageCitizens, .turnaroundWithinStandard, .servedWithinStandard, .outputChange:
      "share"
    case .flexibleDaysPerWeek: "days/week"
    case .meanWaitMinutes, .p90WaitMinutes: "minutes"
    case .lostCitizens: "citizens"
    case .turnaroundDays: "days"
    case .openCases: "cases"
    case .deskNeed: "desks"
    case .fuelLitres: "litres"
    case .carbonKilograms: "kg"
    case .commuteHours: "hours"
    case .citizenTimeRupiah, .fuelRupiah, .mealBudgetRupiah, .mealPrivateRupiah,
      .officeEnergyRupiah, .homeCostRupiah, .budgetNetRupiah, .staffNetRupiah:
      "rupiah"
    case .fteEquivalent: "FTE"
    case .accessRatioMin: "ratio"
    case .burdenGini: "index"
    }
  }

  /// Which way is better.
  public var direction: Direction {
    switch self {
    case .eligibleShare, .flexibleDaysPerWeek, .officeShareMean, .officeSharePeak, .deskNeed: .info
    case .turnaroundDays, .openCases, .meanWaitMinutes, .p90WaitMinutes, .lostCitizens,
      .citizenTimeRupiah, .homeCostRupiah, .burdenGini:
      .minimise
    default: .maximise
    }
  }
}

extension Outcome {
  /// The place among ``Outcome/allCases``.
  public var ordinal: Int { Self.places[self] }

  private static let places = CasePlaces<Outcome>()
}
