import HybridWork
import Statistics

/// What befalls a whole city or unit in one calendar of luck: epidemic weeks, floods, outages.
///
/// Keyed by date, by unit where it is a unit's own, and never by policy.
struct CommonShocks {
  /// For each working day of the study whether its week is epidemic.
  let isEpidemic: [Bool]
  /// The same for the weekdays of half a year before the study, and for its first day.
  let epidemicsBefore: [Bool]
  /// The long-run share of weeks that are epidemic.
  let epidemicWeekShare: Double
  /// On which days people away have no network.
  let hasOutage: [Bool]
  private let isFlooded: [Bool]
  private let unitFlood: [Double]
  private let cutOff: BernoulliThreshold
  /// On each day the imposed share of staff that can't reach the office; empty without any.
  private let imposedFlood: [Double]
  /// On each day how many times as often people fall sick by imposition; empty without any.
  let imposedSickFactor: [Double]
  /// Whether any flood is possible at all.
  let mayFlood: Bool

  private static let weeksBefore = 26

  /// The shocks of a world on one luck, with `strains` imposed on top.
  init(
    _ world: Assumptions, calendar: WorkCalendar, luck: RandomKey,
    strains: [StressTest.Strain] = []
  ) {
    let days = calendar.days
    let weekShare = min(world[.epidemicWeeks] * 7 / 365.25, 1)
    let epidemics = luck.child(Purpose.epidemicWeek.rawValue)
    func isEpidemic(_ date: WorkDate) -> Bool {
      guard weekShare > 0 else { return false }
      // Weeks are numbered from the Monday 700,000 days before 1969-12-29.
      return epidemics.uniform(UInt64((date.dayNumber + 3 + 700_000) / 7)) < weekShare
    }
    epidemicWeekShare = weekShare
    self.isEpidemic = days.map { isEpidemic($0.date) }
    let first = days[0].date
    epidemicsBefore = (1 - 7 * Self.weeksBefore...0).map { first.advanced(by: $0) }
      .filter { $0.weekday <= .friday }.map(isEpidemic)

    // A year's days of an event are spread evenly over its working days.
    let workingDays = calendar.years.flatMap { year in
      repeatElement(Double(year.days.count), count: year.studyDays.count)
    }
    func happens(_ id: AssumptionID, _ purpose: Purpose) -> [Bool] {
      let key = luck.child(purpose.rawValue)
      return days.indices.map { day in
        world[id] > 0 && key.uniform(Self.counter(days[day])) < world[id] / workingDays[day]
      }
    }
    isFlooded = happens(.floodDays, .cityFlood)
    func imposed(_ size: (StressTest.Kind) -> Double?) -> [Double] {
      let sizes = days.map { day in
        strains.filter { $0.days.contains(day.date) }.compactMap { size($0.kind) }.max() ?? 0
      }
      return sizes.contains { $0 > 0 } ? sizes : []
    }
    imposedFlood = imposed { if case .flood(let share) = $0 { share } else { nil } }
    imposedSickFactor = imposed { if case .epidemic(let factor) = $0 { factor } else { nil } }
    let imposedOutage = imposed { $0 == .outage ? 1 : nil }
    let outages = happens(.outageDays, .outage)
    hasOutage =
      imposedOutage.isEmpty ? outages : zip(outages, imposedOutage).map { $0 || $1 > 0 }
    unitFlood = workingDays.map { world[.unitFloodDays] / $0 }
    cutOff = BernoulliThreshold(probability: world[.floodStaffShare])
    mayFlood = world[.floodStaffShare] > 0 && (world[.floodDays] > 0 || world[.unitFloodDays] > 0)
  }

  private static func counter(_ day: WorkDay) -> UInt64 {
    UInt64(bitPattern: Int64(day.date.dayNumber))
  }

  /// Writes the lanes that can't reach the office on each day.
  ///
  /// `unitKey` is the unit's stream of floods, `blockKey` the block's of who is cut off.
  func writeCutOff(
    lanes: UInt64, unitKey: RandomKey, blockKey: RandomKey, calendar: [WorkDay],
    to days: UnsafeMutablePointer<UInt64>
  ) {
    for (index, day) in calendar.enumerated() {
      let counter = Self.counter(day)
      let isHit =
        mayFlood
        && (isFlooded[index]
          || unitFlood[index] > 0 && unitKey.uniform(counter) < unitFlood[index])
      var hit = isHit ? cutOff.mask(blockKey, counter) & lanes : 0
      if !imposedFlood.isEmpty && imposedFlood[index] > 0 {
        // The same bits as of any flood of the day, so that a larger share contains a smaller one.
        hit |=
          BernoulliThreshold(probability: imposedFlood[index]).mask(blockKey, counter) & lanes
      }
      days[index] = hit
    }
  }
}
