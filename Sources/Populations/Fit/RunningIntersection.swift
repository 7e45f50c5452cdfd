/// An order of overlapping sets in which each meets all before it inside a single one of them.
///
/// Margins that have such an order (an acyclic hypergraph) are decomposable: people can be given
/// the columns of one margin after the other, and every margin is kept. Found by maximum
/// cardinality search (Tarjan and Yannakakis, 1984) from each set in turn, small ones first.
///
/// - Returns: positions in `sets`, or `nil` if the sets have no such order.
package func runningIntersectionOrder(_ sets: [[Int]]) -> [Int]? {
  let starts = sets.indices.sorted { (sets[$0].count, $0) < (sets[$1].count, $1) }
  for start in starts {
    if let order = runningIntersectionOrder(sets, from: start) { return order }
  }
  return sets.isEmpty ? [] : nil
}

private func runningIntersectionOrder(_ sets: [[Int]], from start: Int) -> [Int]? {
  var order = [start]
  var reached = Set(sets[start])
  var left = sets.indices.filter { $0 != start }
  func overlap(_ index: Int) -> Int { sets[index].filter(reached.contains).count }
  while !left.isEmpty {
    let next = left.reduce(left[0]) { best, candidate in
      let gain = (overlap(candidate), -sets[candidate].count)
      return gain > (overlap(best), -sets[best].count) ? candidate : best
    }
    let shared = sets[next].filter(reached.contains)
    guard order.contains(where: { Set(shared).isSubset(of: sets[$0]) }) else { return nil }
    order.append(next)
    reached.formUnion(sets[next])
    left.removeAll { $0 == next }
  }
  return order
}
