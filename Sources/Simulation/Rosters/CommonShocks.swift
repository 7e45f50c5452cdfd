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
  /// 1 on days on which the whole city is flooded, eight days by eight.
  private let cityFloods: [SIMD8<UInt64>]
  /// Below which of the 2⁵² uniform numbers a unit's own flood lies, eight days by eight.
  private let unitFloodBelow: [SIMD8<UInt64>]
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
    cityFloods = Self.octets(happens(.floodDays, .cityFlood).map { $0 ? 1 : 0 })
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
    unitFloodBelow = Self.octets(
      workingDays.map { RandomKey.uniformsBelow(world[.unitFloodDays] / $0) })
    cutOff = BernoulliThreshold(probability: world[.floodStaffShare])
    mayFlood = world[.floodStaffShare] > 0 && (world[.floodDays] > 0 || world[.unitFloodDays] > 0)
  }

  private static func octets(_ values: [UInt64]) -> [SIMD8<UInt64>] {
    stride(from: 0, to: values.count, by: 8).map { first in
      var octet = SIMD8<UInt64>()
      for place in first..<min(first + 8, values.count) { octet[place - first] = values[place] }
      return octet
    }
  }

  private static func counter(_ day: WorkDay) -> UInt64 {
    UInt64(bitPattern: Int64(day.date.dayNumber))
  }

  /// Writes the lanes that can't reach the office on each day to `days`, which has room for whole
  /// octets.
  ///
  /// `unitKey` is the unit's stream of floods, `blockKey` the block's of who is cut off.
  func writeCutOff(
    lanes: UInt64, unitKey: RandomKey, blockKey: RandomKey, calendar: DayOctets,
    to days: UnsafeMutablePointer<UInt64>
  ) {
    days.update(repeating: 0, count: calendar.counters.count * 8)
    if mayFlood {
      for (octet, counters) in calendar.counters.enumerated() {
        // The difference of two numbers below 2⁶³ has its first bit set where the first is smaller.
        let draws = unitKey.words(counters) &>> 12
        let hits = (draws &- unitFloodBelow[octet]) &>> 63 | cityFloods[octet]
        guard hits.union != 0 else { continue }
        for place in 0..<8 where hits[place] != 0 {
          days[octet * 8 + place] = cutOff.mask(blockKey, counters[place]) & lanes
        }
      }
    }
    guard !imposedFlood.isEmpty else { return }
    for (index, share) in imposedFlood.enumerated() where share > 0 {
      // The same bits as of any flood of the day, so that a larger share contains a smaller one.
      days[index] |=
        BernoulliThreshold(probability: share)
        .mask(blockKey, calendar.counters[index / 8][index % 8]) & lanes
    }
  }
}
