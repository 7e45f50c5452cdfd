public import HybridWork

/// Every ledger item in every calendar of every scenario, in rupiah saved by its payer, and what a
/// reader needs beside it.
public struct LedgerTable: Sendable {
  private var amounts: [Double]
  private var quantities: [Double]
  private var mealsAtStake: [Double]
  private var extrapolated: [Double]
  private let scenarioCount: Int
  private let sampleCount: Int

  init(scenarioCount: Int, sampleCount: Int) {
    self.scenarioCount = scenarioCount
    self.sampleCount = sampleCount
    let cells = scenarioCount * sampleCount
    amounts = Array(repeating: .nan, count: LedgerItem.allCases.count * cells)
    quantities = amounts
    mealsAtStake = Array(repeating: .nan, count: cells)
    extrapolated = mealsAtStake
  }

  mutating func set(
    _ ledger: Ledger, mealsAtStake stake: Double, extrapolated share: Double, scenario: Int,
    sample: Int
  ) {
    for (index, item) in LedgerItem.allCases.enumerated() {
      let place = (index * scenarioCount + scenario) * sampleCount + sample
      let flow = ledger[flow: item]
      amounts[place] = flow.amount
      quantities[place] = flow.quantity
    }
    mealsAtStake[scenario * sampleCount + sample] = stake
    extrapolated[scenario * sampleCount + sample] = share
  }

  /// Takes the samples of a range out, or puts them in.
  mutating func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    func places(_ row: Int) -> Range<Int> {
      (row * sampleCount + samples.lowerBound)..<(row * sampleCount + samples.upperBound)
    }
    for row in 0..<(LedgerItem.allCases.count * scenarioCount) {
      tape.pass(&amounts, places(row))
      tape.pass(&quantities, places(row))
    }
    for row in 0..<scenarioCount {
      tape.pass(&mealsAtStake, places(row))
      tape.pass(&extrapolated, places(row))
    }
  }

  /// The samples of one item in one scenario, in sample order.
  public func samples(_ item: LedgerItem, scenario: Int) -> ArraySlice<Double> {
    amounts[places(item, scenario)]
  }

  /// The quantities of one item in one scenario, in its own unit and in sample order.
  public func quantities(_ item: LedgerItem, scenario: Int) -> ArraySlice<Double> {
    quantities[places(item, scenario)]
  }

  /// What budget and staff would exchange if *uang makan* changed from paid on flexible days to not
  /// paid, in rupiah and sample order.
  public func mealAllowanceAtStake(scenario: Int) -> ArraySlice<Double> {
    mealsAtStake[(scenario * sampleCount)..<((scenario + 1) * sampleCount)]
  }

  /// The part of flexible days in weeks beyond the reach of evidence on output, in sample order.
  public func extrapolatedShare(scenario: Int) -> ArraySlice<Double> {
    extrapolated[(scenario * sampleCount)..<((scenario + 1) * sampleCount)]
  }

  private func places(_ item: LedgerItem, _ scenario: Int) -> Range<Int> {
    let start = (item.ordinal * scenarioCount + scenario) * sampleCount
    return start..<(start + sampleCount)
  }
}
