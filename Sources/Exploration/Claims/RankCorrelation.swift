/// Spearman's rank correlation of two samples of one length, ties at their mean rank; 0 if either
/// sample is constant.
func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double {
  let (a, b) = (ranks(first), ranks(second))
  let middle = Double(first.count - 1) / 2
  var (ab, aa, bb) = (0.0, 0.0, 0.0)
  for (x, y) in zip(a, b) {
    ab += (x - middle) * (y - middle)
    aa += (x - middle) * (x - middle)
    bb += (y - middle) * (y - middle)
  }
  guard aa > 0, bb > 0 else { return 0 }
  return ab / (aa * bb).squareRoot()
}

/// The samples whose ranks tell most of an outcome's ranks, one after the other, each by what those
/// before it leave of both (partial rank correlation).
///
/// - Returns: Places in `samples`, at most so many, until none reaches the least correlation.
package func strongest(
  of samples: [[Double]], for outcome: [Double], most: Int, least: Double
) -> [Int] {
  func centred(_ values: [Double]) -> [Double] {
    let middle = Double(values.count - 1) / 2
    return ranks(values).map { $0 - middle }
  }
  func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
  func without(_ known: [Double], _ values: [Double]) -> [Double] {
    let share = product(values, known) / product(known, known)
    return zip(values, known).map { $0 - share * $1 }
  }
  var rest = centred(outcome)
  var columns = samples.map(centred)
  let sizes = columns.map { product($0, $0) }
  var chosen: [Int] = []
  while chosen.count < most {
    let size = product(rest, rest)
    guard size > 1e-12 * sizes.reduce(1, max) else { break }
    let correlations = columns.indices.map { place in
      let own = product(columns[place], columns[place])
      guard !chosen.contains(place), own > 1e-9 * sizes[place], own > 0 else { return 0.0 }
      return abs(product(columns[place], rest)) / (own * size).squareRoot()
    }
    // The first of equals, so that the catalogue's order decides.
    guard let best = correlations.max(), best >= least,
      let place = correlations.firstIndex(of: best)
    else { break }
    chosen.append(place)
    let known = columns[place]
    rest = without(known, rest)
    columns = columns.enumerated().map { $0.offset == place ? known : without(known, $0.element) }
  }
  return chosen
}

private func ranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = Array(repeating: 0.0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start
    while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
    for place in start...end { ranks[order[place]] = Double(start + end) / 2 }
    start = end + 1
  }
  return ranks
}
