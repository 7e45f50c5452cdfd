/// A running sum that carries along what rounding took away (Neumaier's method).
struct CompensatedSum {
  private var rounded = 0.0
  private var lost = 0.0

  /// The sum so far, exact but for about one rounding.
  var value: Double { rounded.isFinite ? rounded + lost : rounded }

  mutating func add(_ term: Double) {
    let next = rounded + term
    lost += abs(rounded) >= abs(term) ? (rounded - next) + term : (term - next) + rounded
    rounded = next
  }
}
