import ArgumentParser
import Exploration
import Statistics

/// Sobol' indices with resampled intervals of a sum of independent inputs, from runs made beforehand.
struct Indices: ParsableCommand {
  @Option var points: Int
  @Option var factors: Int
  @Option var rounds = 3
  @Option var seed: UInt64 = 1

  /// Resamples of `SobolIndices`.
  private static let resamples = 400

  func run() throws {
    OpenBLAS.useOneThread()
    let weights = (1...factors).map { 1 / Double($0) }
    let key = RandomKey(seed: seed)
    func input(_ sample: UInt64, _ point: Int, _ factor: Int) -> Double {
      key.child(sample).uniform(UInt64(point * factors + factor))
    }
    func sum(_ sample: UInt64, _ point: Int) -> Double {
      weights.indices.reduce(0) { $0 + weights[$1] * input(sample, point, $1) }
    }
    let a = (0..<points).map { sum(0, $0) }
    let b = (0..<points).map { sum(1, $0) }
    let mixed = weights.indices.map { factor in
      (0..<points).map { point in
        a[point] + weights[factor] * (input(1, point, factor) - input(0, point, factor))
      }
    }
    var meter = Meter()
    var total: [Double] = []
    for _ in 0..<rounds {
      total = meter.measure {
        SobolIndices(a: a, b: b, mixed: mixed, key: key.child("resamples")).inputs.map(\.total)
      }
    }
    var report = CaseReport(meter, work: Double(points * factors * Self.resamples))
    report.results["total"] = total
    let squares = weights.map { $0 * $0 }
    report.results["known"] = squares.map { $0 / squares.reduce(0, +) }
    try report.write()
  }
}
