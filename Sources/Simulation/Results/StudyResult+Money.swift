public import HybridWork
public import Statistics

extension StudyResult {
  /// What a payer could spend on something else under a scenario, less the same under the baseline,
  /// in rupiah over the calendar.
  public func cashableSaving(for payer: Party, scenario: Int) -> SampleSummary {
    let own = cashable(payer, scenario)
    let baseline = cashable(payer, 0)
    return SampleSummary(zip(own, baseline).map { $0 - $1 })
  }

  private func cashable(_ payer: Party, _ scenario: Int) -> [Double] {
    var sums = Array(repeating: 0.0, count: samples.sampleCount)
    for item in LedgerItem.allCases where item.payer == payer && item.isCashable {
      for (sample, amount) in ledger.samples(item, scenario: scenario).enumerated() {
        sums[sample] += amount
      }
    }
    return sums
  }
}
