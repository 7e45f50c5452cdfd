import RealModule
public import Statistics

/// How far the distribution of a result moves when one input is held within a part of its range.
///
/// PAWN (Pianosi and Wagener 2018): Kolmogorov and Smirnov's distance between the distribution of
/// all results and that of results with the input in one of several slices; the median and the
/// greatest over slices. It needs no special design, and no independence of inputs: what a correlated
/// neighbour does is counted with it.
public struct PAWNIndex: Sendable, Equatable {
  /// The median and the greatest distance over slices, 0…1.
  public let median: Double, greatest: Double

  /// The index of one input.
  ///
  /// - Parameters:
  ///   - input: Values of the input.
  ///   - result: Results, as many.
  ///   - slices: Parts of equally many runs in order of the input; runs with equal values are never
  ///     parted, so that an input of two values has two slices.
  public init(input: [Double], result: [Double], slices: Int) {
    precondition(input.count == result.count && slices > 0, "one result a value")
    let order = input.indices.sorted { left, right in
      input[left] == input[right] ? left < right : input[left] < input[right]
    }
    let all = result.sorted()
    var distances: [Double] = []
    var start = 0
    for slice in 1...slices {
      var end = max(slice * order.count / slices, start)
      while end < order.count, end > start, input[order[end]] == input[order[end - 1]] { end += 1 }
      guard end > start else { continue }
      distances.append(Self.distance(order[start..<end].map { result[$0] }.sorted(), all))
      start = end
    }
    median = SampleSummary(distances).p50
    greatest = distances.max() ?? .nan
  }

  /// What chance alone gives: the 95% quantile of the greatest median index among inputs that do
  /// nothing.
  ///
  /// What lies below it may be chance. The index of one such input is taken as normal, with the mean
  /// and deviation over `draws` random orders.
  ///
  /// - Parameters:
  ///   - result: Results.
  ///   - slices: Parts, as for the index.
  ///   - inputs: Inputs that are looked at together, at least 1.
  ///   - draws: Random orders, at least 2.
  ///   - key: The stream that orders are drawn from.
  /// - Returns: The limit, 0…1 and a little above where there are few results.
  public static func chance(
    result: [Double], slices: Int, inputs: Int, draws: Int, key: RandomKey
  ) -> Double {
    precondition(inputs > 0 && draws > 1, "an input, and orders of it")
    let medians = (0..<draws).map { draw in
      let order = randomOrder(result.count, key.child(UInt64(draw)))
      return PAWNIndex(input: order.map(Double.init), result: result, slices: slices).median
    }
    let idle = SampleSummary(medians)
    let reach = standardNormalQuantile(Double.pow(0.95, 1 / Double(inputs)))
    return idle.mean + reach * idle.standardDeviation
  }

  /// The greatest distance between two distribution functions; both samples in order.
  private static func distance(_ one: [Double], _ other: [Double]) -> Double {
    var (i, j) = (0, 0)
    var greatest = 0.0
    while i < one.count, j < other.count {
      let value = min(one[i], other[j])
      while i < one.count, one[i] <= value { i += 1 }
      while j < other.count, other[j] <= value { j += 1 }
      greatest = max(
        greatest, abs(Double(i) / Double(one.count) - Double(j) / Double(other.count)))
    }
    return greatest
  }
}
