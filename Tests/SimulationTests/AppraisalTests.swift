import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("present value")
struct AppraisalTests {
  @Test("a price paid now and after four years, and five yearly savings, at 5%")
  func byHand() {
    let appraisal = Appraisal(years: 5, rate: 0.05)
    // 1 ÷ 1.05 + … + 1 ÷ 1.05⁵ = 4.329476670630818.
    #expect(abs(appraisal.ofOneAYear - 4.329476670630818) < 1e-12)
    // 1 + 1 ÷ 1.21550625.
    #expect(abs(appraisal.ofPurchases(life: 4) - 1.822702474791882) < 1e-12)
    #expect(appraisal.ofPurchases(life: 5) == 1, "at the horizon nothing is bought any more")
    #expect(abs(Appraisal(years: 5, rate: 0).ofPurchases(life: 2) - 3) < 1e-15)
    #expect(abs(Appraisal(years: 5, rate: 0).ofOneAYear - 5) < 1e-12)
  }

  @Test("a study's purchases are counted at their dates or as a yearly cost, never both")
  func study() throws {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered, meals: .notPaid)
    ]
    var levers = small.policies[0].levers
    levers.provision = Provision(laptopShare: 0.5, buysConnections: false, isSetUp: true)
    small.policies[0] = Policy(
      header: PolicyHeader(
        id: "thursday", title: Bilingual(id: "Kamis", en: "Thursday"), institution: "Test",
        reference: "Test", inForce: day("2023-01-01"), until: nil), levers: levers)
    #expect(try small.result().appraisal(scenario: 1) == nil)
    small.oneOffs = .cash
    #expect(try small.result().appraisal(scenario: 1) == nil, "no horizon")
    small.appraisalYears = 5
    let result = try small.result()
    let appraisal = try #require(result.appraisal(scenario: 1))
    // Twelve days: four meals at 37,000 and four dark person-days of 5 kWh × 0.75 × 1,600.
    let yearly = (4 * 37_000.0 + 4 * 6_000) / (12 / 365.25)
    #expect(abs((appraisal.yearly.first ?? .nan) - yearly) < 1e-6)
    // One laptop of 10 million for two people, lasting 4 years; a set-up of 100 million, lasting 5.
    #expect(appraisal.firstPurchases == [110_000_000])
    let value = yearly * 4.329476670630818 - 10_000_000 * 1.822702474791882 - 100_000_000
    #expect(abs((appraisal.presentValue.first ?? .nan) - value) < 1e-3)
    #expect(result.appraisal(scenario: 0)?.presentValue == [0])
  }
}
