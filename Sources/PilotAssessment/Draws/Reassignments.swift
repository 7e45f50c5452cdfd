import Statistics

/// Other ways in which the first treated times of a panel could have fallen on its units.
///
/// Times are exchanged between clusters when each cluster's units share theirs, else between
/// units; how many have which time stays fixed.
struct Reassignments: Sendable {
  /// The distinct first treated times, ascending, and at the end nil for never if some never are.
  let cohorts: [Int?]
  /// By unit: the group it shares its time with.
  let groupOfUnit: [Int]
  /// By group: the place of its actual time in ``cohorts``.
  let actual: [Int]
  /// Whether every way is visited once, the actual one included.
  let isEnumerated: Bool
  /// The number of ways visited.
  let count: Int
  private let key: RandomKey

  /// Every way if there are at most `draws`, else `draws` random ones.
  init(_ panel: Panel, draws: Int, key: RandomKey) {
    let cohorts: [Int?] =
      panel.cohortTimes.map { $0 } + (panel.firstTreated.contains(nil) ? [nil] : [])
    let places = panel.firstTreated.map { time in cohorts.firstIndex { $0 == time } ?? 0 }
    var ofCluster: [Int?] = Array(repeating: nil, count: panel.clusterCount)
    var isShared = true
    for (unit, cluster) in panel.cluster.enumerated() {
      if let other = ofCluster[cluster], other != places[unit] { isShared = false }
      ofCluster[cluster] = places[unit]
    }
    self.cohorts = cohorts
    groupOfUnit = isShared ? panel.cluster : Array(0..<panel.unitCount)
    actual = isShared ? ofCluster.compactMap(\.self) : places
    self.key = key
    let all = Self.ways(actual, kinds: cohorts.count, atMost: draws)
    isEnumerated = all != nil
    count = all ?? draws
  }

  /// The number of distinct orders; nil if above a limit.
  private static func ways(_ labels: [Int], kinds: Int, atMost limit: Int) -> Int? {
    var ways = 1.0
    var placed = 0
    for kind in 0..<kinds {
      let size = labels.count { $0 == kind }
      // Binomials built up by exact divisions, in numbers far below 2⁵³ until the limit stops them.
      for member in 1...max(size, 1) where size > 0 {
        placed += 1
        ways = (ways * Double(placed) / Double(member)).rounded()
        if ways > Double(limit) * 1e6 { return nil }
      }
    }
    return ways <= Double(limit) ? Int(ways) : nil
  }

  /// Hands the place in ``cohorts`` of each group's time, one way after the other.
  func visit(_ body: ([Int]) -> Void) {
    guard isEnumerated else {
      for draw in 0..<count {
        let order = randomOrder(actual.count, key.child(UInt64(draw)))
        body(order.map { actual[$0] })
      }
      return
    }
    var labels = actual.sorted()
    repeat { body(labels) } while Self.advance(&labels)
  }

  /// Steps to the next order in the dictionary's sense; false after the last.
  private static func advance(_ labels: inout [Int]) -> Bool {
    guard let pivot = labels.indices.dropLast().last(where: { labels[$0] < labels[$0 + 1] }),
      let swap = labels.indices.last(where: { labels[$0] > labels[pivot] })
    else { return false }
    labels.swapAt(pivot, swap)
    labels[(pivot + 1)...].reverse()
    return true
  }
}

/// Effects re-estimated under other assignments, and what they say of the actual one.
struct RandomizationTest: Sendable {
  let isEnumerated: Bool
  /// By assignment: what it makes of the outcome, and of the actual treatment as an outcome.
  let effects: [(outcome: Double, treatment: Double)]
  let effect: Double

  /// The two-sided p-value of an effect that is the same everywhere.
  func pValue(of tested: Double) -> Double {
    let distance = abs(effect - tested) * (1 - 1e-10)
    // An assignment that gives no effect counts as extreme.
    let extreme = effects.count { !(abs($0.outcome - tested * $0.treatment) < distance) }
    return isEnumerated
      ? Double(extreme) / Double(effects.count)
      : Double(1 + extreme) / Double(effects.count + 1)
  }

  /// The p-value had the most extreme assignment been the actual one.
  var minimumAttainableP: Double {
    guard isEnumerated else { return 1 / Double(effects.count + 1) }
    let largest = effects.map { abs($0.outcome) }.filter(\.isFinite).max() ?? 0
    let tied = effects.count { !(abs($0.outcome) < largest * (1 - 1e-10)) }
    return Double(tied) / Double(effects.count)
  }
}
