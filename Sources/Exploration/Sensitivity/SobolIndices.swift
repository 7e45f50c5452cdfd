public import Statistics

/// How much of the variance of a result each input accounts for, alone and with all others.
///
/// Both by Jansen (1999), from a model run at A, B, and A with one input taken from B: an input that
/// does nothing has exactly 0, and one that does everything exactly 1.
public struct SobolIndices: Sendable {
  /// The indices of one input, each with its 90% interval.
  public struct Index: Sendable, Equatable {
    /// The share of variance that goes if this input alone were known.
    public let first: Double
    public let firstLow: Double, firstHigh: Double
    /// The share that stays if all but this input were known.
    public let total: Double
    public let totalLow: Double, totalHigh: Double
  }

  /// One entry an input.
  public let inputs: [Index]
  /// The variance that is divided: half the mean squared difference of A and B.
  public let variance: Double

  private static let resamples = 400

  /// Estimates the indices.
  ///
  /// Intervals are those of a normal whose standard deviation is that over resampled rows; rows are
  /// resampled as wholes, so that what they share stays together.
  ///
  /// - Parameters:
  ///   - a: Results at the base points.
  ///   - b: Results at the other points, as many.
  ///   - mixed: For each input the results at A with this input taken from B.
  ///   - key: The stream that resampling draws from.
  public init(a: [Double], b: [Double], mixed: [[Double]], key: RandomKey) {
    precondition(a.count == b.count && mixed.allSatisfy { $0.count == a.count }, "equal samples")
    let rows = Array(a.indices)
    let found = Self.indices(a, b, mixed, rows: rows)
    variance = found.variance
    var resampled: [[(first: Double, total: Double)]] = []
    for resample in 0..<Self.resamples {
      let stream = key.child(UInt64(resample))
      let drawn = rows.map { Int(stream.index(below: UInt64(rows.count), UInt64($0))) }
      resampled.append(Self.indices(a, b, mixed, rows: drawn).inputs)
    }
    let reach = StudentT(degreesOfFreedom: .infinity).quantile(0.95)
    inputs = found.inputs.enumerated().map { place, index in
      let first = reach * SampleSummary(resampled.map { $0[place].first }).standardDeviation
      let total = reach * SampleSummary(resampled.map { $0[place].total }).standardDeviation
      return Index(
        first: index.first, firstLow: index.first - first, firstHigh: index.first + first,
        total: index.total, totalLow: index.total - total, totalHigh: index.total + total)
    }
  }

  private static func indices(
    _ a: [Double], _ b: [Double], _ mixed: [[Double]], rows: [Int]
  ) -> (inputs: [(first: Double, total: Double)], variance: Double) {
    let count = Double(rows.count)
    // A and B share the luck of a row, so that their difference holds what is not known alone.
    let variance = rows.reduce(0) { $0 + (a[$1] - b[$1]) * (a[$1] - b[$1]) } / (2 * count)
    let inputs = mixed.map { mixed -> (first: Double, total: Double) in
      guard variance > 0 else { return (.nan, .nan) }
      let rest = rows.reduce(0) { $0 + (b[$1] - mixed[$1]) * (b[$1] - mixed[$1]) } / (2 * count)
      let own = rows.reduce(0) { $0 + (a[$1] - mixed[$1]) * (a[$1] - mixed[$1]) } / (2 * count)
      return (1 - rest / variance, own / variance)
    }
    return (inputs, variance)
  }
}
