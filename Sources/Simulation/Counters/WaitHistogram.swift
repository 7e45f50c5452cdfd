/// How long citizens wait, pooled over half hours: counts beyond fixed edges.
package enum WaitHistogram {
  /// Edges in minutes; the last is where a reported wait ends, "300 or more".
  package static let edges: [Double] = [
    0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240, 300,
  ]

  /// A number for each edge.
  typealias Counts = InlineArray<24, Double>

  /// The wait in minutes that a share of citizens stays below, interpolated between edges.
  ///
  /// - Parameters:
  ///   - share: 0…1.
  ///   - beyond: For each edge the number of citizens who wait longer.
  ///   - arrivals: All citizens.
  /// - Returns: Minutes; 0 when enough do not wait at all, the last edge at most, NaN without
  ///   arrivals.
  package static func quantile(
    _ share: Double, beyond: UnsafePointer<Double>, arrivals: Double
  ) -> Double {
    guard arrivals > 0 else { return .nan }
    let rest = (1 - share) * arrivals
    guard beyond[0] > rest else { return 0 }
    for index in 1..<edges.count where beyond[index] <= rest {
      let width = edges[index] - edges[index - 1]
      let drop = beyond[index - 1] - beyond[index]
      return edges[index - 1] + width * (beyond[index - 1] - rest) / drop
    }
    return edges[edges.count - 1]
  }
}
