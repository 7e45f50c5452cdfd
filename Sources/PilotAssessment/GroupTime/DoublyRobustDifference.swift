import RealModule
import Statistics

/// The effect of treatment on the treated from two periods of a panel, with each unit's influence.
///
/// Doubly robust (Sant'Anna & Zhao 2020, the traditional estimator): right if either the logit of
/// treatment or the regression of the untreated's change on the covariates is. With no covariate it
/// is the difference between the two groups' mean changes.
struct DoublyRobustDifference {
  let effect: Double
  /// By unit of the comparison, in the order given; their mean is 0.
  let influence: [Double]

  /// Compares changes.
  ///
  /// - Parameters:
  ///   - changes: By unit, the change of the outcome.
  ///   - isTreated: By unit.
  ///   - covariates: By covariate and unit; without a constant, which is added.
  /// - Throws: ``AssessmentRefusal/notIdentified`` when one of the groups is empty or its
  ///   covariates can't be told apart, ``AssessmentRefusal/noOverlap`` when they foretell treatment.
  init(changes: [Double], isTreated: [Bool], covariates: [[Double]]) throws(AssessmentRefusal) {
    let treated = isTreated.count { $0 }
    guard treated > 0, treated < changes.count else { throw .notIdentified }
    guard !covariates.isEmpty else {
      self.init(changes: changes, isTreated: isTreated, treatedCount: treated)
      return
    }
    let design = Self.design(covariates, count: changes.count)
    let propensity = try LogitFit(design: design, response: isTreated)
    let outcome = try ControlRegression(design: design, changes: changes, isTreated: isTreated)
    self.init(outcome, propensity, design, isTreated)
  }

  private init(changes: [Double], isTreated: [Bool], treatedCount: Int) {
    var sums = (treated: 0.0, control: 0.0)
    for (change, treated) in zip(changes, isTreated) {
      if treated { sums.treated += change } else { sums.control += change }
    }
    let count = Double(changes.count)
    let share = Double(treatedCount) / count
    let means = (
      treated: sums.treated / Double(treatedCount),
      control: sums.control / (count - Double(treatedCount))
    )
    effect = means.treated - means.control
    influence = zip(changes, isTreated).map { change, treated in
      treated ? (change - means.treated) / share : -(change - means.control) / (1 - share)
    }
  }

  /// A constant and the covariates, a row for each unit.
  private static func design(_ covariates: [[Double]], count: Int) -> Matrix {
    var design = Matrix(rows: count, columns: covariates.count + 1, repeating: 1)
    for (column, values) in covariates.enumerated() {
      for row in values.indices { design[row, column + 1] = values[row] }
    }
    return design
  }

  private init(
    _ outcome: ControlRegression, _ propensity: LogitFit, _ design: Matrix, _ isTreated: [Bool]
  ) {
    let count = Double(design.rows)
    let treatedWeight = isTreated.map { $0 ? 1.0 : 0.0 }
    let controlWeight = zip(propensity.probabilities, isTreated).map { probability, treated in
      treated ? 0 : probability / (1 - probability)
    }
    let gaps = outcome.residuals
    let means = (
      treated: treatedWeight.reduce(0, +) / count, control: controlWeight.reduce(0, +) / count
    )
    let gain = zip(treatedWeight, gaps).reduce(0) { $0 + $1.0 * $1.1 } / count / means.treated
    let drift = zip(controlWeight, gaps).reduce(0) { $0 + $1.0 * $1.1 } / count / means.control
    effect = gain - drift

    // What a unit adds by its own gap, and by moving the two fitted models.
    let treatedMean = Self.weightedMean(design, treatedWeight)
    let controlMean = Self.weightedMean(design, controlWeight)
    let tilt = Self.weightedMean(
      design, zip(controlWeight, gaps).map { $0 * ($1 - drift) })
    let ofRegression = zip(treatedMean, controlMean).map { $0 / means.treated - $1 / means.control }
    let regression = outcome.influence(along: ofRegression)
    let logit = propensity.influence(along: tilt.map { $0 / means.control })
    influence = gaps.indices.map { unit in
      treatedWeight[unit] * (gaps[unit] - gain) / means.treated
        - controlWeight[unit] * (gaps[unit] - drift) / means.control
        - regression[unit] - logit[unit]
    }
  }

  private static func weightedMean(_ design: Matrix, _ weights: [Double]) -> [Double] {
    (0..<design.columns).map { column in
      (0..<design.rows).reduce(0) { $0 + weights[$1] * design[$1, column] } / Double(design.rows)
    }
  }
}

