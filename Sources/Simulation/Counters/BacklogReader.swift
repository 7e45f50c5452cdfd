import HybridWork

/// How work on cases went in one calendar under one policy.
struct BacklogRecord {
  /// Cases whose last day of the standard lies within the calendar, and those of them in time.
  var judged = 0.0
  var inTime = 0.0
  /// Cases finished, and the evenings that open cases lay over, summed over cases.
  var finished = 0.0
  var openDays = 0.0
  /// Cases open on the last evening.
  var openAtEnd = 0.0

  mutating func add(_ other: BacklogRecord) {
    judged += other.judged
    inTime += other.inTime
    finished += other.finished
    openDays += other.openDays
    openAtEnd += other.openAtEnd
  }

  var withinStandard: Double { judged > 0 ? inTime / judged : .nan }

  /// Mean working days a case lies open, by Little's law: the mean number open over those finished
  /// a day.
  var turnaroundDays: Double { finished > 0 ? openDays / finished : .nan }
}

/// Works the backlogs of a study, and what is asked of its counters online, day by day with the staff
/// that the roster gives.
///
/// Cases are a fluid, first come first served. Staff on flexible days count as much as those on site.
/// At a counter those on site serve online only beyond the day's largest need.
struct BacklogReader: Sendable {
  private struct Plan: Sendable {
    let service: Int
    /// Cases planned for each day.
    let cases: [Double]
    let opening: Double
    let withinDays: Int
    /// Central staff minutes of a case, for a whole working day given to cases.
    let handlingMinutes: Double
    /// For a counter, staff who stay at it on each day.
    let staffAtCounter: [Int32]?
  }

  private let plans: [Plan]
  private let minutesOfDay: [Double]

  init(_ study: Study, needs: StaffingNeeds) {
    let days = study.calendar.days
    minutesOfDay = days.map { $0.hours * 60 }
    plans = study.services.indices.compactMap { service in
      switch study.services[service].kind {
      case .backlog(let backlog):
        Plan(
          service: service, cases: days.map { backlog.expectedCases(on: $0.date) },
          opening: backlog.openingBacklog, withinDays: backlog.standard.withinDays,
          handlingMinutes: backlog.handlingMinutes / backlog.hoursShare, staffAtCounter: nil)
      case .counter(let counter) where counter.isServedOnline:
        Plan(
          service: service, cases: days.map { counter.expectedOnline(on: $0.date) }, opening: 0,
          withinDays: counter.terms.onlineWithinDays,
          handlingMinutes: counter.terms.onlineHandlingMinutes,
          staffAtCounter: days.indices.map { needs.plans[service].largestOwnNeed(onDay: $0) })
      default: nil
      }
    }
  }

  /// The record of each backlog and online channel, and of all together.
  func records(
    staff: ServiceStaff.Counts, _ world: Assumptions
  ) -> (services: [(service: Int, record: BacklogRecord)], total: BacklogRecord) {
    var total = BacklogRecord()
    let records = plans.map { plan in
      let first = plan.service * minutesOfDay.count
      let minutes = plan.handlingMinutes * world[.handlingTimeFactor]
      let capacity = minutesOfDay.indices.map { day in
        var people = staff.allDay[staff.firstPlaces[plan.service] + day]
        if let atCounter = plan.staffAtCounter {
          people = max(people - atCounter[day], 0) + staff.flexible[first + day]
        }
        return Double(people) * minutesOfDay[day] / minutes
      }
      let record = Self.work(
        cases: plan.cases.map { $0 * world[.arrivalFactor] }, capacity: capacity,
        opening: plan.opening, withinDays: plan.withinDays)
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
  /// - Returns: How it went; open cases are counted each evening, those of the opening included.
  static func work(
    cases: [Double], capacity: [Double], opening: Double, withinDays: Int
  ) -> BacklogRecord {
    var record = BacklogRecord()
    var come = opening
    var comeBefore: [Double] = []
    var doneBy: [Double] = []
    for day in cases.indices {
      comeBefore.append(come)
      come += cases[day]
      record.finished = min(come, record.finished + capacity[day])
      record.openAtEnd = come - record.finished
      record.openDays += record.openAtEnd
      doneBy.append(record.finished)
    }
    for day in cases.indices where day + withinDays < cases.count {
      record.judged += cases[day]
      record.inTime += min(max(doneBy[day + withinDays] - comeBefore[day], 0), cases[day])
    }
    return record
  }
}
