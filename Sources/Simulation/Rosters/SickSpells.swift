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
  /// The chance to begin in an ordinary week, and in an epidemic one.
  private let onset: BernoulliThreshold
  private let onsetInEpidemic: BernoulliThreshold
  private let ordinaryOnset: Double
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
    ordinaryOnset = ordinary
    onset = BernoulliThreshold(probability: ordinary)
    onsetInEpidemic = BernoulliThreshold(probability: ordinary * factor)

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

  /// The keys of the four draws.
  struct Keys {
    let start: RandomKey
    let onset: RandomKey
    let length: RandomKey
    let end: RandomKey
  }

  /// Writes the sick lanes of every day of a calendar.
  func write(
    lanes: UInt64, keys: Keys, calendar: [WorkDay], shocks: CommonShocks,
    to days: UnsafeMutablePointer<UInt64>
  ) {
    let sick = start.mask(keys.start, 0) & lanes
    var long = sick == 0 ? 0 : sick & startLong.mask(keys.length, 0)
    var short = sick & ~long
    for (index, day) in calendar.enumerated() {
      if index > 0 {
        let counter = UInt64(bitPattern: Int64(day.date.dayNumber))
        let threshold = threshold(on: index, shocks)
        let begun = threshold.mask(keys.onset, counter) & ~(short | long) & lanes
        if short != 0 { short &= ~endShort.mask(keys.end, counter) }
        if long != 0 { long &= ~endLong.mask(keys.end, counter) }
        if begun != 0 {
          let longOnes = begun & isLong.mask(keys.length, counter)
          long |= longOnes
          short |= begun & ~longOnes
        }
      }
      days[index] = short | long
    }
  }

  private func threshold(on day: Int, _ shocks: CommonShocks) -> BernoulliThreshold {
    let usual = shocks.isEpidemic[day] ? onsetInEpidemic : onset
    guard !shocks.imposedSickFactor.isEmpty, shocks.imposedSickFactor[day] > 0 else {
      return usual
    }
    let imposed = ordinaryOnset * shocks.imposedSickFactor[day]
    return imposed > usual.probability ? BernoulliThreshold(probability: imposed) : usual
  }
}
