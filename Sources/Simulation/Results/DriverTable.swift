import HybridWork

/// What money and output of units and groups follow, in every calendar of every scenario.
final class DriverTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.

  /// Groups told apart: first everyone, then every group that is large enough to be shown; none where
  /// there are more than ``mostGroups``.
  let groups: [OutcomeGroup]
  /// How many people each group has.
  let sizes: [Int]
  private let drivers: UnsafeMutablePointer<Double>
  private let output: UnsafeMutablePointer<Double>
  private let present: UnsafeMutablePointer<Double>
  /// For each group its place among the groups of all groupings in a tally; nil for everyone.
  private let places: [Int?]
  private let scenarioCount: Int
  private let sampleCount: Int

  /// More groups than this are not told apart, so that a nation's units do not fill the memory.
  static let mostGroups = 1_000

  init(_ model: StudyModel, sampleCount: Int) {
    let lanes = model.groupLanes
    self.sampleCount = sampleCount
    scenarioCount = model.scenarioCount
    var places: [Int?] = [nil]
    var sizes = [model.study.population.count]
    var first = 0
    for (grouping, shown) in zip(model.groupings, lanes.places) {
      for group in grouping.groups.indices where shown[group] != nil {
        places.append(first + group)
        sizes.append(grouping.sizes[group])
      }
      first += grouping.groups.count
    }
    let isKept = lanes.groups.count <= Self.mostGroups
    groups = isKept ? lanes.groups : []
    self.places = isKept ? places : []
    self.sizes = isKept ? sizes : []
    func memory(_ perGroup: Int) -> UnsafeMutablePointer<Double> {
      let count = max(model.scenarioCount * sampleCount * (isKept ? places.count : 0) * perGroup, 1)
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: count)
      memory.initialize(repeating: 0, count: count)
      return memory
    }
    drivers = memory(CostDriver.allCases.count)
    output = memory(1)
    present = memory(1)
  }

  deinit {
    for memory in [drivers, output, present] { memory.deallocate() }
  }

  private func cell(_ scenario: Int, _ sample: Int) -> Int {
    (scenario * sampleCount + sample) * groups.count
  }

  /// Stores one calendar, with the person-days on duty of each unit.
  func set(_ tally: ScenarioTally, presentOfUnit: [Int], scenario: Int, sample: Int) {
    let cell = cell(scenario, sample)
    let count = CostDriver.allCases.count
    guard !groups.isEmpty else { return }
    output[cell] = tally.outputOfUnit.reduce(0, +) + Double(tally.shockWorkOfUnit.reduce(0, +))
    present[cell] = Double(presentOfUnit.reduce(0, +))
    for (group, place) in places.enumerated() {
      guard let place else { continue }
      let row = drivers + (cell + group) * count
      for driver in 0..<count {
        row[driver] = Double(tally.driversOfGroup[place * PersonDrivers.perGroup + driver])
      }
      for driver in [CostDriver.motorcycleKilometres, .carKilometres] {
        // There and back.
        row[driver.rawValue] *= 2 / CellTally.partsPerKilometre
      }
      // Units are the first grouping.
      guard place < presentOfUnit.count else { continue }
      output[cell + group] = tally.outputOfUnit[place] + Double(tally.shockWorkOfUnit[place])
      present[cell + group] = Double(presentOfUnit[place])
    }
  }

  /// Takes the samples of a range out, or puts them in.
  func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    for scenario in 0..<scenarioCount {
      let first = cell(scenario, samples.lowerBound)
      let cells = samples.count * groups.count
      let count = CostDriver.allCases.count
      tape.pass(drivers + first * count, count: cells * count)
      tape.pass(output + first, count: cells)
      tape.pass(present + first, count: cells)
    }
  }

  /// A driver of a group in one calendar.
  func quantity(_ driver: CostDriver, group: Int, scenario: Int, sample: Int) -> Double {
    drivers[(cell(scenario, sample) + group) * CostDriver.allCases.count + driver.rawValue]
  }

  /// Person-days of output that a unit or everyone gains and of presence, in one calendar.
  func work(group: Int, scenario: Int, sample: Int) -> (gained: Double, present: Double) {
    let place = cell(scenario, sample) + group
    return (output[place], present[place])
  }
}
