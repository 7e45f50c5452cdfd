public import HybridWork
import RealModule
public import Simulation

/// A box in the assumptions in which a policy mostly fails, found by PRIM.
///
/// The patient rule induction method (Friedman and Fisher 1999): from all worlds, peel away again and
/// again the twentieth of an assumption's range whose loss raises the share of failures most; of the
/// boxes on the way take the one with the greatest harmonic mean of coverage and density, let its
/// boundaries go back where that costs nothing, and drop the limits that do no work.
public struct ScenarioDiscovery: Sendable {
  /// A limit on one assumption.
  public struct Limit: Sendable, Equatable {
    /// The assumption.
    public let id: AssumptionID
    /// Its least and greatest value in the box; nil where the box is open.
    public let least: Double?, greatest: Double?
    /// The chance that so many failures would lie within the box if this limit did nothing: the
    /// binomial tail of the box against the box without the limit.
    public let chance: Double
  }

  /// The limits, the one that does most first; empty when no box is better than all worlds.
  public let limits: [Limit]
  /// The share of failures that lie in the box.
  public let coverage: Double
  /// The share of the worlds in the box that fail.
  public let density: Double
  /// The share of all worlds that lie in the box.
  public let mass: Double
  /// The share of all worlds that fail.
  public let failures: Double

  /// The share of a box that one step peels away.
  static let peeled = 0.05
  /// The least share of worlds that a box holds.
  static let leastMass = 0.05
  /// The most limits that a sentence holds.
  static let mostLimits = 4
  /// Limits more likely than this by chance are dropped.
  static let greatestChance = 0.05

  /// Looks for the box in which a policy fails.
  ///
  /// - Parameters:
  ///   - inputs: The assumptions that may limit a box, each with its value in every world.
  ///   - fails: Whether the policy fails, world by world.
  public init(_ inputs: [(id: AssumptionID, values: [Double])], fails: [Bool]) {
    let all = Array(fails.indices)
    let total = fails.count { $0 }
    failures = fails.isEmpty ? .nan : Double(total) / Double(fails.count)
    var bounds = Bounds(count: inputs.count)
    if total > 0, total < fails.count {
      let trajectory = Self.peel(inputs, fails, all)
      bounds = Self.chosen(trajectory, fails, total: total)
      bounds = Self.pasted(bounds, inputs, fails)
      bounds = Self.pruned(bounds, inputs, fails)
    }
    let inside = all.filter { bounds.contains($0, inputs) }
    let hits = inside.count { fails[$0] }
    coverage = total == 0 ? .nan : Double(hits) / Double(total)
    density = inside.isEmpty ? .nan : Double(hits) / Double(inside.count)
    mass = fails.isEmpty ? .nan : Double(inside.count) / Double(fails.count)
    let found = bounds
    limits = inputs.indices.filter { found.isLimited($0) }.map { place in
      Limit(
        id: inputs[place].id, least: found.least[place], greatest: found.greatest[place],
        chance: Self.chance(of: place, found, inputs, fails))
    }.sorted { left, right in
      left.chance == right.chance ? left.id.ordinal < right.id.ordinal : left.chance < right.chance
    }
  }

  /// A box's boundaries.
  private struct Bounds {
    var least: [Double?]
    var greatest: [Double?]

    init(count: Int) {
      least = Array(repeating: nil, count: count)
      greatest = least
    }

    func isLimited(_ input: Int) -> Bool { least[input] != nil || greatest[input] != nil }

    func contains(_ world: Int, _ inputs: [(id: AssumptionID, values: [Double])]) -> Bool {
      for (input, entry) in inputs.enumerated() {
        let value = entry.values[world]
        if let low = least[input], value < low { return false }
        if let high = greatest[input], value > high { return false }
      }
      return true
    }

    /// The box without its limits on an input.
    func freed(_ input: Int) -> Bounds {
      var bounds = self
      (bounds.least[input], bounds.greatest[input]) = (nil, nil)
      return bounds
    }
  }

  /// The boxes from all worlds to the smallest, each with the worlds in it.
  private static func peel(
    _ inputs: [(id: AssumptionID, values: [Double])], _ fails: [Bool], _ all: [Int]
  ) -> [(bounds: Bounds, inside: [Int])] {
    var boxes = [(bounds: Bounds(count: inputs.count), inside: all)]
    while let (bounds, inside) = boxes.last {
      var best: (gain: Double, bounds: Bounds, inside: [Int])?
      let density = Double(inside.count { fails[$0] }) / Double(inside.count)
      for (input, entry) in inputs.enumerated() {
        let sorted = inside.map { entry.values[$0] }.sorted()
        guard let first = sorted.first, let last = sorted.last, first < last else { continue }
        let step = max(Int(peeled * Double(sorted.count)), 1)
        // The first value that stays; equal values go or stay together.
        let low = sorted[step] > first ? sorted[step] : sorted.first { $0 > first } ?? last
        let place = sorted.count - 1 - step
        let high = sorted[place] < last ? sorted[place] : sorted.last { $0 < last } ?? first
        for isLow in [true, false] {
          var smaller = bounds
          if isLow { smaller.least[input] = low } else { smaller.greatest[input] = high }
          let left = inside.filter {
            isLow ? entry.values[$0] >= low : entry.values[$0] <= high
          }
          guard Double(left.count) >= leastMass * Double(all.count), left.count < inside.count
          else { continue }
          let denser = Double(left.count { fails[$0] }) / Double(left.count)
          // What the loss of each world brings, so that a wide step has no advantage.
          let gain = (denser - density) / Double(inside.count - left.count)
          if gain > (best?.gain ?? 0) { best = (gain, smaller, left) }
        }
      }
      guard let best else { break }
      boxes.append((best.bounds, best.inside))
    }
    return boxes
  }

