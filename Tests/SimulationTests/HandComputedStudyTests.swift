import HybridWork
import Simulation
import TestSupport
import Testing

/// Four people, two weeks, no absence, certain take-up: every figure is worked out here by hand.
///
/// Ani (motorcycle, 10 km, III, routine), Budi (car, 20 km, IV, professional), Dewi (bus, 5 km, II,
/// collaborative, new in post, 5 Mbit/s) may work away; Citra serves the only counter and may not.
/// Thursdays are ordered away: two of ten working days for three people, six person-days.
@Suite("a study worked out by hand")
struct HandComputedStudyTests {
  private func study(meals: AllowanceTreatment) throws -> SmallStudy {
    var ani = TestPerson("ani")
    ani.sex = "P"
    var budi = TestPerson("budi")
    budi.mode = .car
    budi.kilometres = 20
    budi.grade = "IV/b"
    budi.task = .professional
    var citra = TestPerson("citra")
    citra.sex = "P"
    citra.task = .placeBound
    citra.directServiceShare = 1
    citra.service = "loket"
    var dewi = TestPerson("dewi")
    dewi.sex = "P"
    dewi.mode = .publicTransport
    dewi.kilometres = 5
    dewi.grade = "II/c"
    dewi.task = .collaborative
    dewi.tenureMonths = 3
    dewi.bandwidthMbps = 5
    var small = SmallStudy(people: [ani, budi, citra, dewi])
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"), kind: .posts(minimum: 1),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule(
            "no-direct-service",
            .number(.directServiceShare, NumberRange(upper: .including(0))))
        ], meals: meals)
    ]
    return small
  }

  @Test("access and attendance")
  func access() throws {
    let result = try study(meals: .paid).result()
    #expect(result.value(.eligibleShare, scenario: 1) == 0.75)
    // Six person-days over four people and two weeks.
    #expect(result.value(.flexibleDaysPerWeek, scenario: 1) == 0.75)
    // 40 person-days, 34 of them in the office; on eight days all four come.
    #expect(result.value(.officeShareMean, scenario: 1) == 0.85)
    #expect(result.value(.officeSharePeak, scenario: 1) == 1)
    // Women 2 of 3, men 1 of 1.
    #expect(abs(result.value(.accessRatioMin, scenario: 1) - 2.0 / 3) < 1e-15)
    // Office days 8, 8, 8 and 10: mean absolute difference 12/16, over twice the mean 8.5.
    #expect(abs(result.value(.burdenGini, scenario: 1) - 12.0 / 16 / 17) < 1e-12)
    #expect(result.value(.coverage, scenario: 1) == 1)
    #expect(result.value(.fullyCoveredDays, scenario: 1) == 1)
  }

  @Test("fuel, carbon and travel time")
  func fuel() throws {
    let result = try study(meals: .paid).result()
    // Motorcycle 2 days × 20 km ÷ 40 km/l = 1 l; car 2 × 40 ÷ 10 = 8 l; less 20% rebound.
    #expect(abs(result.value(.fuelLitres, scenario: 1) - 7.2) < 1e-12)
    #expect(abs(result.value(.fuelRupiah, scenario: 1) - 72_000) < 1e-8)
    #expect(abs(result.value(.carbonKilograms, scenario: 1) - 18) < 1e-12)
    // 70 km one way over the two days, at 20 km/h in the morning and 10 in the evening.
    #expect(abs(result.value(.commuteHours, scenario: 1) - 10.5) < 1e-12)
  }

  @Test("meals, energy and who nets what", arguments: [AllowanceTreatment.paid, .notPaid])
  func money(meals: AllowanceTreatment) throws {
    let result = try study(meals: meals).result()
    // Two days each at the rates of grades III, IV and II.
    let allowance = meals == .paid ? 0.0 : 2 * (37_000 + 41_000 + 35_000)
    #expect(abs(result.value(.mealBudgetRupiah, scenario: 1) - allowance) < 1e-6)
    // Six lunches at 20,000, 40% of which the meal at home costs.
    #expect(abs(result.value(.mealPrivateRupiah, scenario: 1) - 72_000) < 1e-6)
    // One of four is in on Thursday: 25% is above the 10% that makes a dark building, so the six
    // scattered days save a quarter of 8,000 each.
    #expect(abs(result.value(.officeEnergyRupiah, scenario: 1) - 12_000) < 1e-6)
    // Six days at 2 kWh and 1,500 a kWh.
    #expect(abs(result.value(.homeCostRupiah, scenario: 1) - 18_000) < 1e-6)
    #expect(abs(result.value(.budgetNetRupiah, scenario: 1) - (allowance + 12_000)) < 1e-6)
    #expect(
      abs(result.value(.staffNetRupiah, scenario: 1) - (72_000 + 72_000 - 18_000 - allowance))
        < 1e-6)
  }

  @Test("output by task class, with penalties and the agency's own effect")
  func output() throws {
    let result = try study(meals: .paid).result()
    // One day a week in two weeks: 5·(0.10/5 − 0.05/25), 5·(0.05/5 − 0.10/25), 5·(−0.20/25) a week.
    let curve = 2 * (5 * (0.02 - 0.002) + 5 * (0.01 - 0.004) + 5 * (-0.008))
    let agency = 6 * 0.01
    let penalties = 2 * -0.1 + 2 * -0.05
    let expected = (curve + agency + penalties) / 40
    #expect(abs(result.value(.outputChange, scenario: 1) - expected) < 1e-14)
    #expect(abs(result.value(.fteEquivalent, scenario: 1) - expected * 4) < 1e-13)
  }

  @Test("a building counts as dark when nearly nobody is in it")
  func darkBuilding() throws {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)
    ]
    // Two people, two dark Thursdays, three quarters of 8,000 each.
    #expect(
      abs(try small.result().value(.officeEnergyRupiah, scenario: 1) - 4 * 6_000) < 1e-6)
  }
}
