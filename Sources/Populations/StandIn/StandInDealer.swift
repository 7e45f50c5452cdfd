import HybridWork
import RealModule
import Statistics

/// Deals the values of a register to made-up people, column after column.
///
/// A column is dealt within groups of people who agree on the columns it goes with most; a group is
/// parted further only while enough real people are in each part. What a group has too few of is
/// dealt in the proportions of the larger group around it, or not at all. So every share that is used rests on at
/// least `smallest` people, and none of the people dealt to is one of the real.
struct StandInDealer {
  let smallest: Int
  let key: RandomKey
  /// The columns of the real people dealt so far.
  private var real: [StandInColumn] = []
  /// The values of the made-up people in the same columns.
  private(set) var dealt: [[Int]] = []

  /// The most columns that another is dealt by.
  private static let mostPredictors = 6

  init(smallest: Int, key: RandomKey) {
    self.smallest = smallest
    self.key = key
  }

  /// A group of real people, and the made-up people that stand for it.
  private struct Group {
    let real: [Int]
    let madeUp: [Int]
  }

  /// Adds a column.
  mutating func deal(_ column: StandInColumn) {
    let people = Array(column.codes.indices)
    var round = Round(
      column: column, predictors: predictors(of: column),
      codes: Array(repeating: 0, count: people.count),
      shortfall: Array(repeating: 0, count: column.texts.count),
      key: key.child(column.column.rawValue))
    // Every value has enough people in the whole register.
    let weights = column.counts.map(Double.init)
    part(Group(real: people, madeUp: people), by: 0, around: weights, &round)
    real.append(column)
    dealt.append(round.codes)
  }

  private struct Round {
    let column: StandInColumn
    /// Places among the columns dealt before.
    let predictors: [Int]
    var codes: [Int]
    var shortfall: [Double]
    let key: RandomKey
    var groups: UInt64 = 0
  }

  private func part(_ group: Group, by depth: Int, around: [Double], _ round: inout Round) {
    let weights = weights(group.real, of: round.column, around: around)
    guard depth < round.predictors.count, group.real.count >= 2 * smallest else {
      return deal(group.madeUp, weights, &round)
    }
    let place = round.predictors[depth]
    let values = real[place].texts.count
    var parts = Array(repeating: Group(real: [], madeUp: []), count: values)
    let (own, others) = (
      Dictionary(grouping: group.real) { real[place].codes[$0] },
      Dictionary(grouping: group.madeUp) { dealt[place][$0] }
    )
    for value in 0..<values {
      parts[value] = Group(real: own[value] ?? [], madeUp: others[value] ?? [])
    }
    let large = parts.filter { $0.real.count >= smallest }
    let rest = parts.filter { $0.real.count < smallest }
    for part in large { self.part(part, by: depth + 1, around: weights, &round) }
    let pool = Group(real: rest.flatMap(\.real), madeUp: rest.flatMap(\.madeUp))
    if pool.real.count >= smallest {
      self.part(pool, by: depth + 1, around: weights, &round)
    } else {
      deal(pool.madeUp, weights, &round)
    }
  }

  /// The shares of values in a group, as counts.
  ///
  /// Values with enough people in the group count as they are, and values of nobody as nobody. Of those
  /// with a few, ones of which four times as many were to be expected from the group around, and those
  /// enough to be shown, are nobody's: people at a counter have the work of a counter. The others count
  /// as many as are to be expected where there is anyone (a Poisson mean given that it is not 0), at
  /// most as many as would be shown, so that their totals stay.
  private func weights(
    _ people: [Int], of column: StandInColumn, around: [Double]
  ) -> [Double] {
    let all = Double(people.count)
    var counts = Array(repeating: 0.0, count: column.texts.count)
    for person in people { counts[column.codes[person]] += 1 }
    let (whole, least) = (around.reduce(0, +), Double(smallest))
    let own = counts.map { $0 >= least ? $0 : 0 }
    let few = counts.indices.map { value -> Double in
      let expected = around[value] / whole * all
      guard counts[value] > 0, counts[value] < least, expected > 0 else { return 0 }
      if expected >= least { return 4 * counts[value] <= expected ? 0 : least }
      return expected / (1 - Double.exp(-expected))
    }
    let (shown, outside) = (own.reduce(0, +), few.reduce(0, +))
    guard outside > 0 else { return shown > 0 ? own : around }
    guard shown > 0 else { return few }
    let rest = min(outside, all - 1)
    return counts.indices.map { own[$0] / shown * (all - rest) + few[$0] / outside * rest }
  }

  private func deal(_ people: [Int], _ weights: [Double], _ round: inout Round) {
    guard !people.isEmpty else { return }
    let counts = apportion(people.count, weights: weights, shortfall: &round.shortfall)
    let values = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
    let order = randomOrder(people.count, round.key.child(round.groups))
    round.groups += 1
    for (index, value) in zip(order, values) { round.codes[people[index]] = value }
  }

  /// The columns that say most about another, by mutual information less what chance gives.
  private func predictors(of column: StandInColumn) -> [Int] {
    let gains = real.map { Self.gain($0, column) }
    // Who serves a counter first: what follows for coverage hangs on it.
    func rank(_ place: Int) -> (Double, Int) {
      (real[place].column == .service ? .infinity : gains[place], -place)
    }
    return gains.indices.filter { gains[$0] > 0 }.sorted { rank($0) > rank($1) }
      .prefix(Self.mostPredictors).map { $0 }
  }

  /// The gain in log-likelihood of one column given another, less its degrees of freedom (Akaike).
  private static func gain(_ one: StandInColumn, _ other: StandInColumn) -> Double {
    let (rows, columns) = (one.texts.count, other.texts.count)
    var joint = Array(repeating: 0, count: rows * columns)
    for (left, right) in zip(one.codes, other.codes) { joint[left * columns + right] += 1 }
    let (left, right, all) = (one.counts, other.counts, Double(one.codes.count))
    var gain = -Double((rows - 1) * (columns - 1))
    for row in 0..<rows {
      for column in 0..<columns where joint[row * columns + column] > 0 {
        let count = Double(joint[row * columns + column])
        gain += count * Double.log(count * all / (Double(left[row]) * Double(right[column])))
      }
    }
    return gain
  }
}
