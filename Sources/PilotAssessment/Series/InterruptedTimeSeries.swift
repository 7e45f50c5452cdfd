import RealModule
public import Statistics

/// Interrupted time series: a line before the start, and a step and a change of slope from it on.
///
/// Ordinary least squares of the mean of the treated units: y = a + b·t + c·D + d·D·(t − start),
/// with the effect c + d·k at the k-th time. Errors are Newey and West's (1987): Bartlett weights
/// 1 − l ÷ (L + 1) over L = ⌊4 (T ÷ 100)^(2/9)⌋ lags, times T ÷ (T − 4), and t with T − 4 degrees
/// of freedom. Nothing else that changed at the start can be told apart from the effect.
public struct InterruptedTimeSeries: Sendable {
  /// Constant, slope, step at the start, change of slope.
  public let coefficients: [Double]
  /// Their covariance.
  public let covariance: Matrix
  /// The lags of the errors.
  public let lags: Int
  /// Times less coefficients.
  public let degreesOfFreedom: Int
  /// The number of times before the start, and from it on.
  public let before: Int, after: Int

  /// The fewest times before and after.
  static let fewestBefore = 4, fewestAfter = 2

  /// Fits the mean series of the treated units of a panel.
  ///
  /// - Throws: Why the panel can't support it.
  public init(_ panel: Panel, lags: Int? = nil) throws(AssessmentRefusal) {
    let starts = panel.cohortTimes
    guard starts.count == 1, let start = starts.first else { throw .staggered }
    guard panel.weights == nil else { throw .weighted }
    guard panel.isBalanced else { throw .unbalanced }
    var series = Array(repeating: 0.0, count: panel.times.count)
    for row in 0..<panel.rowCount where panel.firstTreated[panel.unit[row]] != nil {
      series[panel.period[row]] += panel.outcome[row] / Double(panel.treatedUnitCount)
    }
    try self.init(series, times: panel.times, start: start, lags: lags)
  }

  /// Fits one series; `times` ascend.
  init(
    _ series: [Double], times: [Int], start: Int, lags: Int? = nil
  ) throws(AssessmentRefusal) {
    before = times.count { $0 < start }
    after = times.count - before
    guard before >= Self.fewestBefore, after >= Self.fewestAfter, times.count > 5 else {
      throw .tooFewPeriods
    }
    var design = Matrix(rows: times.count, columns: 4, repeating: 0)
    for (row, time) in times.enumerated() {
      design[row, 0] = 1
      design[row, 1] = Double(time - start)
      if time >= start {
        design[row, 2] = 1
        design[row, 3] = Double(time - start)
      }
    }
    guard let system = try? CholeskySystem(design.transposed.multiplied(by: design)) else {
      throw .notIdentified
    }
    let column = Matrix(rows: series.count, columns: 1, elements: series)
    let coefficients = system.solution(design.transposed.multiplied(by: column).elements)
    self.coefficients = coefficients
    degreesOfFreedom = times.count - 4
    let length = Double(times.count)
    self.lags = lags ?? Int(4 * Double.pow(length / 100, 2.0 / 9))
    let scores = Self.scores(design, series, coefficients)
    let meat = Self.bartlett(scores, lags: self.lags)
    let bread = system.inverse
    var covariance = bread.multiplied(by: meat).multiplied(by: bread)
    for row in 0..<4 {
      for column in 0..<4 { covariance[row, column] *= length / Double(degreesOfFreedom) }
    }
    self.covariance = covariance
  }

  /// The rows of the design, each times its residual.
  private static func scores(
    _ design: Matrix, _ series: [Double], _ coefficients: [Double]
  ) -> Matrix {
    var scores = design
    for row in 0..<design.rows {
      var residual = series[row]
      for column in 0..<4 { residual -= design[row, column] * coefficients[column] }
      for column in 0..<4 { scores[row, column] *= residual }
    }
    return scores
  }

  private static func bartlett(_ scores: Matrix, lags: Int) -> Matrix {
    var sum = Matrix(rows: 4, columns: 4, repeating: 0)
    for lag in 0...min(lags, scores.rows - 1) {
      let weight = 1 - Double(lag) / Double(lags + 1)
      for row in lag..<scores.rows {
        for left in 0..<4 {
          for right in 0..<4 {
            let product = scores[row, left] * scores[row - lag, right]
            sum[left, right] += weight * product
            if lag > 0 { sum[right, left] += weight * product }
          }
        }
      }
    }
    return sum
  }

  /// A combination of the coefficients and its standard error.
  func combination(_ weights: [Double]) -> (value: Double, error: Double) {
    var value = 0.0
    var variance = 0.0
    for left in 0..<4 {
      value += weights[left] * coefficients[left]
      for right in 0..<4 { variance += weights[left] * weights[right] * covariance[left, right] }
    }
    return (value, Double.sqrt(max(0, variance)))
  }
}

extension InterruptedTimeSeries {
  /// The two-sided p-value of a combination; 1 for no difference without any error.
  func pValue(_ value: Double, _ error: Double) -> Double {
    guard error > 0 else { return value == 0 ? 1 : 0 }
    return StudentT(degreesOfFreedom: Double(degreesOfFreedom)).twoSidedP(value / error)
  }

  /// The mean effect over all times from the start on, then the effect at each of them.
  public func estimates(_ panel: Panel) -> [PilotEstimate] {
    guard let start = panel.cohortTimes.first else { return [] }
    let steps = panel.times.filter { $0 >= start }.map { $0 - start }
    let mean = Double(steps.reduce(0, +)) / Double(steps.count)
    return [estimate(panel, .overall, after: mean, event: nil)]
      + steps.map { estimate(panel, .event, after: Double($0), event: $0) }
  }

  private func estimate(
    _ panel: Panel, _ aggregation: PilotEstimate.Aggregation, after steps: Double, event: Int?
  ) -> PilotEstimate {
    let (value, error) = combination([0, 0, 1, steps])
    let student = StudentT(degreesOfFreedom: Double(degreesOfFreedom))
    let reach = student.quantile(0.975) * error
    var estimate = PilotEstimate(
      .interruptedTimeSeries, .hac, aggregation, counts: PilotEstimate.Counts(panel))
    estimate.eventTime = event
    (estimate.estimate, estimate.standardError) = (value, error)
    estimate.degreesOfFreedom = Double(degreesOfFreedom)
    (estimate.low, estimate.high, estimate.isUnbounded) = (value - reach, value + reach, false)
    estimate.pValue = error > 0 ? student.twoSidedP(value / error) : nil
    return estimate
  }
}
