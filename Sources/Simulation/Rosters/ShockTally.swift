import HybridWork
import Statistics

/// Days that floods, outages and work while ill cost or gave in one calendar of one scenario.
public struct ShockTally: BitwiseCopyable, Equatable, Sendable {
  /// Person-days without work because the office could not be reached.
  public internal(set) var daysCutOff = 0
  /// Flexible days worked by people who could not have reached the office.
  public internal(set) var flexibleDaysInFloods = 0
  /// Flexible days on which an outage prevented work.
  public internal(set) var flexibleDaysInOutages = 0
  /// Flexible days booked as worked by people who were ill.
  public internal(set) var sickDaysBooked = 0
  /// Those of ``sickDaysBooked`` on which no work was done.
  public internal(set) var sickDaysRelabelled = 0

  /// Person-days of work that these add to, or take from, everyone's attendance on the same luck.
  ///
  /// Who works through a flood adds a day, which an outage takes again; who works while ill adds
  /// one unless the day is only relabelled.
  public var workGained: Int {
    flexibleDaysInFloods - flexibleDaysInOutages + sickDaysBooked - sickDaysRelabelled
  }

  static func += (tally: inout ShockTally, other: ShockTally) {
    tally.daysCutOff += other.daysCutOff
    tally.flexibleDaysInFloods += other.flexibleDaysInFloods
    tally.flexibleDaysInOutages += other.flexibleDaysInOutages
    tally.sickDaysBooked += other.sickDaysBooked
    tally.sickDaysRelabelled += other.sickDaysRelabelled
  }
}

/// Counts the shocks of one block of people under one policy.
struct ShockCount {
  let hasOutage: [Bool]
  let days: [WorkDay]
  /// Days on which somebody of the block is cut off or nobody away has a network.
  let shockDays: [Int]
  /// Whether an ill person books the day, and whether nothing is done on it.
  let worksKey: RandomKey
  let relabelledKey: RandomKey

  /// Counts a calendar, given who would work flexibly on each day unless absent.
  func count(
    _ masks: AbsenceMasks, sickness: SicknessRule?, wanted: UnsafePointer<UInt64>
  ) -> ShockTally {
    var tally = ShockTally()
    let works = BernoulliThreshold(probability: sickness?.worksAnywayShare ?? 0)
    let relabelled = BernoulliThreshold(probability: sickness?.relabelledShare ?? 0)
    func count(_ day: Int) {
      let cutOff = masks.cutOff[day]
      let ill = sickness == nil ? 0 : masks.sick[day] & ~masks.planned[day]
      let wanted = wanted[day]
      let flexible = wanted & ~masks.away[day]
      tally.daysCutOff += (cutOff & ~flexible).nonzeroBitCount
      tally.flexibleDaysInFloods += (cutOff & flexible).nonzeroBitCount
      if hasOutage[day] { tally.flexibleDaysInOutages += flexible.nonzeroBitCount }
      // Nobody books work during an outage.
      guard ill & wanted != 0, !hasOutage[day] else { return }
      let counter = UInt64(bitPattern: Int64(days[day].date.dayNumber))
      let booked = ill & wanted & works.mask(worksKey, counter)
      tally.sickDaysBooked += booked.nonzeroBitCount
      tally.sickDaysRelabelled +=
        (booked & relabelled.mask(relabelledKey, counter)).nonzeroBitCount
    }
    // Without work while ill, most days have nothing to count.
    if sickness == nil {
      for day in shockDays { count(day) }
    } else {
      for day in days.indices { count(day) }
    }
    return tally
  }
}
