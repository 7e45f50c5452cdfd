import HybridWork
import Statistics

/// Sickness as spells of two kinds, short and long, each of geometric length.
///
/// A share s of spells is long with mean ℓ working days; the short ones have the mean that makes
/// all spells m days long on average. With share π of days sick a spell begins with π/(m(1−π)) on
/// a day, more often in an epidemic week and less in others, so that the long-run mean stays.
struct SickSpells {
  private let isLong: BernoulliThreshold
  private let endShort: BernoulliThreshold
  private let endLong: BernoulliThreshold
  /// The chance to begin on an ordinary day.
  private let onset: BernoulliThreshold
  private let unusualDays: [[UnusualDay]]
  /// Who is sick on the first day, and for which of them the spell is a long one.
  private let start: BernoulliThreshold
  private let startLong: BernoulliThreshold

  /// Sickness of a world, given which weeks before and in the study are epidemic.
  init(_ world: Assumptions, shocks: CommonShocks) {
    let lengths = Lengths(world)
    let share = world[.sickShare]
    let mean = lengths.mean > 0 && share < 1 ? share / (lengths.mean * (1 - share)) : 0
    let factor = world[.epidemicSickFactor]
    let ordinary = mean / (1 + (factor - 1) * shocks.epidemicWeekShare)
    isLong = BernoulliThreshold(probability: lengths.longShare)
    endShort = BernoulliThreshold(probability: 1 / lengths.short)
    endLong = BernoulliThreshold(probability: 1 / lengths.long)
    onset = BernoulliThreshold(probability: ordinary)
    unusualDays = Self.unusualDays(ordinary: ordinary, factor: factor, shocks)

    // People fall ill independently of each other given the weeks, so the first day's state needs
    // no run-up of its own: its probabilities are carried forward through the weeks before.
    let longOfSick = lengths.longShare * lengths.long / lengths.mean
    var short = share * (1 - longOfSick)
    var long = share * longOfSick
    if share < 1 && ordinary != mean {
      for isEpidemic in shocks.epidemicsBefore {
        let begun = (1 - short - long) * min(isEpidemic ? ordinary * factor : ordinary, 1)
        short += begun * (1 - lengths.longShare) - short / lengths.short
        long += begun * lengths.longShare - long / lengths.long
      }
    }
    start = BernoulliThreshold(probability: short + long)
    startLong = BernoulliThreshold(
      probability: short + long > 0 ? long / (short + long) : 0)
  }

  /// The lengths of spells in a world.
  ///
  /// A short spell has at least one day; where the stated long spells leave less than that for the
  /// short ones, the long ones are shorter than stated and the mean of all holds.
  struct Lengths {
    let mean: Double
    let longShare: Double
    let short: Double
    let long: Double

    init(_ world: Assumptions) {
      mean = world[.sickSpellDays]
      longShare = world[.sickLongShare]
      let stated = longShare * world[.sickLongSpellDays]
      if longShare >= 1 {
        (short, long) = (1, mean)
      } else if longShare > 0 && mean - stated < 1 - longShare {
        (short, long) = (1, (mean - (1 - longShare)) / longShare)
      } else {
        (short, long) = ((mean - stated) / (1 - longShare), world[.sickLongSpellDays])
      }
    }
  }

  /// A day on which spells begin with another chance than in an ordinary week.
  private struct UnusualDay {
    /// The day's place among its eight.
    let place: Int
    let onset: BernoulliThreshold
  }

  /// The chance to begin on each day that is not ordinary, eight days by eight.
  private static func unusualDays(
    ordinary: Double, factor: Double, _ shocks: CommonShocks
  ) -> [[UnusualDay]] {
    let usual = BernoulliThreshold(probability: ordinary)
    let inEpidemic = BernoulliThreshold(probability: ordinary * factor)
    let onsets = shocks.isEpidemic.enumerated().map { day, isEpidemic in
      let own = isEpidemic ? inEpidemic : usual
      guard !shocks.imposedSickFactor.isEmpty, shocks.imposedSickFactor[day] > 0 else {
        return own
      }
      let imposed = ordinary * shocks.imposedSickFactor[day]
      return imposed > own.probability ? BernoulliThreshold(probability: imposed) : own
    }
    return stride(from: 0, to: onsets.count, by: 8).map { first in
      (first..<min(first + 8, onsets.count)).filter { onsets[$0] != usual }
        .map { UnusualDay(place: $0 - first, onset: onsets[$0]) }
    }
  }

  /// The keys of the four draws.
  struct Keys {
    let start: RandomKey
    let onset: RandomKey
    let length: RandomKey
    let end: RandomKey
  }

  /// Writes the sick lanes of every day of a calendar to `days`, which has room for whole octets.
  ///
  /// As in ``AbsenceProcess``, all days are drawn at once and then walked.
  func write(
    lanes: UInt64, keys: Keys, calendar: DayOctets, in room: DayRoom,
    to days: UnsafeMutablePointer<UInt64>
  ) {
    let sick = start.mask(keys.start, 0) & lanes
    var long = sick == 0 ? 0 : sick & startLong.mask(keys.length, 0)
    var short = sick & ~long
    drawOnsets(lanes, keys, calendar, in: room)
    let shortEnds = room.drawEnds(of: room.spells, endShort, keys.end, first: short, calendar)
    let longEnds = room.drawEnds(of: room.longSpells, endLong, keys.end, first: long, calendar)
    for (octet, counters) in calendar.counters.enumerated() {
      let begun = room.spells.onsets[octet].places
      let begunLong = room.longSpells.onsets[octet].places
      var endedShort = shortEnds.ends(octet: octet, counters, after: short).places
      var endedLong = longEnds.ends(octet: octet, counters, after: long).places
      if octet == 0 { (endedShort[0], endedLong[0]) = (0, 0) }
      for place in 0..<8 {
        let well = ~(short | long)
        short = (short & ~endedShort[place]) | (begun[place] & well)
        long = (long & ~endedLong[place]) | (begunLong[place] & well)
        days[octet * 8 + place] = short | long
      }
    }
  }

  /// Draws who would fall sick on each day, for a short spell or a long one.
  private func drawOnsets(
    _ lanes: UInt64, _ keys: Keys, _ calendar: DayOctets, in room: DayRoom
  ) {
    let (short, long) = (room.spells.onsets, room.longSpells.onsets)
    room.draw(onset, keys.onset, lanes: lanes, calendar, into: short)
    for (octet, days) in unusualDays.enumerated() {
      for day in days {
        let counter = calendar.counters[octet][day.place]
        short[octet][day.place] = day.onset.mask(keys.onset, counter) & lanes
      }
    }
    // On the first day the start alone decides.
    short[0][0] = 0
    room.draw(isLong, keys.length, lanes: short, calendar, into: long)
    for octet in calendar.counters.indices { short[octet] &= ~long[octet] }
  }
}