  /// The box with the greatest harmonic mean of coverage and density, the larger of equal ones.
  private static func chosen(
    _ boxes: [(bounds: Bounds, inside: [Int])], _ fails: [Bool], total: Int
  ) -> Bounds {
    var best: (score: Double, bounds: Bounds)?
    for box in boxes {
      let hits = Double(box.inside.count { fails[$0] })
      let (density, coverage) = (hits / Double(box.inside.count), hits / Double(total))
      let score = hits > 0 ? 2 * density * coverage / (density + coverage) : 0
      if score > (best?.score ?? -1) { best = (score, box.bounds) }
    }
    return best?.bounds ?? Bounds(count: 0)
  }

  /// The box with boundaries moved out again as long as density does not fall.
  private static func pasted(
    _ given: Bounds, _ inputs: [(id: AssumptionID, values: [Double])], _ fails: [Bool]
  ) -> Bounds {
    var bounds = given
    for input in inputs.indices where bounds.isLimited(input) {
      let without = fails.indices.filter { bounds.freed(input).contains($0, inputs) }
      let values = Array(Set(without.map { inputs[input].values[$0] })).sorted()
      if let low = bounds.least[input] {
        for value in values.reversed() where value < low {
          var wider = bounds
          wider.least[input] = value
          guard density(wider, inputs, fails) >= density(bounds, inputs, fails) else { break }
          bounds = wider
        }
      }
      if let high = bounds.greatest[input] {
        for value in values where value > high {
          var wider = bounds
          wider.greatest[input] = value
          guard density(wider, inputs, fails) >= density(bounds, inputs, fails) else { break }
          bounds = wider
        }
      }
    }
    return bounds
  }

  /// The box without limits that might do by chance what they do, the most likely dropped first.
  private static func pruned(
    _ given: Bounds, _ inputs: [(id: AssumptionID, values: [Double])], _ fails: [Bool]
  ) -> Bounds {
    var bounds = given
    while true {
      let limited = inputs.indices.filter { bounds.isLimited($0) }
      let chances = limited.map { (input: $0, chance: chance(of: $0, bounds, inputs, fails)) }
      guard let weakest = chances.max(by: { $0.chance < $1.chance }),
        weakest.chance > greatestChance || limited.count > mostLimits
      else { return bounds }
      bounds = bounds.freed(weakest.input)
    }
  }

  private static func density(
    _ bounds: Bounds, _ inputs: [(id: AssumptionID, values: [Double])], _ fails: [Bool]
  ) -> Double {
    let inside = fails.indices.filter { bounds.contains($0, inputs) }
    return inside.isEmpty ? 0 : Double(inside.count { fails[$0] }) / Double(inside.count)
  }

  /// The chance of at least as many failures in the box if failing had the share that it has
  /// without the limits on an input.
  private static func chance(
    of input: Int, _ bounds: Bounds, _ inputs: [(id: AssumptionID, values: [Double])],
    _ fails: [Bool]
  ) -> Double {
    let share = density(bounds.freed(input), inputs, fails)
    let inside = fails.indices.filter { bounds.contains($0, inputs) }
    return binomialTail(
      count: inside.count, atLeast: inside.count { fails[$0] }, probability: share)
  }

  /// P(X ≥ k) for a binomial X of n trials.
  static func binomialTail(count n: Int, atLeast k: Int, probability p: Double) -> Double {
    guard k > 0 else { return 1 }
    guard p > 0 else { return 0 }
    guard p < 1 else { return 1 }
    var sum = 0.0
    for hits in k...max(n, k) where hits <= n {
      let logarithm =
        .logGamma(Double(n + 1)) - .logGamma(Double(hits + 1)) - .logGamma(Double(n - hits + 1))
        + Double(hits) * Double.log(p) + Double(n - hits) * Double.log(1 - p)
      sum += Double.exp(logarithm)
    }
    return min(sum, 1)
  }
}

extension ScenarioDiscovery {
  /// Where each policy of a study fails, in the study's order; none without limits, since then nothing
  /// can be said to fail.
  ///
  /// - Parameters:
  ///   - robustness: How the study's scenarios stand.
  ///   - study: The study.
  ///   - worlds: The assumptions of its worlds, in order.
  /// - Returns: An entry a policy, with its place among the scenarios.
  public static func all(
    _ robustness: Robustness, _ study: Study, worlds: [Assumptions]
  ) -> [(scenario: Int, found: ScenarioDiscovery)] {
    guard !robustness.thresholds.isEmpty else { return [] }
    let inputs = Factor.all(of: study).flatMap(\.ids).map { id in
      (id: id, values: worlds.map { $0[id] })
    }
    return study.policies.indices.map { place in
      (
        scenario: place + 1,
        found: ScenarioDiscovery(inputs, fails: robustness.fails(scenario: place + 1))
      )
    }
  }
}
