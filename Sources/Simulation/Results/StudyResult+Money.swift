public import HybridWork
public import Statistics

extension StudyResult {
  /// What a payer could spend on something else under a scenario, less the same under the baseline,
  /// in rupiah over the calendar.
  public func cashableSaving(for payer: Party, scenario: Int) -> SampleSummary {
    difference(scenario) { item in item.payer == payer && item.isCashable ? 1 : 0 }
  }

  /// What a party gains on balance under a scenario, transfers included, less the same under the
  /// baseline.
  public func netGain(of party: Party, scenario: Int) -> SampleSummary {
    difference(scenario) { item in
      if item.payer == party { return 1 }
      return item.payee == party && item.nature == .transfer ? -1 : 0
    }
  }

  /// Resources that a scenario saves for society, less the same under the baseline.
  public func socialNetGain(scenario: Int) -> SampleSummary {
    difference(scenario) { $0.nature == .resource ? 1 : 0 }
  }

  /// What flexible days save a payer in cash, or meetings online, each without the other.
  public func cashableSaving(
    for payer: Party, ofMeetings: Bool, scenario: Int
  ) -> SampleSummary {
    difference(scenario) { item in
      item.payer == payer && item.isCashable && item.isOfMeetings == ofMeetings ? 1 : 0
    }
  }

  private func difference(
    _ scenario: Int, weight: (LedgerItem) -> Double
  ) -> SampleSummary {
    let own = sums(scenario, weight)
    let baseline = sums(0, weight)
    return SampleSummary(zip(own, baseline).map { $0 - $1 })
  }

  private func sums(_ scenario: Int, _ weight: (LedgerItem) -> Double) -> [Double] {
    var sums = Array(repeating: 0.0, count: samples.sampleCount)
    for item in LedgerItem.allCases {
      let factor = weight(item)
      guard factor != 0 else { continue }
      for (sample, amount) in zip(sums.indices, ledger.samples(item, scenario: scenario)) {
        sums[sample] += factor * amount
      }
    }
    return sums
  }
}
