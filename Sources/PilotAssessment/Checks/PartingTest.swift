import RealModule
import Statistics

/// Whether the mean effect could be any given number, were one early step the largest of all.
///
/// The hybrid of the conditional and the least favourable test (Andrews, Roth and Pakes 2023), which
/// `HonestDiD` uses for relative magnitudes. Every step after the start may differ from the step of
/// the effect itself by ±M̄·step: two inequalities a time, in units of their standard errors σ±. The
/// steps of the effect are free but for its mean, and are profiled out by a linear program. Its dual
/// has few corners, so it is solved in closed form: with w the weights that make the mean of the
/// steps, W = Σw and r the gap between the estimated and the tested mean, the statistic is
///
///   max{ (r − W·M̄·step) ÷ Σwσ⁺, (−r − W·M̄·step) ÷ Σwσ⁻, −2·M̄·step ÷ (σ⁺ₖ + σ⁻ₖ) for every k },
///
/// four linear forms in (r, step), since of the last ones only the ends matter.
struct PartingTest: Sendable {
  /// How far beyond the estimate effects can at most be accepted.
  let reach: Double
  private let step: Double
  private let forms: [Form]
  private let parting: Parting
  private let orthant: Orthant
  /// Beyond it the first stage rejects; made when it is first needed, since it takes an integral.
  private lazy var criticalValue = orthant.quantile(
    1 - Self.firstStageShare * TrendSensitivity.level)

  /// The share of the test's size that its least favourable stage takes.
  private static let firstStageShare = 0.1

  /// One corner of the dual: its value is `gap · r + own · step`.
  private struct Form {
    let gap: Double
    let own: Double

    func value(_ gap: Double, _ step: Double) -> Double { self.gap * gap + own * step }
  }

  /// Prepares the test of one early step under a multiple.
  init(_ parting: Parting, multiple: Double) {
    let times = parting.lateVariances.count
    let weights = (0..<times).map { Double(times - $0) / Double(times) }
    let bias = multiple * weights.reduce(0, +)
    let (above, below) = Self.errors(parting, multiple)
    let sums = zip(above, below).map { $0 + $1 }
    let upper = zip(weights, above).reduce(0) { $0 + $1.0 * $1.1 }
    let lower = zip(weights, below).reduce(0) { $0 + $1.0 * $1.1 }
    let ends = [sums.min() ?? 1, sums.max() ?? 1]
    self.parting = parting
    step = parting.step
    forms =
      [Form(gap: 1 / upper, own: -bias / upper), Form(gap: -1 / lower, own: -bias / lower)]
      + ends.map { Form(gap: 0, own: -2 * multiple / $0) }
    reach = bias * max(step, 0) + 20 * max(upper, lower)
    orthant = Orthant(
      upper: upper, lower: lower, bias: bias, floor: ends[0] / (2 * multiple), parting: parting)
  }

  /// The standard errors of both inequalities, by time.
  private static func errors(
    _ parting: Parting, _ multiple: Double
  ) -> (above: [Double], below: [Double]) {
    let own = multiple * multiple * parting.stepVariance
    func error(_ sign: Double) -> [Double] {
      zip(parting.lateVariances, parting.lateCovariances).map { variance, covariance in
        max(variance - sign * 2 * multiple * covariance + own, .leastNormalMagnitude).squareRoot()
      }
    }
    return (error(1), error(-1))
  }

  /// Whether a mean effect is accepted that lies so far below the estimate.
  mutating func accepts(_ gap: Double) -> Bool {
    let values = forms.map { $0.value(gap, step) }
    let largest = values.indices.max { values[$0] < values[$1] } ?? 0
    let statistic = values[largest]
    guard statistic > 0 else { return true }
    let deviation = covariance(forms[largest], forms[largest]).squareRoot()
    guard deviation > 1e-12 * statistic else { return false }
    // The values of the statistic between which this form would still be the largest.
    var (low, high) = (-Double.infinity, Double.infinity)
    for (value, form) in zip(values, forms) {
      let slope = covariance(form, forms[largest]) / (deviation * deviation)
      guard abs(1 - slope) > 1e-9 else { continue }
      let bound = (value - slope * statistic) / (1 - slope)
      if slope < 1 { low = max(low, bound) } else { high = min(high, bound) }
    }
    let share = Self.firstStageShare * TrendSensitivity.level
    let size = (TrendSensitivity.level - share) / (1 - share)
    func isLikely(below high: Double) -> Bool {
      Self.exceeded(statistic / deviation, from: low / deviation, to: high / deviation) >= size
    }
    // The first stage only ever rejects more.
    guard isLikely(below: high), statistic <= criticalValue else { return false }
    return isLikely(below: min(high, criticalValue))
  }

  private func covariance(_ left: Form, _ right: Form) -> Double {
    left.gap * right.gap * parting.meanVariance + left.own * right.own * parting.stepVariance
      + (left.gap * right.own + left.own * right.gap) * parting.meanCovariance
  }

  /// The probability that a standard normal number between two bounds exceeds a value.
  private static func exceeded(_ value: Double, from low: Double, to high: Double) -> Double {
    guard low < high else { return 1 }
    let base = logUpperTail(low)
    let top = Double.exp(logUpperTail(high) - base)
    return (Double.exp(logUpperTail(value) - base) - top) / (1 - top)
  }

  /// The logarithm of a standard normal upper tail; far out by its asymptotic series.
  private static func logUpperTail(_ value: Double) -> Double {
    guard value > 25, value.isFinite else { return Double.log(standardNormalCumulative(-value)) }
    let square = 1 / (value * value)
    let series = 1 - square * (1 - square * (3 - square * (15 - square * 105)))
    return -value * value / 2 - Double.log(value * (2 * Double.pi).squareRoot() / series)
  }
}
