import HybridWork
import Statistics

/// What a scenario is worth to the budget over the study's horizon, against the baseline, one number a
/// calendar.
public struct BudgetAppraisal: Sendable {
  /// Cash saved a year, purchases aside, in rupiah.
  public let yearly: [Double]
  /// Cash spent on the first day on what is bought once, in rupiah; positive when spent.
  public let firstPurchases: [Double]
  /// The present value of both over the horizon, in rupiah; positive when the budget gains.
  public let presentValue: [Double]
}

extension StudyResult {
  /// The budget's present value under a scenario; nil unless the study counts purchases in cash over a
  /// horizon.
  public func appraisal(scenario: Int) -> BudgetAppraisal? {
    guard let years = study.appraisalYears, study.oneOffs == .cash else { return nil }
    let bought: [(item: LedgerItem, life: AssumptionID)] = [
      (.laptops, .laptopLife), (.setUp, .setUpLife),
    ]
    let recurring = LedgerItem.allCases.filter { item in
      item.payer == .budget && item.isCashable && !bought.contains { $0.item == item }
    }
    func saved(_ item: LedgerItem, _ sample: Int) -> Double {
      let own = ledger.samples(item, scenario: scenario)
      let baseline = ledger.samples(item, scenario: 0)
      return own[own.startIndex + sample] - baseline[baseline.startIndex + sample]
    }
    let worlds = worlds
    var (yearly, first, values) = ([Double](), [Double](), [Double]())
    for sample in 0..<samples.sampleCount {
      let world = worlds[sample / study.run.replications]
      let appraisal = Appraisal(years: years, rate: world[.realDiscountRate])
      let aYear = recurring.reduce(0) { $0 + saved($1, sample) } / study.years
      yearly.append(aYear)
      first.append(bought.reduce(0) { $0 - saved($1.item, sample) })
      values.append(
        bought.reduce(aYear * appraisal.ofOneAYear) {
          $0 + saved($1.item, sample) * appraisal.ofPurchases(life: world[$1.life])
        })
    }
    return BudgetAppraisal(yearly: yearly, firstPurchases: first, presentValue: values)
  }
}