/// The regression of untreated units' changes on covariates, and what it leaves of everyone's.
private struct ControlRegression {
  /// By unit: the change less the one foretold.
  let residuals: [Double]
  private let design: Matrix
  private let isTreated: [Bool]
  private let system: CholeskySystem

  init(design: Matrix, changes: [Double], isTreated: [Bool]) throws(AssessmentRefusal) {
    let columns = design.columns
    var products = Matrix(rows: columns, columns: columns, repeating: 0)
    var right = Array(repeating: 0.0, count: columns)
    for unit in changes.indices where !isTreated[unit] {
      for row in 0..<columns {
        right[row] += design[unit, row] * changes[unit]
        for column in 0...row {
          products[row, column] += design[unit, row] * design[unit, column]
        }
      }
    }
    guard let system = try? CholeskySystem(products) else { throw .notIdentified }
    let coefficients = system.solution(right)
    residuals = changes.indices.map { unit in
      changes[unit]
        - (0..<columns).reduce(0) { $0 + design[unit, $1] * coefficients[$1] }
    }
    self.design = design
    self.isTreated = isTreated
    self.system = system
  }

  /// How each unit moves the fit at a point, times the number of units.
  func influence(along point: [Double]) -> [Double] {
    let direction = system.solution(point)
    return residuals.indices.map { unit in
      guard !isTreated[unit] else { return 0 }
      let reach = (0..<design.columns).reduce(0) { $0 + design[unit, $1] * direction[$1] }
      return Double(design.rows) * reach * residuals[unit]
    }
  }
}

/// The logit of treatment on covariates, by Newton's steps.
private struct LogitFit {
  /// By unit: the fitted probability of treatment.
  let probabilities: [Double]
  private let design: Matrix
  private let response: [Bool]
  private let system: CholeskySystem

  private static let steps = 100

  init(design: Matrix, response: [Bool]) throws(AssessmentRefusal) {
    self.design = design
    self.response = response
    var coefficients = Array(repeating: 0.0, count: design.columns)
    for _ in 0..<Self.steps {
      let probabilities = Self.probabilities(design, coefficients)
      let (gradient, information) = Self.derivatives(design, response, probabilities)
      guard let system = try? CholeskySystem(information) else { throw .noOverlap }
      let step = system.solution(gradient)
      for place in coefficients.indices { coefficients[place] += step[place] }
      let isDone = zip(step, coefficients).allSatisfy { abs($0) <= 1e-13 * (1 + abs($1)) }
      guard isDone else { continue }
      let fitted = Self.probabilities(design, coefficients)
      guard fitted.allSatisfy({ $0 < 1 - 1e-6 }),
        let last = try? CholeskySystem(Self.derivatives(design, response, fitted).information)
      else { throw .noOverlap }
      self.probabilities = fitted
      self.system = last
      return
    }
    throw .noOverlap
  }

  private static func probabilities(_ design: Matrix, _ coefficients: [Double]) -> [Double] {
    (0..<design.rows).map { unit in
      let index = (0..<design.columns).reduce(0) { $0 + design[unit, $1] * coefficients[$1] }
      return 1 / (1 + Double.exp(-index))
    }
  }

  private static func derivatives(
    _ design: Matrix, _ response: [Bool], _ probabilities: [Double]
  ) -> (gradient: [Double], information: Matrix) {
    let columns = design.columns
    var gradient = Array(repeating: 0.0, count: columns)
    var information = Matrix(rows: columns, columns: columns, repeating: 0)
    for unit in 0..<design.rows {
      let probability = probabilities[unit]
      let gap = (response[unit] ? 1 : 0) - probability
      for row in 0..<columns {
        gradient[row] += gap * design[unit, row]
        for column in 0...row {
          information[row, column] +=
            probability * (1 - probability) * design[unit, row] * design[unit, column]
        }
      }
    }
    return (gradient, information)
  }

  /// How each unit moves the coefficients along a direction, times the number of units.
  func influence(along direction: [Double]) -> [Double] {
    let turned = system.solution(direction)
    return (0..<design.rows).map { unit in
      let reach = (0..<design.columns).reduce(0) { $0 + design[unit, $1] * turned[$1] }
      return Double(design.rows) * reach * ((response[unit] ? 1 : 0) - probabilities[unit])
    }
  }
}
