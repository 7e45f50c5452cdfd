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
