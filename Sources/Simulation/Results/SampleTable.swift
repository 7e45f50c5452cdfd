import HybridWork

/// The value of every reported outcome in every calendar of every scenario.
///
/// A sample is one replication in one world; sample `world * replications + replication`. Values
/// that are not defined are NaN.
public final class SampleTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.
  private let values: UnsafeMutablePointer<Double>
  /// The rows: outcomes and whom they are for.
  public let keys: [OutcomeKey]
  /// Scenarios: the baseline and the policies.
  public let scenarioCount: Int
  /// Worlds times replications.
  public let sampleCount: Int
  private let places: [OutcomeKey: Int]

  init(keys: [OutcomeKey], scenarioCount: Int, sampleCount: Int) {
    self.keys = keys
    self.scenarioCount = scenarioCount
    self.sampleCount = sampleCount
    places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    values = .allocate(capacity: keys.count * scenarioCount * sampleCount)
    values.initialize(repeating: .nan, count: keys.count * scenarioCount * sampleCount)
  }

  deinit { values.deallocate() }

  func set(_ key: Int, scenario: Int, sample: Int, _ value: Double) {
    values[(key * scenarioCount + scenario) * sampleCount + sample] = value
  }

  /// Takes the samples of a range out, or puts them in.
  func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    for row in 0..<(keys.count * scenarioCount) {
      tape.pass(values + row * sampleCount + samples.lowerBound, count: samples.count)
    }
  }

  /// The place of a row, or nil when it is not reported.
  public func place(of key: OutcomeKey) -> Int? { places[key] }

  /// The samples of a row in one scenario, in sample order.
  public func samples(row: Int, scenario: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(
      start: values + (row * scenarioCount + scenario) * sampleCount, count: sampleCount)
  }

  /// The samples of an outcome in one scenario; empty when the outcome is not reported.
  public func samples(_ key: OutcomeKey, scenario: Int) -> [Double] {
    places[key].map { Array(samples(row: $0, scenario: scenario)) } ?? []
  }
}
