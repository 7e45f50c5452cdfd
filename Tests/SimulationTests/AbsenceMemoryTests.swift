import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Absence that is not drawn again")
struct AbsenceMemoryTests {
  private static let absence: [AssumptionID: Double] = [
    .optInVoluntary: 0.6, .approvalShare: 0.8, .daysUsedShare: 0.7,
    .leaveEntitlementDays: 12, .leaveShare: 0.04, .leaveSpellDays: 2.5, .leaveBridgeFactor: 3,
    .sickShare: 0.05, .sickSpellDays: 3, .sickLongShare: 0.1, .sickLongSpellDays: 12,
    .travelShare: 0.06, .travelSpellDays: 2, .trainingShare: 0.03, .trainingSpellDays: 3,
    .epidemicWeeks: 12, .epidemicSickFactor: 3, .floodDays: 20, .unitFloodDays: 25,
    .floodStaffShare: 0.5,
  ]

  /// Seventy people in two units, one of them also at work on Saturdays, away by choice.
  private func study() throws -> Study {
    var small = SmallStudy(
      people: (0..<70).map { TestPerson("p\($0)", unit: $0 < 66 ? "Kantor" : "RSUD") })
    small.from = day("2024-01-08")
    small.through = day("2024-03-15")
    small.holidays = [
      PublicHoliday(
        date: day("2024-02-08"), kind: .national, name: Bilingual(id: "Libur", en: "Holiday"))
    ]
    small.sixDayUnits = ["RSUD"]
    small.values.merge(Self.absence) { $1 }
    small.policies = [SmallStudy.policy("thursday", .fixed([.thursday]))]
    small.run = RunSettings(worlds: 2, replications: 2, seed: 5)
    return try small.study()
  }

  /// The worlds with an assumption changed to something lawful.
  private func changed(_ id: AssumptionID, in worlds: [DrawnWorld]) -> [DrawnWorld] {
    worlds.map { world in
      var world = world
      let value = world.assumptions[id]
      world.assumptions[id] = value > 0.5 && value <= 1 ? value * 0.5 : value * 1.7
      return world
    }
  }

  @Test(
    "worlds that share some of their absence come out as if all of it were drawn",
    arguments: absence.keys.sorted { $0.ordinal < $1.ordinal })
  func shared(id: AssumptionID) throws {
    let study = try study()
    let sweep = try AssumptionSweep(study, outcome: .officeShareMean)
    let middle = try CentralWorlds(study).worlds
    let other = changed(id, in: middle)
    func run(_ sheets: [[DrawnWorld]]) -> [[Double]] {
      sweep.run(
        sheets.map { AssumptionSweep.Sheet(simulated: $0) }, threads: 2, grid: WaitingGrid()
      ) { _ in }.map(\.differences)
    }
    let alone = run([other])[0]
    let found = run([middle, other, middle])
    #expect(found[1] == alone)
    #expect(found[2] == found[0], "what is kept stays as it was")
    #expect(alone != found[0], "the assumption moves people here: there is something to see")
  }
}
