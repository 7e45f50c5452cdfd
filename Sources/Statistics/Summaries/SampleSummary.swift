/// Location and spread of a sample in six numbers.
public struct SampleSummary: Equatable, Sendable {
  /// How many values the sample has, NaN not counted.
  public let count: Int
  /// The average; NaN for an empty sample.
  public let mean: Double
  /// The standard deviation with divisor n - 1; NaN for fewer than two values.
  public let standardDeviation: Double
  /// The 5 % quantile; NaN for an empty sample.
  public let p05: Double
  /// The median; NaN for an empty sample.
  public let p50: Double
  /// The 95 % quantile; NaN for an empty sample.
  public let p95: Double

  /// Summarises a sample, leaving NaN out.
  ///
  /// Sums are compensated (Neumaier) in the order of the sample; quantiles are of type 7 in
  /// Hyndman and Fan's list: linear between order statistics, the least at 0 and the greatest at 1.
  public init(_ samples: [Double]) {
    let present = samples.filter { !$0.isNaN }
    count = present.count
    let sorted = present.sorted()
    let mean = Self.mean(ofPresent: present)
    self.mean = mean
    standardDeviation =
      count < 2
      ? .nan
      : (Self.sum(present.map { ($0 - mean) * ($0 - mean) }) / Double(count - 1)).squareRoot()
    p05 = Self.quantile(0.05, ofSorted: sorted)
    p50 = Self.quantile(0.5, ofSorted: sorted)
    p95 = Self.quantile(0.95, ofSorted: sorted)
  }

  /// The mean alone, as a summary has it: NaN left out, NaN for an empty sample.
  public static func mean(_ samples: [Double]) -> Double {
    samples.withUnsafeBufferPointer { mean($0) }
  }

  /// The mean alone of samples in memory.
  public static func mean(_ samples: UnsafeBufferPointer<Double>) -> Double {
    mean(ofPresent: samples.filter { !$0.isNaN })
  }

  private static func mean(ofPresent present: [Double]) -> Double {
    // The mean of equal numbers is that number, which a rounded division might miss.
    guard let first = present.first else { return .nan }
    for value in present where value != first { return sum(present) / Double(present.count) }
    return first
  }

  private static func sum(_ values: [Double]) -> Double {
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    return sum.value
  }

  private static func quantile(_ probability: Double, ofSorted sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let position = probability * Double(sorted.count - 1)
    let index = Int(position)
    let share = position - Double(index)
    // Also keeps ∞ - ∞ out where no interpolation is due.
    guard share > 0, sorted[index] != sorted[index + 1] else { return sorted[index] }
    return sorted[index] + share * (sorted[index + 1] - sorted[index])
  }
}
