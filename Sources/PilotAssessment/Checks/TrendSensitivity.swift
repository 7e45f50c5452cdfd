public import Statistics

/// What the mean effect after the start may be if trends go on parting as they did before it.
///
/// Relative magnitudes of Rambachan and Roth (2023): between two neighbouring times after the start
/// trends part by at most M̄ times the most they parted between two neighbouring times before it.
/// The set of effects is the union, over every early step and both its signs, of those that
/// ``PartingTest`` does not reject at ``level``.
public struct TrendSensitivity: Sendable {
  /// The size of each test.
  static let level = PanelAssessment.level
  /// The largest multiple that is tried.
  public static let largestMultiple = 64.0

  /// The mean of the effects after the start.
  public let meanEffect: Double
  /// One for each early step and sign.
  private let partings: [Parting]

  /// Takes an event study apart; nil without two early times or without a late one.
  ///
  /// - Parameters:
  ///   - effects: The time since the start and the effect; the reference −1 is not among them.
  ///   - covariance: Of the effects, in their order.
  public init?(_ effects: [(time: Int, effect: Double)], covariance: Matrix) {
    let order = effects.indices.sorted { effects[$0].time < effects[$1].time }
    let early = order.filter { effects[$0].time < -1 }
    let late = order.filter { effects[$0].time >= 0 }
    guard !early.isEmpty, !late.isEmpty else { return nil }
    // A combination of effects is a row of coefficients; the reference has none.
    func combination(_ plus: Int?, _ minus: Int?) -> [Double] {
      var row = Array(repeating: 0.0, count: effects.count)
      if let plus { row[plus] = 1 }
      if let minus { row[minus] = -1 }
      return row
    }
    func covary(_ left: [Double], _ right: [Double]) -> Double {
      var sum = 0.0
      for (row, weight) in left.enumerated() where weight != 0 {
        for (column, other) in right.enumerated() where other != 0 {
          sum += weight * covariance[row, column] * other
        }
      }
      return sum
    }
    let values = effects.map(\.effect)
    func value(_ row: [Double]) -> Double { zip(row, values).reduce(0) { $0 + $1.0 * $1.1 } }
    let lateSteps = late.indices.map { combination(late[$0], $0 > 0 ? late[$0 - 1] : nil) }
    let mean = late.reduce(into: combination(nil, nil)) { $0[$1] += 1 / Double(late.count) }
    let earlySteps = early.indices.map { place in
      combination(place + 1 < early.count ? early[place + 1] : nil, early[place])
    }
    meanEffect = value(mean)
    partings = earlySteps.flatMap { step in
      [1.0, -1].map { sign in
        Parting(
          step: sign * value(step), meanVariance: covary(mean, mean),
          stepVariance: covary(step, step), meanCovariance: sign * covary(mean, step),
          lateVariances: lateSteps.map { covary($0, $0) },
          lateCovariances: lateSteps.map { sign * covary($0, step) })
      }
    }
  }

  /// Whether an effect lies in the confidence set under a multiple.
  public func contains(_ effect: Double, multiple: Double) -> Bool {
    partings.contains {
      var test = PartingTest($0, multiple: multiple)
      return test.accepts(meanEffect - effect)
    }
  }

  /// The ends of the confidence set under a multiple; the set may have gaps between them.
  public func interval(multiple: Double) -> ClosedRange<Double> {
    var tests = partings.map { PartingTest($0, multiple: multiple) }
    func isIn(_ effect: Double) -> Bool {
      tests.indices.contains { tests[$0].accepts(meanEffect - effect) }
    }
    let reach = tests.map(\.reach).max() ?? 0
    let tries = 2000
    func end(_ sign: Double) -> Double {
      var outside = meanEffect + sign * reach
      for step in 0..<tries {
        let inside = meanEffect + sign * reach * (1 - Double(step + 1) / Double(tries))
        if isIn(inside) { return Self.edge(outside: outside, inside: inside, isIn: isIn) }
        outside = inside
      }
      return meanEffect
    }
    return end(-1)...end(1)
  }

  /// The smallest multiple under which the set holds no effect at all, so that the effect is no
  /// longer shown; the largest one that is tried stands for all beyond it.
  ///
  /// 0 if the effect is not shown even when trends don't part. Multiples are tried in steps of a
  /// tenth of themselves, at least a hundredth, and narrowed by bisection.
  public var breakdown: Double {
    var last = 0.0
    guard !contains(0, multiple: 0) else { return 0 }
    while last < Self.largestMultiple {
      let next = min(max(last + 0.01, last * 1.1), Self.largestMultiple)
      if contains(0, multiple: next) {
        return Self.edge(outside: last, inside: next) { contains(0, multiple: $0) }
      }
      last = next
    }
    return Self.largestMultiple
  }

  /// The edge of a set between a point outside and one inside it, by bisection.
  private static func edge(
    outside: Double, inside: Double, isIn: (Double) -> Bool
  ) -> Double {
    var (outside, inside) = (outside, inside)
    for _ in 0..<40 {
      let middle = (outside + inside) / 2
      if isIn(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}

/// One early step with a sign, and how it varies with the steps after the start.
struct Parting: Sendable {
  /// The step's size in the sign's direction, in the outcome's unit.
  let step: Double
  /// The variance of the mean effect.
  let meanVariance: Double
  /// The variance of ``step``.
  let stepVariance: Double
  /// The covariance of the mean effect and ``step``.
  let meanCovariance: Double
  /// By time after the start: the variance of the effect's step since the time before.
  let lateVariances: [Double]
  /// By time after the start: the covariance of that step and ``step``.
  let lateCovariances: [Double]
}
