import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("citizens' waiting by district")
struct DistrictTests {
  private func counter(_ id: String, visitors: Double, district: String?) -> Service {
    Service(
      id: id, title: Bilingual(id: id, en: id),
      kind: .counter(
        CounterService(
          counters: 2,
          demand: CounterService.Demand(
            visitorsPerDay: visitors, weekdayWeights: [1, 1, 1, 1, 1, 0, 0],
            halfHourWeights: [1, 3]),
          halfHours: [minutes(480), minutes(510)], handlingMinutes: 6,
          standard: CounterService.Standard(share: 0.8, withinMinutes: 10))),
      openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance, district: district)
  }

  /// Two clerks at a busy counter and one at a quiet one; Thursdays away for those who apply.
  private func result(_ districts: [String?]) throws -> StudyResult {
    var clerks = ["a", "b", "c"].map { TestPerson($0) }
    for index in clerks.indices { clerks[index].service = index < 2 ? "busy" : "quiet" }
    var small = SmallStudy(people: clerks)
    small.services = [
      counter("busy", visitors: 8, district: districts[0]),
      counter("quiet", visitors: 2, district: districts[1]),
      Service(
        id: "guard", title: Bilingual(id: "guard", en: "guard"), kind: .posts(minimum: 1),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance, district: "C"),
    ]
    small.policies = [SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)]
    small.values[.complianceOrdered] = 0.5
    small.values[.arrivalFactor] = 1.5
    small.run = RunSettings(worlds: 2, replications: 3, seed: 4)
    return try small.result()
  }

  @Test("a district with one counter meets what that counter's rows say")
  func oneCounterEach() throws {
    let result = try result(["A", "B"])
    #expect(result.districts.districts == ["A", "B"])
    for (place, (service, visitors)) in [("busy", 8.0), ("quiet", 2)].enumerated() {
      for scenario in 0...1 {
        let tallies = result.districts.tallies(district: place, scenario: scenario)
        #expect(tallies.count == 6)
        for (sample, tally) in tallies.enumerated() {
          func row(_ outcome: Outcome) -> Double {
            result.samples.samples(OutcomeKey(outcome, .service(service)), scenario: scenario)[
              sample]
          }
          // Ten working days, one and a half times the planned visitors.
          #expect(abs(tally.arrivals - visitors * 10 * 1.5) < 1e-9)
          #expect(tally.meanWaitMinutes == row(.meanWaitMinutes))
          #expect(tally.servedWithinStandard == row(.servedWithinStandard))
          #expect(abs(tally.lostShare - row(.lostCitizens) / (visitors * 15)) < 1e-12)
        }
      }
    }
    // Thursdays away cost the citizens of a one-clerk counter more than nothing.
    let lost = (0...1).map { scenario in
      result.districts.tallies(district: 1, scenario: scenario).map(\.lost).reduce(0, +)
    }
    #expect(lost[1] > lost[0])
  }

  @Test("counters of a district weigh by the citizens who come to them")
  func weighted() throws {
    let result = try result(["A", "A"])
    #expect(result.districts.districts == ["A"])
    for (sample, tally) in result.districts.tallies(district: 0, scenario: 1).enumerated() {
      func row(_ outcome: Outcome, _ group: OutcomeGroup) -> Double {
        result.samples.samples(OutcomeKey(outcome, group), scenario: 1)[sample]
      }
      for (value, outcome) in [
        (tally.meanWaitMinutes, Outcome.meanWaitMinutes),
        (tally.servedWithinStandard, .servedWithinStandard),
      ] {
        let weighted = 0.8 * row(outcome, .service("busy")) + 0.2 * row(outcome, .service("quiet"))
        #expect(abs(value - weighted) < 1e-9)
        #expect(abs(value - row(outcome, .all)) < 1e-9)
      }
      #expect(abs(tally.lostShare - row(.lostCitizens, .all) / 150) < 1e-12)
    }
  }

  @Test("counters of no district stand last; without any district there is no table")
  func noDistrict() throws {
    #expect(try result([nil, "B"]).districts.districts == ["B", nil])
    #expect(try result([nil, nil]).districts.districts.isEmpty)
  }
}
