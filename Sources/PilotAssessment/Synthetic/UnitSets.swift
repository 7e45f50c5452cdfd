import Statistics

/// Sets of some of a number of things: all of them where they are few, else drawn at random.
struct UnitSets {
  /// Each set in ascending order.
  let sets: [[Int]]
  /// Whether these are all the sets there are.
  let isComplete: Bool

  /// Lists sets of `size` from `0..<count`, at most `limit` of them.
  init(of size: Int, from count: Int, limit: Int, key: RandomKey) {
    precondition(size > 0 && size <= count, "sets of \(size) from \(count)")
    var combinations = 1.0
    for step in 0..<size { combinations *= Double(count - step) / Double(step + 1) }
    isComplete = combinations.rounded() <= Double(limit)
    sets =
      isComplete
      ? Self.all(size, count)
      : (0..<limit).map { Self.drawn(size, count, key.child(UInt64($0))) }
  }

  private static func all(_ size: Int, _ count: Int) -> [[Int]] {
    var result: [[Int]] = []
    var set = Array(0..<size)
    while true {
      result.append(set)
      guard let place = set.indices.last(where: { set[$0] < count - size + $0 }) else { break }
      set[place] += 1
      for next in (place + 1)..<max(place + 1, size) { set[next] = set[next - 1] + 1 }
    }
    return result
  }

  /// The first places of a shuffle.
  private static func drawn(_ size: Int, _ count: Int, _ key: RandomKey) -> [Int] {
    var order = Array(0..<count)
    for place in 0..<size {
      let other = place + Int(key.index(below: UInt64(count - place), UInt64(place)))
      order.swapAt(place, other)
    }
    return order[..<size].sorted()
  }
}
