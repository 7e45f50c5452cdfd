import HybridWork
import RealModule
import TestSupport
import Testing

@Suite("Quotas, odds of applying and scores")
struct QuotaTests {
  @Test("a share of the unit is rounded down, a head-count is the same everywhere")
  func places() throws {
    let share = try #require(Quota(.share(0.3), order: []))
    #expect(share.places(ofUnitWith: 10) == 3)
    #expect(share.places(ofUnitWith: 9) == 2)
    #expect(share.places(ofUnitWith: 3) == 0)
    let people = try #require(Quota(.people(10), order: []))
    #expect(people.places(ofUnitWith: 3) == 10)
    #expect(people.places(ofUnitWith: 1000) == 10)
  }

  @Test(
    "rotation stands first, the lottery last, each preference once",
    arguments: [
      ([], true), ([.lottery], true), ([.rotation], true), ([.rotation, .seniority], true),
      ([.commute, .seniority, .lottery], true), ([.seniority, .rotation], false),
      ([.lottery, .commute], false), ([.commute, .commute], false),
    ] as [([Quota.Preference], Bool)])
  func orders(order: [Quota.Preference], isPossible: Bool) {
    #expect((Quota(.people(1), order: order) != nil) == isPossible)
  }

  @Test("the longest in post come first, then the farthest; unknown values come last")
  func ranks() throws {
    // Five people with months in post and kilometres; the register does not know one's months.
    let facts = [(12.0, 5.0), (60, 5), (12, 9), (.nan, 200), (60, 5)]
    var small = SmallStudy(people: [])
    small.people = facts.enumerated().map { place, fact in
      var person = TestPerson("p\(place)")
      (person.tenureMonths, person.kilometres) = fact
      return person
    }
    let quota = try #require(Quota(.people(1), order: [.seniority, .commute]))
    #expect(quota.ranks(try small.population) == [2, 0, 1, 3, 0])
    let lots = try #require(Quota(.people(1), order: [.lottery]))
    #expect(lots.ranks(try small.population) == [0, 0, 0, 0, 0])
  }

  @Test("an odds ratio multiplies odds and leaves certainty and itself of 1 alone")
  func odds() {
    // Odds of 0.2 are 1:4; times 2 they are 1:2, a probability of 1/3.
    #expect(abs(OptInOdds.applied(2, to: 0.2) - 1.0 / 3) < 1e-15)
    #expect(OptInOdds.applied(5, to: 0) == 0)
    #expect(OptInOdds.applied(5, to: 1) == 1)
    #expect(OptInOdds.applied(1, to: 0.3) == 0.3)
  }

  @Test("ratios of commute and of a group multiply")
  func ratios() throws {
    var near = TestPerson("near")
    near.kilometres = 10
    var far = TestPerson("far")
    far.kilometres = 30
    far.sex = "P"
    let population = try SmallStudy(people: [near, far]).population
    let modifiers = [
      OptInOdds(.commute(per10Kilometres: 1.5, at: 10), provenance: SmallStudy.provenance),
      OptInOdds(.level(.sex, "P", ratio: 2), provenance: SmallStudy.provenance),
    ]
    // In the order of identifiers: far, near. 1.5² × 2 and nothing.
    let ratios = OptInOdds.ratios(modifiers, population)
    #expect(abs(ratios[0] - 4.5) < 1e-12)
    #expect(ratios[1] == 1)
  }

  @Test("a score weighs noisy output and attendance")
  func score() {
    let score = Evaluation.Score(
      noiseSpread: 0.1, trueSpread: 0.2, attendanceWeight: 0.25,
      provenance: SmallStudy.provenance)
    // Output 1.1 − 0.1 × 2 = 0.9; three quarters of it and a quarter of 0.5.
    #expect(abs(score.value(performance: 1.1, noise: -2, attendance: 0.5) - 0.8) < 1e-12)
  }

  @Test("a difference replaces cap and quota together, and odds with the way of take-up")
  func differences() throws {
    let quota = try #require(Quota(.people(3), order: [.commute]))
    let odds = OptInOdds(.level(.sex, "P", ratio: 2), provenance: SmallStudy.provenance)
    var first = PolicyDifference()
    first.cap = .quota(quota, shareOfUnitAway: 0.5)
    first.takeUp = .voluntary
    first.takeUpOdds = [odds]
    let levers = first.applied(to: SmallStudy.everyoneInOffice.levers)
    #expect(levers.quota == quota && levers.capShareOfUnitAway == 0.5)
    #expect(levers.takeUpOdds == [odds])
    var second = PolicyDifference()
    second.cap = .shareOfUnitAway(0.2)
    second.takeUp = .ordered
    let next = second.applied(to: levers)
    #expect(next.quota == nil && next.capShareOfUnitAway == 0.2 && next.takeUpOdds.isEmpty)
    #expect(PolicyDifference().applied(to: levers) == levers)
  }
}
