import RealModule

/// The chances of n events of a Poisson process in some time, and of more than n.
struct PoissonWeights {
  /// The largest mean whose weights can be summed from 0 on without underflow.
  static let longestMean = 500.0

  /// P(N = n); at the last n all of the rest.
  private(set) var exactly: [Double] = []
  /// P(N > n), 0 at the last n.
  private(set) var more: [Double] = []

  var last: Int { exactly.count - 1 }

  /// Finds the weights until 10⁻¹⁴ is left; reuses the storage.
  mutating func set(mean: Double) {
    exactly.removeAll(keepingCapacity: true)
    more.removeAll(keepingCapacity: true)
    var weight = Double.exp(-mean)
    var count = 0.0
    while true {
      exactly.append(weight)
      count += 1
      let ratio = mean / count
      weight *= ratio
      if ratio < 1, weight <= 1e-14 * (1 - ratio) { break }
    }
    more.append(contentsOf: repeatElement(0, count: exactly.count))
    var rest = 0.0
    for index in stride(from: exactly.count - 1, to: 0, by: -1) {
      rest += exactly[index]
      more[index - 1] = rest
    }
    exactly[0] = 1 - rest
  }
}
