public import Simulation
import Statistics

/// How well the model repeats one quantity of one unit or service.
public struct ShadowFinding: Sendable {
  /// One month.
  public struct Month: Sendable {
    /// Months since January of year 0.
    public let number: Int
    /// As the log has it.
    public let observed: Double
    /// The standard error of ``observed``: 0 where the log counts everybody, else the luck of days
    /// that no simulation of expected waits has.
    public let standardError: Double
    /// How much the month counts: person-days, days or tickets of the log.
    public let weight: Double
    /// The model's values, one a calendar; NaN where undefined.
    public let predicted: [Double]

    /// A month as observed and as predicted.
    public init(
      number: Int, observed: Double, standardError: Double, weight: Double, predicted: [Double]
    ) {
      self.number = number
      self.observed = observed
      self.standardError = standardError
      self.weight = weight
      self.predicted = predicted
    }

    /// What the model expects, and the range that holds nine in ten observations by the model.
    public var range: ShadowRange { ShadowRange(predicted, standardError: standardError).fromZero }
  }

  /// What is to be said of it.
  public enum Verdict: String, Sendable {
    /// The log lies within the model's 90% range.
    case reproduced
    /// Outside the range, by no more than the quantity's tolerance.
    case withinTolerance = "within_tolerance"
    /// Outside the range and beyond the tolerance, as one in ten is by chance.
    case doubtful
    /// Beyond the tolerance and more than twice as far out as the range, which chance alone does to
    /// about one in a thousand.
    case notReproduced = "not_reproduced"
    /// The log has far more or fewer people than the register: its shares mean nothing.
    case logIncomplete = "log_incomplete"
  }

  /// The unit, the service, or everyone.
  public let group: OutcomeGroup
  /// What is compared.
  public let quantity: ShadowQuantity
  /// The months with observations, in order.
  public let months: [Month]
  /// The mean of the log over all months, by their weights.
  public let observed: Double
  /// The model's mean and range of the same.
  public let predicted: ShadowRange
  /// The unit less the median unit; nil for services and for everyone.
  ///
  /// As observed and as predicted: what is uncertain of all units alike drops out, and one odd unit
  /// does not make the others look odd.
  public let difference: (observed: Double, predicted: ShadowRange)?
  /// What is to be said of it.
  public let verdict: Verdict

  /// Prediction less observation, in the quantity's unit.
  public var bias: Double { predicted.mean - observed }

  /// The mean over months of the size of prediction less observation, by the months' weights.
  public var meanAbsoluteError: Double {
    let sum = months.reduce(0) { $0 + $1.weight * abs($1.range.mean - $1.observed) }
    return sum / months.reduce(0) { $0 + $1.weight }
  }

  /// Months in which the log lies within the model's 90% range.
  public var monthsInside: Int { months.count { $0.range.contains($0.observed) } }

  /// Judges months; nil without any of weight.
  ///
  /// - Parameters:
  ///   - group: The unit, the service, or everyone.
  ///   - quantity: What is compared.
  ///   - months: At least one month, all with as many calendars.
  ///   - median: The same of the median unit, for units.
  ///   - isLogComplete: Whether the log has about as many people as the register.
  public init?(
    _ group: OutcomeGroup, _ quantity: ShadowQuantity, months: [Month],
    median: [Month]? = nil, isLogComplete: Bool = true
  ) {
    let weight = months.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    self.group = group
    self.quantity = quantity
    self.months = months
    let own = Self.pooled(months)
    observed = own.observed
    predicted = ShadowRange(own.predicted, standardError: own.standardError).fromZero
    // Of the median unit only the months, by the weights, that the unit has.
    let others = median.map { all in
      Self.pooled(
        months.compactMap { month in
          all.first { $0.number == month.number }.map {
            Month(
              number: $0.number, observed: $0.observed, standardError: $0.standardError,
              weight: month.weight, predicted: $0.predicted)
          }
        })
    }
    difference = others.map { middle in
      (
        own.observed - middle.observed,
        ShadowRange(zip(own.predicted, middle.predicted).map { $0 - $1 }, standardError: 0)
      )
    }
    let checks =
      [(own.observed, predicted)] + (difference.map { [($0.observed, $0.predicted)] } ?? [])
    verdict =
      isLogComplete
      ? Self.verdict(checks, tolerance: quantity.tolerance(observed: own.observed))
      : .logIncomplete
  }

  private static func verdict(
    _ checks: [(observed: Double, range: ShadowRange)], tolerance: Double
  ) -> Verdict {
    let outside = checks.filter { !$0.range.contains($0.observed) }
    if outside.isEmpty { return .reproduced }
    let large = outside.filter { abs($0.range.mean - $0.observed) > tolerance }
    if large.isEmpty { return .withinTolerance }
    return large.contains { !$0.range.doubled.contains($0.observed) } ? .notReproduced : .doubtful
  }

  /// All months together, by the log's weights on both sides.
  private static func pooled(
    _ months: [Month]
  ) -> (observed: Double, standardError: Double, predicted: [Double]) {
    let weight = months.reduce(0) { $0 + $1.weight }
    let count = months.first?.predicted.count ?? 0
    let predicted = (0..<count).map { sample in
      months.reduce(0) { $0 + $1.weight * $1.predicted[sample] } / weight
    }
    let variance = months.reduce(0) {
      $0 + ($1.weight * $1.standardError) * ($1.weight * $1.standardError)
    }
    return (
      months.reduce(0) { $0 + $1.weight * $1.observed } / weight, variance.squareRoot() / weight,
      predicted
    )
  }
}

/// What a model expects of a number, and the range that holds nine in ten observations by it.
public struct ShadowRange: Equatable, Sendable {
  /// The mean over calendars.
  public let mean: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Takes the 5% and 95% quantiles over calendars, each moved outwards by the luck of the log: the
  /// distance from the mean and 1.645 standard errors added as squares.
  public init(_ predicted: [Double], standardError: Double) {
    let summary = SampleSummary(predicted)
    let luck = 1.6448536269514722 * standardError
    func widened(_ distance: Double) -> Double {
      guard luck > 0 else { return distance }
      // The mean may lie beyond a quantile of a lopsided sample.
      let sign: Double = distance < 0 ? -1 : 1
      return sign * (distance * distance + luck * luck).squareRoot()
    }
    self.mean = summary.mean
    low = summary.mean - widened(summary.mean - summary.p05)
    high = summary.mean + widened(summary.p95 - summary.mean)
  }

  private init(mean: Double, low: Double, high: Double) {
    self.mean = mean
    self.low = low
    self.high = high
  }

  /// The range of a number that can't be below 0.
  var fromZero: ShadowRange { ShadowRange(mean: mean, low: max(low, 0), high: high) }

  /// The range with ends twice as far from the mean: 99.9% where values are normal.
  var doubled: ShadowRange {
    ShadowRange(mean: mean, low: 2 * low - mean, high: 2 * high - mean)
  }

  /// Whether a number lies within the range; a hair beyond counts, for numbers that are equal but
  /// for rounding.
  public func contains(_ value: Double) -> Bool {
    let slack = 1e-9 * max(abs(value), 1)
    return value >= low - slack && value <= high + slack
  }
}
