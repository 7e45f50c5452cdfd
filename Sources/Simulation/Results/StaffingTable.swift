package import HybridWork

/// The staff of each pool on site on each day of every calendar and scenario.
///
/// Of units that share nothing but services the counts may be added up: luck is keyed by unit.
package final class StaffingTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.
  private let counts: UnsafeMutablePointer<Int32>
  private let model: StudyModel
  private let length: Int
  /// How many of these are of staff on site; the others are of staff on flexible days.
  private let countOnSite: Int
  /// Worlds times replications.
  package let sampleCount: Int
  /// Calendars of each world.
  package let replications: Int

  init(_ model: StudyModel) {
    self.model = model
    sampleCount = model.study.run.worlds * model.study.run.replications
    replications = model.study.run.replications
    length = ServiceStaff.countsOfPools(model)
    countOnSite = model.staff.pools.pools.count * model.dayCount
    let count = max(length * sampleCount * model.scenarioCount, 1)
    counts = .allocate(capacity: count)
    counts.initialize(repeating: 0, count: count)
  }

  deinit { counts.deallocate() }

  func set(_ tallies: [ScenarioTally], sample: Int) {
    for (scenario, tally) in tallies.enumerated() {
      let place = counts + (sample * model.scenarioCount + scenario) * length
      for (index, count) in tally.staffOfPool.enumerated() { place[index] = count }
    }
  }

  /// The sets of services that people serve, by the services' identifiers.
  package var pools: [[String]] {
    model.staff.pools.pools.map { $0.map { model.study.services[$0].id } }
  }

  /// Adds the staff of a scenario in a calendar to sums laid out for other pools.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - other: A scenario over which the staff are counted, which may give negative numbers; nil to
  ///     count them all.
  ///   - sample: The calendar.
  ///   - places: For each of ``pools`` its place among those of the sums; nil to leave it out.
  ///   - sums: ``StaffedServices/length`` numbers.
  package func add(
    scenario: Int, over other: Int? = nil, sample: Int, to places: [Int?], of sums: inout [Int32]
  ) {
    let days = model.dayCount
    let own = counts + (sample * model.scenarioCount + scenario) * length
    let base = other.map { counts + (sample * model.scenarioCount + $0) * length }
    let half = sums.count / 2
    for (pool, place) in places.enumerated() {
      guard let place else { continue }
      // First those on site, then, where they are counted, those on flexible days.
      for (first, target) in [(0, 0), (countOnSite, half)] where first < length {
        for day in 0..<days {
          let count = first + pool * days + day
          sums[target + place * days + day] += own[count] - (base?[count] ?? 0)
        }
      }
    }
  }
}

/// What a policy's staff on site mean for a promise of coverage, day by day.
package struct StaffedServices: Sendable {
  private let model: StudyModel
  private let staff: ServiceStaff

  /// Judges the services of a study by counts of its people; `study` has a baseline and one policy,
  /// by whose hours people are on site.
  package init(_ study: Study) throws(SimulationError) {
    model = try StudyModel(study)
    staff = ServiceStaff(model)
  }

  /// The sets of services that people serve, by the services' identifiers.
  package var pools: [[String]] {
    model.staff.pools.pools.map { $0.map { model.study.services[$0].id } }
  }

  /// The numbers that counts of one calendar have.
  package var length: Int { 2 * pools.count * model.dayCount }

  /// Days on which each service is open; 0 for those that need nobody on site.
  package var openDays: [Int] {
    model.needs.plans.map { plan in plan.classOfDay.count { $0 >= 0 } }
  }

  /// Whether each service keeps a promise on each day of one calendar; true where it is closed.
  ///
  /// - Parameters:
  ///   - counts: Staff of each pool on site, as ``StaffingTable`` adds them up.
  ///   - baseline: The same under the baseline; what is on site there is today's coverage.
  ///   - extra: For each service and weekday people more than counted, `service * 7 + weekday`;
  ///     empty for none.
  ///   - promise: The promise.
  /// - Returns: `service * days + day`.
  package func keeps(
    _ counts: [Int32], baseline: [Int32], extra: [Int] = [], promise: DayPromise
  ) -> [Bool] {
    let days = model.dayCount
    var kept = Array(repeating: true, count: model.needs.plans.count * days)
    let serving = staff.counts(counts, scenario: model.scenarioCount - 1)
    let today = promise.isOfBaseline ? staff.counts(baseline, scenario: 0) : nil
    for (service, plan) in model.needs.plans.enumerated() {
      for (day, dayClass) in plan.classOfDay.enumerated() where dayClass >= 0 {
        let weekday = model.study.calendar.days[day].weekday.rawValue
        let more = extra.isEmpty ? 0 : extra[service * 7 + weekday]
        let covered = plan.coveredParts(dayClass, serving, service, day, more: more)
        let whole =
          today.map { plan.coveredParts(dayClass, $0, service, day, more: 0) }
          ?? plan.partsOfDay
        // A hair below, so that 95% of 20 half hours is 19.
        kept[service * days + day] = Double(covered) >= promise.least * Double(whole) - 1e-9
      }
    }
    return kept
  }
}

extension StaffedServices {
  /// Goes through calendars day by day.
  ///
  /// - Parameters:
  ///   - samples: The calendars.
  ///   - extra: People more than counted, as in ``keeps(_:baseline:extra:promise:)``.
  ///   - promise: The promise.
  ///   - fill: Adds a calendar's staff to two sums of zeros: the policy's and the baseline's.
  ///   - body: Takes calendar, service, weekday, and whether the promise is kept, for every open day.
  package func eachDay(
    samples: Range<Int>, extra: [Int] = [], promise: DayPromise,
    fill: (Int, inout [Int32], inout [Int32]) -> Void,
    body: (Int, Int, Weekday, Bool) -> Void
  ) {
    let days = model.study.calendar.days
    let open = model.needs.plans.map { plan in days.indices.filter { plan.classOfDay[$0] >= 0 } }
    for sample in samples {
      var counts = Array(repeating: Int32(0), count: length)
      var baseline = counts
      fill(sample, &counts, &baseline)
      let kept = keeps(counts, baseline: baseline, extra: extra, promise: promise)
      for (service, openDays) in open.enumerated() {
        for day in openDays {
          body(sample, service, days[day].weekday, kept[service * days.count + day])
        }
      }
    }
  }
}

/// A day's part of a promise: the least coverage, of the open half hours or of today's.
package struct DayPromise: Hashable, Sendable {
  /// The least share of the half hours, or of those covered under the baseline on the same day.
  package let least: Double
  /// Whether the share is of the baseline's coverage.
  package let isOfBaseline: Bool

  /// A least share of the open half hours, or of the baseline's coverage.
  package init(least: Double, isOfBaseline: Bool) {
    self.least = least
    self.isOfBaseline = isOfBaseline
  }
}

extension ServicePlan {
  /// The half hours or shifts that are covered on a day, with more people all day than counted.
  fileprivate func coveredParts(
    _ dayClass: Int, _ staff: ServiceStaff.Counts, _ service: Int, _ day: Int, more: Int
  ) -> Int {
    let onSite = Int(staff.allDay[staff.firstPlaces[service] + day]) + more
    let partly = staff.partly.isEmpty ? 0 : Int(staff.partly[service * classOfDay.count + day])
    let staffing = staffing(onSite: onSite, partly: partly, pattern: staff.pattern)
    return coveredBits(dayClass: dayClass, staffing: staffing).nonzeroBitCount
  }
}
