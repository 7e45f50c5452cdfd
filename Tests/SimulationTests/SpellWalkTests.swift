import HybridWork
import Simulation
import TestSupport
import Testing

/// Spells of days drawn all at once against a walk that draws each day by itself, as the
/// definition says: the ends of spells much longer than the mean are drawn when they are met.
@Suite("spells day by day")
struct SpellWalkTests {
  /// Share of days and mean length of a spell.
  typealias Chain = (share: Double, length: Double)

  @Test(
    "travel is that of drawing every day's onset and end by itself",
    arguments: [(0.04, 3.0), (0.3, 1.0), (0.2, 90.0), (0.5, 20.0), (0.001, 400.0)] as [Chain])
  func travel(chain: Chain) throws {
    try agrees([.travelShare: chain.share, .travelSpellDays: chain.length]) { person in
      person.chain(chain.share, chain.length, onset: 8)
    }
  }

  @Test(
    "sickness is that of drawing every day by itself, spells of both kinds",
    arguments: [
      [.sickShare: 0.02, .sickSpellDays: 2.5, .sickLongShare: 0.1, .sickLongSpellDays: 10],
      [.sickShare: 0.3, .sickSpellDays: 22, .sickLongShare: 0.5, .sickLongSpellDays: 40],
      [.sickShare: 0.2, .sickSpellDays: 9, .sickLongShare: 0.02, .sickLongSpellDays: 300],
      [
        .sickShare: 0.1, .sickSpellDays: 3, .sickLongShare: 0.2, .sickLongSpellDays: 9,
        .epidemicWeeks: 10, .epidemicSickFactor: 4,
      ],
    ] as [[AssumptionID: Double]])
  func sickness(changes: [AssumptionID: Double]) throws {
    try agrees(changes) { $0.sick }
  }

  private func agrees(
    _ changes: [AssumptionID: Double], _ plain: (PlainAbsence) -> [Bool]
  ) throws {
    // No whole number of eight days.
    let world = try AbsenceWorld(changes, "2024-01-02", "2024-11-14")
    let luck = AbsenceWorld.luck(3)
    let common = PlainLuck(
      values: world.values,
      years: [2024: PlainYear(2024, holidays: Set(AbsenceWorld.holidays.map(\.date)))],
      days: world.calendar.days.map(\.date), luck: luck)
    for (number, block) in world.blocks(3, luck: luck).enumerated() {
      for lane in 0..<64 {
        let person = PlainAbsence(common: common, unit: "A", place: number * 64 + lane)
        #expect(block.away.map { $0 >> UInt64(lane) & 1 == 1 } == plain(person))
      }
    }
  }
}
