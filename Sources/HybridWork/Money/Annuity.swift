import RealModule

/// Equal yearly amounts at a real rate of interest.
public struct Annuity: Equatable, Sendable {
  /// Years of equal amounts.
  public let years: Double
  /// The real rate a year, 0 or more.
  public let rate: Double

  /// An annuity of more than no years.
  public init(years: Double, rate: Double) {
    self.years = years
    self.rate = rate
  }

  /// What a price is worth a year: r / (1 − (1 + r)^−n), and 1 / n without a rate.
  public var costPerYear: Double {
    guard rate > 0 else { return 1 / years }
    return rate / -Double.expMinusOne(-years * Double.log(onePlus: rate))
  }

  /// The present value of 1 a year at the ends of years; the inverse of ``costPerYear``.
  public var presentValue: Double { 1 / costPerYear }
}
