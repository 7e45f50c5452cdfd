/// What one of each ``CostDriver`` brings on every line of a ledger, and what none of them brings.
///
/// Read off ``Ledger`` itself, so that a price or a formula stands in one place only.
public struct LedgerRates: Sendable {
  private let flows: [(quantity: Double, amount: Double)]
  private let joint: [(quantity: Double, amount: Double)]

  /// The rates of one policy in one world.
  public init(_ assumptions: Assumptions, _ terms: LedgerTerms) {
    func flows(_ driver: CostDriver?) -> [(quantity: Double, amount: Double)] {
      let ledger = Ledger(Quantities(oneOf: driver), assumptions, terms)
      return LedgerItem.allCases.map { (ledger[flow: $0].quantity, ledger[$0]) }
    }
    let joint = flows(nil)
    self.joint = joint
    self.flows = CostDriver.allCases.flatMap { driver in
      zip(flows(driver), joint).map { one, none in
        (one.quantity - none.quantity, one.amount - none.amount)
      }
    }
  }

  /// What one of a driver brings on a line: in the item's unit, and in rupiah saved by its payer.
  public subscript(
    _ item: LedgerItem, _ driver: CostDriver
  ) -> (quantity: Double, amount: Double) {
    self[place: item.ordinal, driver]
  }

  /// The same by the item's place among all items, for loops that look at one item.
  public subscript(
    place place: Int, _ driver: CostDriver
  ) -> (quantity: Double, amount: Double) {
    flows[driver.rawValue * joint.count + place]
  }

  /// What stands on a line without anyone working away: set-up, meetings and travel.
  public func joint(_ item: LedgerItem) -> (quantity: Double, amount: Double) {
    joint[item.ordinal]
  }
}
