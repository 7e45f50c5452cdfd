import HybridWork
import Statistics
import TestSupport
import Testing

@testable import Simulation

/// Spells against a walk that draws each day by itself, as the definition says.
@Suite("spells day by day")
struct SpellWalkTests {
  private static let days = Array(0..<171)

  private static func calendar() throws -> DayOctets {
    let calendar = try AbsenceWorld.calendar("2024-01-01", "2024-12-31")
    return DayOctets(Array(calendar.days.prefix(days.count)))
  }

  private static func counter(_ calendar: DayOctets, _ day: Int) -> UInt64 {
    calendar.counters[day / 8][day % 8]
  }

  @Test(
    "absence is that of drawing every day's onset and end by itself",
    arguments: [(0.04, 3.0), (0.3, 1.0), (0.2, 90.0), (0.5, 20.0), (0.001, 400.0), (0, 3)])
  func absence(share: Double, spellDays: Double) throws {
    let calendar = try Self.calendar()
    let process = AbsenceProcess(share: share, spellDays: spellDays)
    let start = BernoulliThreshold(probability: share)
    let end = BernoulliThreshold(probability: 1 / spellDays)
    let onset = BernoulliThreshold(probability: share / (spellDays * (1 - share)))
    // One room for all blocks, as a thread has.
    let room = DayRoom(days: Self.days.count)
    for block in 0..<30 as Range<UInt64> {
      let root = RandomKey(seed: 5).child(block)
      let keys = AbsenceProcess.Keys(
        start: root.child(1), onset: root.child(2), end: root.child(3))
      let lanes = UInt64.max >> (block % 64)
      var words = Array(repeating: UInt64(0), count: DayOctets.room(forDays: Self.days.count))
      process.add(lanes: lanes, keys: keys, calendar: calendar, in: room, to: &words)
      var absent = start.mask(keys.start, 0) & lanes
      for day in Self.days {
        if day > 0 {
          let counter = Self.counter(calendar, day)
          let begun = onset.mask(keys.onset, counter) & lanes
          absent = absent & ~end.mask(keys.end, counter) | ~absent & begun
        }
        #expect(words[day] == absent)
      }
    }
  }

  @Test(
    "sickness is that of drawing every day by itself, spells of both kinds",
    arguments: [(0.02, 0.1, 10.0), (0.3, 0.5, 40.0), (0.2, 0.02, 200.0), (0.4, 1.0, 10.0)])
  func sickness(share: Double, longShare: Double, longDays: Double) throws {
    let days = try AbsenceWorld.calendar("2024-01-01", "2024-12-31")
    var values = SmallStudy.certain
    values.merge(
      [
        .sickShare: share, .sickSpellDays: max(longShare * longDays, 2.5) + 1,
        .sickLongShare: longShare, .sickLongSpellDays: longDays, .epidemicWeeks: 0,
      ]
    ) { $1 }
    let world = Assumptions { values[$0] ?? .nan }
    let luck = RandomKey(seed: 6)
    let shocks = CommonShocks(world, calendar: days, luck: luck)
    let calendar = try Self.calendar()
    let lengths = SickSpells.Lengths(world)
    let onset = BernoulliThreshold(probability: share / (lengths.mean * (1 - share)))
    let isLong = BernoulliThreshold(probability: lengths.longShare)
    let endShort = BernoulliThreshold(probability: 1 / lengths.short)
    let endLong = BernoulliThreshold(probability: 1 / lengths.long)
    let start = BernoulliThreshold(probability: share)
    let startLong = BernoulliThreshold(
      probability: lengths.longShare * lengths.long / lengths.mean)
    let room = DayRoom(days: days.days.count)
    let spells = SickSpells(world, shocks: shocks)
    for block in 0..<30 as Range<UInt64> {
      let root = luck.child(block)
      let keys = SickSpells.Keys(
        start: root.child(1), onset: root.child(2), length: root.child(3), end: root.child(4))
      var words = Array(repeating: UInt64(0), count: DayOctets.room(forDays: days.days.count))
      spells.write(lanes: .max, keys: keys, calendar: calendar, in: room, to: &words)
      let sick = start.mask(keys.start, 0)
      var long = sick & startLong.mask(keys.length, 0)
      var short = sick & ~long
      for day in Self.days {
        if day > 0 {
          let counter = Self.counter(calendar, day)
          let new = onset.mask(keys.onset, counter) & ~(short | long)
          let longs = isLong.mask(keys.length, counter)
          short = short & ~endShort.mask(keys.end, counter) | new & ~longs
          long = long & ~endLong.mask(keys.end, counter) | new & longs
        }
        #expect(words[day] == short | long)
      }
    }
  }
}
