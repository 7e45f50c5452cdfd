/// Ranges of numbers that are held by enough people, each with its mean.
///
/// The mean of a range takes the place of its numbers, so that sums over the people stay. No range
/// reaches over a number that a rule asks about, as long as enough people are on its sides.
package struct NumberBins {
  /// The mean of each range, ascending.
  package let means: [Double]
  /// For each number the place of its range; nil for NaN.
  package let codes: [Int?]

  private struct Bin {
    var count = 0
    var sum = 0.0
    var upper: Double
    var zone: Int
  }

  /// Parts numbers into ranges.
  ///
  /// - Parameters:
  ///   - values: One number a person, NaN where unknown.
  ///   - cuts: Numbers that rules ask about.
  ///   - smallest: People that a range needs.
  ///   - most: About how many ranges there may be.
  package init(_ values: [Double], cuts: [Double], smallest: Int, most: Int = 12) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    let target = max(smallest, sorted.count / most)
    var bins: [Bin] = []
    var start = 0
    while start < sorted.count {
      let value = sorted[start]
      var end = start
      while end < sorted.count, sorted[end] == value { end += 1 }
      let zone = cuts.reduce(0) { $0 + (value > $1 ? 2 : value == $1 ? 1 : 0) }
      let people = end - start
      let isOwn = people >= target
      if isOwn || bins.isEmpty || bins[bins.count - 1].zone != zone
        || bins[bins.count - 1].count >= target
      {
        bins.append(Bin(upper: value, zone: zone))
      }
      bins[bins.count - 1].count += people
      bins[bins.count - 1].sum += value * Double(people)
      bins[bins.count - 1].upper = value
      start = end
    }
    while bins.count > 1, let rare = bins.firstIndex(where: { $0.count < smallest }) {
      let host = Self.host(of: rare, in: bins)
      let (low, high) = (min(rare, host), max(rare, host))
      bins[low].count += bins[high].count
      bins[low].sum += bins[high].sum
      bins[low].upper = bins[high].upper
      bins[low].zone = bins[host == low ? low : high].zone
      bins.remove(at: high)
    }
    means = bins.map { $0.sum / Double($0.count) }
    codes = values.map { value in
      value.isNaN ? nil : bins.firstIndex { value <= $0.upper }
    }
  }

  /// The neighbour that a range with too few people joins: of the same side of a rule, if there is one.
  private static func host(of rare: Int, in bins: [Bin]) -> Int {
    let neighbours = [rare - 1, rare + 1].filter(bins.indices.contains)
    let same = neighbours.filter { bins[$0].zone == bins[rare].zone }
    return (same.isEmpty ? neighbours : same).min { bins[$0].count < bins[$1].count } ?? rare
  }
}
