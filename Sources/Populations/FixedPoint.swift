import RealModule
import Statistics

/// A number rounded to a fixed number of decimals, as files write it.
struct FixedPoint {
  /// Digits, with a point before the decimals if there are any.
  let text: String

  /// Rounds to the nearest such number, but never out of a distribution's bounds.
  ///
  /// `nil` if the number is not finite or has more than 15 digits. Bounds closer together than one
  /// step give the nearest number after all.
  init?(_ value: Double, decimals: Int, within distribution: BoundedDistribution) {
    let scale = Double.pow(10, decimals)
    guard value.isFinite, abs(value * scale) < 1e15 else { return nil }
    var steps = (value * scale).rounded()
    if let upper = distribution.upper, steps / scale > upper { steps -= 1 }
    if let lower = distribution.lower, steps / scale < lower { steps += 1 }
    let digits = String(Int(abs(steps)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = steps < 0 ? "-" : ""
    let whole = sign + padded.dropLast(decimals)
    text = decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
  }
}
