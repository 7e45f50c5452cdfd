public import HybridWork

/// Every ledger item in every calendar of every scenario, in rupiah saved by its payer.
public struct LedgerTable: Sendable {
  private var amounts: [Double]
  private let scenarioCount: Int
  private let sampleCount: Int

  init(scenarioCount: Int, sampleCount: Int) {
    self.scenarioCount = scenarioCount
    self.sampleCount = sampleCount
    amounts = Array(
      repeating: .nan, count: LedgerItem.allCases.count * scenarioCount * sampleCount)
  }

  mutating func set(_ ledger: Ledger, scenario: Int, sample: Int) {
    for (index, item) in LedgerItem.allCases.enumerated() {
      amounts[(index * scenarioCount + scenario) * sampleCount + sample] = ledger[item]
    }
  }

  /// The samples of one item in one scenario, in sample order.
  public func samples(_ item: LedgerItem, scenario: Int) -> [Double] {
    let index = LedgerItem.allCases.firstIndex(of: item) ?? 0
    let start = (index * scenarioCount + scenario) * sampleCount
    return Array(amounts[start..<(start + sampleCount)])
  }
}
