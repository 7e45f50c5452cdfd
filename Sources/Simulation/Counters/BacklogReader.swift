import HybridWork

/// How a backlog went in one calendar under one policy.
struct BacklogRecord {
  /// Cases whose last day of the standard lies within the calendar, and those of them in time.
  var judged = 0.0
  var inTime = 0.0

  mutating func add(_ other: BacklogRecord) {
    judged += other.judged
    inTime += other.inTime
  }

  var withinStandard: Double { judged > 0 ? inTime / judged : .nan }
}

/// Works the backlogs of a study day by day with the staff that the roster gives.
///
/// Cases are a fluid, first come first served. Staff on flexible days count as much as those on site.
struct BacklogReader: Sendable {
  private struct Plan: Sendable {
    let service: Int
    let backlog: BacklogService
    let cases: [Double]
  }

  private let plans: [Plan]
  private let minutesOfDay: [Double]

  init(_ study: Study) {
    let days = study.calendar.days
    minutesOfDay = days.map { $0.hours * 60 }
    plans = study.services.enumerated().compactMap { index, service in
      guard let backlog = service.backlog else { return nil }
      return Plan(
        service: index, backlog: backlog, cases: days.map { backlog.expectedCases(on: $0.date) })
    }
  }

  /// The record of each backlog, and of all together.
  ///
  /// - Parameters:
  ///   - staff: Staff of each service, `service * days + day`.
  ///   - world: The world, for demand and handling times.
  /// - Returns: One record a backlog, and their sum.
  func records(
    staff: [Int32], _ world: Assumptions
  ) -> (services: [(service: Int, record: BacklogRecord)], total: BacklogRecord) {
    var total = BacklogRecord()
    let records = plans.map { plan in
      let first = plan.service * minutesOfDay.count
      let backlog = plan.backlog
      let minutes = backlog.handlingMinutes * world[.handlingTimeFactor]
      let capacity = minutesOfDay.indices.map {
        Double(staff[first + $0]) * minutesOfDay[$0] * backlog.hoursShare / minutes
      }
      let record = Self.work(
        cases: plan.cases.map { $0 * world[.arrivalFactor] }, capacity: capacity,
        opening: backlog.openingBacklog, withinDays: backlog.standard.withinDays)
      total.add(record)
      return (plan.service, record)
    }
    return (records, total)
  }

  /// Works cases off in the order in which they came.
  ///
  /// - Parameters:
  ///   - cases: New cases of each day.
  ///   - capacity: Cases that can be finished on each day.
  ///   - opening: Cases that lie there before the first day; they are finished first, not judged.
  ///   - withinDays: Working days after the day of arrival; 0 is the day itself.
  /// - Returns: Cases judged, and those of them finished in time.
  static func work(
    cases: [Double], capacity: [Double], opening: Double, withinDays: Int
  ) -> BacklogRecord {
    var come = opening
    var done = 0.0
    var comeBefore: [Double] = []
    var doneBy: [Double] = []
    for day in cases.indices {
      comeBefore.append(come)
      come += cases[day]
      done = min(come, done + capacity[day])
      doneBy.append(done)
    }
    var record = BacklogRecord()
    for day in cases.indices where day + withinDays < cases.count {
      record.judged += cases[day]
      record.inTime += min(max(doneBy[day + withinDays] - comeBefore[day], 0), cases[day])
    }
    return record
  }
}
