import RealModule
import Statistics

/// A mean or share of the staff represented, estimated from answers, with how sure one can be.
///
/// The interval is of chance alone, taking those of a unit who answered as drawn at random from it:
/// Var = Σ_h (1 − n_h/N_h) · n_h/(n_h − 1) · Σ_i (w_i e_i − mean_h)² ÷ N², where e are the
/// residuals of the answers regressed on what the weights were made by (Deville and Särndal, 1992);
/// with units alone it is Σ (N_h/N)² (1 − n_h/N_h) s_h²/n_h. The t distribution has n − H degrees of
/// freedom. Who did not answer may differ: no interval covers that.
public struct SurveyEstimate: Equatable, Sendable {
  /// The mean, or the share of a level.
  public let mean: Double
  /// Its standard error.
  public let standardError: Double
  /// Answers less units.
  public let degreesOfFreedom: Int
  /// The mean of the answers as they came, unweighted.
  public let unweighted: Double
  /// The answers it rests on.
  public let answers: Int

  /// The interval of a level such as 0.9; nil without degrees of freedom.
  public func interval(level: Double) -> ClosedRange<Double>? {
    guard degreesOfFreedom > 0 else { return nil }
    let reach = Self.studentQuantile(level, Double(degreesOfFreedom)) * standardError
    return (mean - reach)...(mean + reach)
  }

  /// Estimates the mean of values, one for each row that counts.
  public init(_ values: [Double], _ weights: SurveyWeights) {
    let total = weights.staffRepresented
    var sum = 0.0
    for (value, weight) in zip(values, weights.weights) { sum += value * weight }
    mean = sum / total
    unweighted = values.reduce(0, +) / Double(values.count)
    answers = values.count
    degreesOfFreedom = values.count - weights.strata.count
    let residuals = Self.residuals(values, weights)
    var products = Array(repeating: [Double](), count: weights.strata.count)
    for (row, stratum) in weights.stratum.enumerated() {
      products[stratum].append(residuals[row] * weights.weights[row])
    }
    var variance = 0.0
    for (stratum, terms) in products.enumerated() where terms.count > 1 {
      let count = Double(terms.count)
      let centre = terms.reduce(0, +) / count
      let squares = terms.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
      variance += (1 - count / weights.staff[stratum]) * count / (count - 1) * squares
    }
    standardError = Double.sqrt(max(0, variance)) / total
  }

  /// What is left of the values after weighted least squares on units and raked levels.
  private static func residuals(
    _ values: [Double], _ weights: SurveyWeights
  ) -> [Double] {
    // Unit means are taken out of everything first; one level of each question is left out.
    func centred(_ column: [Double]) -> [Double] {
      var sums = Array(repeating: (0.0, 0.0), count: weights.strata.count)
      for (row, stratum) in weights.stratum.enumerated() {
        sums[stratum].0 += column[row]
        sums[stratum].1 += 1
      }
      return column.indices.map { row in
        let sum = sums[weights.stratum[row]]
        return column[row] - sum.0 / sum.1
      }
    }
    var rest = centred(values)
    var basis: [[Double]] = []
    for levels in weights.levels {
      for level in Set(levels).sorted().dropFirst() {
        var column = centred(levels.map { $0 == level ? 1 : 0 })
        let size = dot(column, column, weights.designWeights)
        for direction in basis { subtract(&column, direction, weights.designWeights) }
        // A level that units or other levels already tell adds no direction.
        let left = dot(column, column, weights.designWeights)
        guard left > 1e-9 * max(size, 1e-300) else { continue }
        basis.append(column.map { $0 / Double.sqrt(left) })
      }
    }
    for direction in basis { subtract(&rest, direction, weights.designWeights) }
    return rest
  }

  private static func dot(_ left: [Double], _ right: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for row in left.indices { sum += left[row] * right[row] * weights[row] }
    return sum
  }

  private static func subtract(
    _ column: inout [Double], _ direction: [Double], _ weights: [Double]
  ) {
    let length = dot(column, direction, weights)
    for row in column.indices { column[row] -= length * direction[row] }
  }

  /// The t that leaves 1 − `level` in both tails together, from the beta distribution.
  private static func studentQuantile(_ level: Double, _ freedom: Double) -> Double {
    let share = Distribution.beta(alpha: 0.5, beta: freedom / 2).quantile(level)
    return Double.sqrt(freedom * share / (1 - share))
  }
}
