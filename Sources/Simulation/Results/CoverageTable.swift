import HybridWork
public import Statistics

/// On how many days each service, weekday and half hour was covered, in every calendar.
public final class CoverageTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.
  private let days: UnsafeMutablePointer<UInt16>
  private let sampleCount: Int
  private let scenarioCount: Int
  private let openDays: [Int]
  /// The places judged.
  public let cells: [CoverageCell]

  init(_ needs: StaffingNeeds, scenarioCount: Int, sampleCount: Int) {
    cells = needs.cells
    openDays = needs.cells.map { needs.openDays[$0.weekday.rawValue] }
    self.sampleCount = sampleCount
    self.scenarioCount = scenarioCount
    let count = scenarioCount * sampleCount * needs.cells.count
    days = .allocate(capacity: max(count, 1))
    days.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { days.deallocate() }

  func cells(scenario: Int, sample: Int) -> UnsafeMutablePointer<UInt16> {
    days + (scenario * sampleCount + sample) * cells.count
  }

  /// Takes the samples of a range out, or puts them in.
  func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    for scenario in 0..<scenarioCount {
      tape.pass(
        cells(scenario: scenario, sample: samples.lowerBound), count: samples.count * cells.count)
    }
  }

  /// Coverage of the place with the lowest expected coverage.
  public struct Worst: Sendable {
    /// Service, weekday and half hour.
    public let cell: CoverageCell
    /// Share of days covered, over all calendars.
    public let coverage: SampleSummary
  }

  /// Expected coverage of each of ``cells`` in a scenario; NaN for weekdays that never come.
  public func means(scenario: Int) -> [Double] {
    var covered = Array(repeating: 0, count: cells.count)
    for sample in 0..<sampleCount {
      let first = (scenario * sampleCount + sample) * cells.count
      for cell in cells.indices { covered[cell] += Int(days[first + cell]) }
    }
    return cells.indices.map { cell in
      openDays[cell] > 0 ? Double(covered[cell]) / Double(openDays[cell] * sampleCount) : .nan
    }
  }

  /// The place with the lowest expected coverage in a scenario; nil without services or open days.
  public func worst(scenario: Int) -> Worst? {
    var lowest: (cell: Int, mean: Double)?
    for (cell, mean) in means(scenario: scenario).enumerated() where openDays[cell] > 0 {
      if lowest.map({ mean < $0.mean }) ?? true { lowest = (cell, mean) }
    }
    return lowest.map { lowest in
      let shares = (0..<sampleCount).map { sample in
        let place = (scenario * sampleCount + sample) * cells.count + lowest.cell
        return Double(days[place]) / Double(openDays[lowest.cell])
      }
      return Worst(cell: cells[lowest.cell], coverage: SampleSummary(shares))
    }
  }
}
