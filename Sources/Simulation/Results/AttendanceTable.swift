import HybridWork

/// Person-days of each unit by whereabouts, and the citizens who came to each service, in every
/// calendar of one scenario.
package final class AttendanceTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.
  private let personDays: UnsafeMutablePointer<Int32>
  private let arrivals: UnsafeMutablePointer<Double>
  private let unitCount: Int
  private let serviceCount: Int
  /// The scenario that is looked at.
  package let scenario: Int
  /// Worlds times replications.
  package let sampleCount: Int
  let isObserved: [Bool]

  init(_ model: StudyModel, scenario: Int, isObserved: [Bool]) {
    precondition(
      isObserved.count == model.staff.unitBlocks.count * model.dayCount,
      "one flag is needed for each unit and day")
    self.scenario = scenario
    self.isObserved = isObserved
    unitCount = model.staff.unitBlocks.count
    serviceCount = model.needs.plans.count
    sampleCount = model.study.run.worlds * model.study.run.replications
    let places = max(sampleCount * unitCount * Whereabouts.allCases.count, 1)
    personDays = .allocate(capacity: places)
    personDays.initialize(repeating: 0, count: places)
    arrivals = .allocate(capacity: max(sampleCount * serviceCount, 1))
    arrivals.initialize(repeating: .nan, count: max(sampleCount * serviceCount, 1))
  }

  deinit {
    personDays.deallocate()
    arrivals.deallocate()
  }

  func set(_ count: AttendanceCount, sample: Int) {
    let length = unitCount * Whereabouts.allCases.count
    (personDays + sample * length).update(from: count.personDays, count: length)
  }

  func set(arrivals value: Double, service: Int, sample: Int) {
    arrivals[sample * serviceCount + service] = value
  }

  /// Person-days of a unit on the days observed, by whereabouts.
  package func personDays(unit: Int, sample: Int) -> [Double] {
    let kinds = Whereabouts.allCases.count
    let first = (sample * unitCount + unit) * kinds
    return (0..<kinds).map { Double(personDays[first + $0]) }
  }

  /// Citizens who came to a service, those who return included; NaN for services without a queue.
  package func arrivals(service: Int, sample: Int) -> Double {
    arrivals[sample * serviceCount + service]
  }
}

/// Counts where the people of each unit are in one calendar: memory of one thread.
final class AttendanceCount {
  /// `unit * kinds + kind`, on the days observed.
  let personDays: UnsafeMutablePointer<Int32>
  let scenario: Int
  private let isObserved: [Bool]
  private let length: Int
  private let dayCount: Int

  init(_ model: StudyModel, _ table: AttendanceTable) {
    scenario = table.scenario
    isObserved = table.isObserved
    dayCount = model.dayCount
    length = model.staff.unitBlocks.count * Whereabouts.allCases.count
    personDays = .allocate(capacity: max(length, 1))
    personDays.initialize(repeating: 0, count: max(length, 1))
  }

  deinit { personDays.deallocate() }

  func reset() { personDays.update(repeating: 0, count: length) }

  /// Adds one block.
  ///
  /// Days off roster belong to nothing, planned absence counts before sickness, and
  /// whoever is on site for part of a day is in the office.
  func add(
    _ block: PackedStaff.Block, _ absence: AbsenceMasks, onSite: UnsafePointer<UInt64>,
    flexible: UnsafePointer<UInt64>, isPartDay: Bool
  ) {
    let counts = personDays + block.unit * Whereabouts.allCases.count
    let lanes = block.lanes
    func add(_ kind: Whereabouts, _ mask: UInt64) {
      counts[kind.ordinal] &+= Int32(truncatingIfNeeded: (mask & lanes).nonzeroBitCount)
    }
    for day in 0..<dayCount where isObserved[block.unit * dayCount + day] {
      add(.office, onSite[day])
      add(isPartDay ? .office : .flexible, flexible[day])
      add(.sick, absence.sick[day] & ~absence.planned[day])
      add(.leave, absence.leave[day])
      add(.travel, absence.travel[day] & ~absence.leave[day])
      add(.other, absence.cutOff[day] & ~flexible[day])
    }
  }
}

extension Study {
  /// Which units are large enough to be told of, in the order of the population's units.
  package var shownUnits: [Bool] { Grouping.shownUnits(of: self) }
}
