import RealModule

/// The effects that a test at a level does not reject, found by trying effects.
///
/// Effects are tried from far below to far above the estimate, denser near it, and every change
/// between two tries is narrowed by bisection. A piece that lies wholly between two tries is missed.
struct TestInversion: Equatable {
  /// Ascending; empty only if the test rejects its own estimate.
  let pieces: [AssessmentPiece]

  /// How many effects are tried on each side, and the reach of the last in units of `spread`.
  private static let tries = 150
  private static let reach = 1e6

  /// Inverts a test.
  ///
  /// - Parameters:
  ///   - estimate: The effect in whose neighbourhood tries are dense.
  ///   - spread: The distance over which p-values change, such as a standard error; above 0.
  ///   - level: The level of the test; effects with a greater p-value are kept.
  ///   - pValue: The two-sided p-value of an effect.
  init(
    around estimate: Double, spread: Double, level: Double, pValue: (Double) -> Double
  ) {
    func isKept(_ effect: Double) -> Bool { pValue(effect) > level }
    let effects = (-Self.tries...Self.tries).map { step in
      let share = Double(step) / Double(Self.tries)
      // A tangent whose last value is the reach.
      return estimate + spread * Double.tan(share * Double.atan(Self.reach))
    }
    var pieces: [AssessmentPiece] = []
    var wasKept = false
    for (place, effect) in effects.enumerated() {
      let kept = isKept(effect)
      if kept, !wasKept {
        let low =
          place == 0
          ? nil : Self.border(from: effects[place - 1], to: effect, spread: spread, isKept)
        pieces.append(AssessmentPiece(low: low, high: nil))
      } else if !kept, wasKept {
        pieces[pieces.count - 1].high = Self.border(
          from: effect, to: effects[place - 1], spread: spread, isKept)
      }
      wasKept = kept
    }
    self.pieces = pieces
  }

  /// The last effect kept on the way from a rejected one to a kept one.
  private static func border(
    from rejected: Double, to kept: Double, spread: Double, _ isKept: (Double) -> Bool
  ) -> Double {
    var (outside, inside) = (rejected, kept)
    for _ in 0..<100 {
      let middle = outside + (inside - outside) / 2
      if isKept(middle) { inside = middle } else { outside = middle }
      if abs(inside - outside) <= 1e-12 * spread { break }
    }
    return inside
  }

  /// Whether an end lies beyond every effect that was tried.
  var isUnbounded: Bool { pieces.first?.low == nil || pieces.last?.high == nil }
}
