import Exploration
import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("What must be true of the model")
struct ModelCheckTests {
  private func study() throws -> Study {
    var small = SmallStudy(
      people: (10..<20).map { number in
        var person = TestPerson("id-\(number)", unit: "Pos")
        person.service = "pos"
        return person
      })
    small.services = [
      Service(
        id: "pos", title: Bilingual(id: "Pos", en: "Post"), kind: .posts(minimum: 8),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.values[.sickShare] = 0.1
    small.values[.sickSpellDays] = 2
    small.policies = [SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)]
    small.run = RunSettings(worlds: 6, replications: 2, seed: 3)
    return try small.study()
  }

  private func check(
    _ change: ModelCheck.Change, _ outcome: Outcome, _ never: ModelCheck.Movement,
    service: String? = nil, tolerance: Double = 0
  ) -> ModelCheck {
    ModelCheck(
      name: ("c", Bilingual(id: "c", en: "c")), change: change, measure: (outcome, service),
      never: never, tolerance: tolerance)
  }

  private func results(_ checks: [ModelCheck]) throws -> [ModelCheckResult] {
    try ModelCheckRun(try study(), checks: checks).run(threads: 2)
  }

  @Test("less sickness never lowers coverage; more of it does, and the world is named")
  func assumption() throws {
    func sickness(_ value: Double, insteadOf other: Double) -> ModelCheck.Change {
      .assumption(
        .sickShare, value: value, insteadOf: other, policy: "everyone-in-office")
    }
    let found = try results([
      check(sickness(0.02, insteadOf: 0.2), .coverage, .decreases, service: "pos"),
      check(sickness(0.2, insteadOf: 0.02), .coverage, .decreases, service: "pos"),
      check(sickness(0.2, insteadOf: 0.02), .coverage, .decreases, tolerance: 1),
    ])
    #expect(found.map(\.holds) == [true, false, true])
    #expect(found[0].pairs == 12)
    let worst = try #require(found[1].worst)
    #expect(worst.after < worst.before)
    // The figures are those of that world's calendar in a run of its own.
    let study = try study().fixing(.sickShare, at: 0.2)
    let alone = try StudyRun(study.comparing([])).run(threads: 1).samples
      .samples(OutcomeKey(.coverage, .service("pos")), scenario: 0)
    #expect(alone[worst.world * 2 + worst.replication] == worst.after)
  }

  @Test("a policy against another, and what nobody could measure does not hold")
  func policy() throws {
    let friday = ModelCheck.Change.policy("friday", insteadOf: "everyone-in-office")
    let found = try results([
      check(friday, .flexibleDaysPerWeek, .decreases), check(friday, .coverage, .decreases),
      check(friday, .eligibleShare, .changes), check(friday, .turnaroundDays, .changes),
    ])
    #expect(found.map(\.holds) == [true, false, false, false])
    #expect(found[3].pairs == 0)
    let samples = try StudyRun(try study()).run(threads: 1).samples
    let pairs = zip(
      samples.samples(OutcomeKey(.coverage), scenario: 0),
      samples.samples(OutcomeKey(.coverage), scenario: 1))
    #expect(found[1].broken == pairs.count { $1 < $0 - 1e-9 })
    #expect(found[1].broken > 6)
  }
}
