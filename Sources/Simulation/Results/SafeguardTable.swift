/// What safeguards did in every calendar of every scenario.
public final class SafeguardTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.
  private let tallies: UnsafeMutablePointer<SafeguardTally>
  private let sampleCount: Int
  private let scenarioCount: Int

  init(scenarioCount: Int, sampleCount: Int) {
    self.sampleCount = sampleCount
    self.scenarioCount = scenarioCount
    let count = scenarioCount * sampleCount
    tallies = .allocate(capacity: max(count, 1))
    tallies.initialize(repeating: SafeguardTally(), count: max(count, 1))
  }

  deinit { tallies.deallocate() }

  func set(_ tally: SafeguardTally, scenario: Int, sample: Int) {
    tallies[scenario * sampleCount + sample] = tally
  }

  /// Takes the samples of a range out, or puts them in.
  func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    for scenario in 0..<scenarioCount {
      tape.pass(
        tallies + scenario * sampleCount + samples.lowerBound, count: samples.count)
    }
  }

  /// What the safeguards of a scenario did, one tally a calendar; all zero without any.
  public func tallies(scenario: Int) -> [SafeguardTally] {
    (0..<sampleCount).map { tallies[scenario * sampleCount + $0] }
  }
}
