import HybridWork
import RealModule
import Simulation
import Statistics
import TestSupport
import Testing

/// Bounds are four standard deviations of binomial counts, or the 10⁻⁴ point of chi-square: a check
/// fails by chance at most once in 10,000 seeds, and the seeds are fixed.
@Suite("spells of sickness")
struct SickSpellTests {
  static let values: [AssumptionID: Double] = [
    .sickShare: 0.2, .sickSpellDays: 3, .sickLongShare: 0.15, .sickLongSpellDays: 12,
  ]
  /// (3 − 0.15 · 12) / 0.85.
  static let short = 1.2 / 0.85

  static func geometric(_ mean: Double, atLeast days: Int) -> Double {
    Double.pow(1 - 1 / mean, days - 1)
  }

  /// The chance that a spell lasts at least some days.
  static func atLeast(_ days: Int) -> Double {
    0.85 * geometric(short, atLeast: days) + 0.15 * geometric(12, atLeast: days)
  }

  @Test("lengths are a mixture of short and long ones, and not geometric")
  func lengths() throws {
    let world = try AbsenceWorld(Self.values, "2024-01-01", "2024-12-31")
    let spells = world.blocks(12).flatMap { block in
      (0..<64).flatMap { block.offDuty.spells(lane: $0) }
    }.filter { $0.start < 120 }
    // Long spells that begin before day 120 end inside the year but for e⁻¹¹ of them.
    let edges = [1, 2, 3, 4, 6, 9, 14, 20, 30]
    func statistic(_ survival: (Int) -> Double) -> Double {
      edges.indices.reduce(0) { sum, bin in
        let low = edges[bin]
        let high = bin + 1 < edges.count ? edges[bin + 1] : Int.max
        let share = survival(low) - (high == .max ? 0 : survival(high))
        let expected = share * Double(spells.count)
        let seen = Double(spells.count { $0.length >= low && $0.length < high })
        return sum + (seen - expected) * (seen - expected) / expected
      }
    }
    #expect(spells.count > 4000)
    // Nine bins, eight degrees of freedom: 31.83 is passed once in 10,000.
    #expect(statistic(Self.atLeast) < 31.83)
    #expect(statistic { Self.geometric(3, atLeast: $0) } > 500)
  }

  @Test("the share holds from the first day to the last")
  func share() throws {
    let world = try AbsenceWorld(Self.values, "2024-01-01", "2024-02-29")
    let blocks = world.blocks(200)
    let people = 200.0 * 64
    for day in [0, 1, 2, 5, 10, 20, world.calendar.days.count - 1] {
      let sick = Double(blocks.reduce(0) { $0 + $1.offDuty[day].nonzeroBitCount })
      #expect(abs(sick - 0.2 * people) < 4 * (0.2 * 0.8 * people).squareRoot(), "day \(day)")
    }
  }

  @Test("who is sick today is sick again later as often as the exact chain says")
  func autocorrelation() throws {
    let world = try AbsenceWorld(Self.values, "2024-01-01", "2024-02-29")
    let blocks = world.blocks(200)
    let people = 200.0 * 64
    // The three states carried forward from "sick on the first day", its spell long or short.
    let longOfSick = 0.15 * 12 / 3
    var (short, long) = (1 - longOfSick, longOfSick)
    let onset = 0.2 / (3 * 0.8)
    for lag in 0...20 {
      if [0, 1, 2, 5, 10, 20].contains(lag) {
        let both = blocks.reduce(0) { $0 + ($1.offDuty[0] & $1.offDuty[lag]).nonzeroBitCount }
        let p = 0.2 * (short + long)
        #expect(
          abs(Double(both) - p * people) < 4 * (p * (1 - p) * people).squareRoot(), "lag \(lag)")
      }
      let begun = onset * (1 - short - long)
      short += begun * 0.85 - short / Self.short
      long += begun * 0.15 - long / 12
    }
  }

  @Test("spells too long for the mean are shortened and the mean holds")
  func clipped() throws {
    let tight: [AssumptionID: Double] = [
      .sickShare: 0.2, .sickSpellDays: 1.5, .sickLongShare: 0.1, .sickLongSpellDays: 60,
    ]
    let world = try AbsenceWorld(tight, "2024-01-01", "2024-12-31")
    let spells = world.blocks(8).flatMap { block in
      (0..<64).flatMap { block.offDuty.spells(lane: $0) }
    }.filter { $0.start < 180 }
    // Nine in ten last a day, the tenth six days on average: 0.9 + 0.1 · 6 = 1.5.
    let mean = Double(spells.map(\.length).reduce(0, +)) / Double(spells.count)
    #expect(spells.count > 10_000)
    #expect(abs(mean - 1.5) < 4 * 2.3 / 10_000.0.squareRoot())
  }

  @Test("after epidemic weeks the first day is as bad as those weeks made it")
  func epidemics() throws {
    let changes: [AssumptionID: Double] = [
      .sickShare: 0.1, .epidemicWeeks: 10, .epidemicSickFactor: 6,
    ]
    let values = Self.values.merging(changes) { $1 }
    let late = try AbsenceWorld(values, "2024-03-04", "2024-03-29")
    let early = try AbsenceWorld(values, "2024-01-08", "2024-03-29")
    let years = [2024: PlainYear(2024, holidays: Set(AbsenceWorld.holidays.map(\.date)))]
    var shares: [Double] = []
    for number in UInt64(0)..<6 {
      let luck = AbsenceWorld.luck(number)
      let exact = PlainLuck(
        values: late.values, years: years, days: late.calendar.days.map(\.date), luck: luck)
      let p = exact.first.short + exact.first.long
      shares.append(p)
      let bound = 4 * (p * (1 - p) * 100 * 64).squareRoot()
      let first = late.blocks(100, luck: luck).reduce(0) { $0 + $1.offDuty[0].nonzeroBitCount }
      #expect(abs(Double(first) - p * 6400) < bound)
      // A study that began two months before finds the same share on that day.
      let place = try #require(early.calendar.days.firstIndex { $0.date == late.calendar.from })
      let later = early.blocks(100, luck: luck).reduce(0) {
        $0 + $1.offDuty[place].nonzeroBitCount
      }
      #expect(abs(Double(later) - p * 6400) < bound + 6400 * 0.002)
    }
    #expect((shares.max() ?? 0) > 1.3 * (shares.min() ?? 1))
  }
}
