import RealModule
import Statistics

/// The largest of a ``PartingTest``'s forms when no inequality holds with room to spare.
///
/// Then r and the step are normal about 0, and the largest form is at most c when r lies between
/// −(lower·c + bias·step) and upper·c + bias·step, and the step is at least −floor·c.
struct Orthant: Sendable {
  let upper: Double
  let lower: Double
  let bias: Double
  /// Infinite where the step does not matter.
  let floor: Double
  let parting: Parting

  /// Even; the error of the probability is below 1e-9 where r and the step are not all but collinear.
  private static let intervals = 160
  /// Beyond it a normal number has no weight.
  private static let farthest = 8.5

  /// The c that is not exceeded with a probability above one half.
  ///
  /// No form varies more than a standard normal number, so c is below 8. On the scale of normal
  /// quantiles the probability is all but straight, and the false position closes in fast.
  func quantile(_ probability: Double) -> Double {
    func excess(_ c: Double) -> Double {
      let share = min(max(self.probability(upTo: c), 1e-15), 1 - 1e-15)
      return standardNormalQuantile(share) - standardNormalQuantile(probability)
    }
    var (low, high) = (0.0, 8.0)
    var (below, above) = (excess(low), excess(high))
    for _ in 0..<60 where high - low > 1e-9 {
      let middle = low - below * (high - low) / (above - below)
      let value = excess(middle)
      if abs(value) < 1e-9 { return middle }
      if value < 0 {
        (low, below) = (middle, value)
        above /= 2
      } else {
        (high, above) = (middle, value)
        below /= 2
      }
    }
    return high
  }

  /// The probability that the largest form is at most c, by Simpson's rule over the step.
  func probability(upTo c: Double) -> Double {
    let deviation = parting.stepVariance.squareRoot()
    let slope = deviation > 0 ? parting.meanCovariance / parting.stepVariance : 0
    let own = max(
      parting.meanVariance - slope * parting.meanCovariance, 1e-24 * parting.meanVariance
    ).squareRoot()
    func density(_ x: Double) -> Double {
      let step = x * deviation
      let top = (upper * c + (bias - slope) * step) / own
      let bottom = (-lower * c - (bias + slope) * step) / own
      let share = standardNormalCumulative(top) - standardNormalCumulative(bottom)
      return Double.exp(-x * x / 2) * max(share, 0)
    }
    guard deviation > 0 else { return density(0) }
    let first = max(-floor * c / deviation, -Self.farthest)
    guard first < Self.farthest else { return 0 }
    let width = (Self.farthest - first) / Double(Self.intervals)
    var sum = density(first) + density(Self.farthest)
    for place in 1..<Self.intervals {
      sum += (place % 2 == 1 ? 4 : 2) * density(first + Double(place) * width)
    }
    return sum * width / 3 / (2 * Double.pi).squareRoot()
  }
}
