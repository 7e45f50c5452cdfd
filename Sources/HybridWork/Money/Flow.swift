/// One line of a ledger: a quantity saved, and what one of it costs.
public struct Flow: Equatable, Sendable {
  /// What is saved, in the item's ``LedgerItem/quantityUnit``; negative when more is used.
  public let quantity: Double
  /// Rupiah for one.
  public let price: Double

  /// A quantity at a price.
  public init(_ quantity: Double, at price: Double) {
    self.quantity = quantity
    self.price = price
  }

  /// Rupiah saved by the payer.
  public var amount: Double { quantity * price }

  static let none = Flow(0, at: 0)
}
