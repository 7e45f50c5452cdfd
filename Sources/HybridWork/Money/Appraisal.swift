import RealModule

/// What flows at their dates are worth on the first day of a horizon.
///
/// The other way to count what is bought once: at its price when it is paid, and not as an
/// ``Annuity`` beside it.
public struct Appraisal: Equatable, Sendable {
  /// Whole years that are looked at.
  public let years: Int
  /// The real rate a year, 0 or more.
  public let rate: Double

  /// A horizon of at least one year.
  public init(years: Int, rate: Double) {
    self.years = years
    self.rate = rate
  }

  /// What 1 at the end of every year is worth.
  public var ofOneAYear: Double {
    Annuity(years: Double(years), rate: rate).presentValue
  }

  /// What a price of 1 is worth that is paid on the first day and again whenever `life` years are
  /// over, as long as the horizon is not; what is left of it then counts nothing.
  public func ofPurchases(life: Double) -> Double {
    precondition(life > 0, "a life of no years")
    var sum = 0.0
    var paid = 0
    while Double(paid) * life < Double(years) {
      sum += Double.pow(1 + rate, -Double(paid) * life)
      paid += 1
    }
    return sum
  }
}
