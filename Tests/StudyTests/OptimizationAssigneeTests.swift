import Exploration
import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("Search for the best splits and days, by unit and by position")
struct OptimizationAssigneeTests {
  /// One thing that may be moved, and whether some or all of its people serve.
  private struct Assignee {
    enum Servers { case none, some, all }
    let name: String
    let servers: Servers
  }

  /// Two units with one counter, and in each of them analysts, clerks who all serve, and assistants of
  /// whom half do.
  private static func study(seed: Int) throws -> Study {
    let places = [("A", 5), ("B", 7)].flatMap { unit, count in
      ["Analis", "Petugas", "Pembantu"].flatMap { position in
        (0..<count).map { (unit: unit, position: position, number: $0) }
      }
    }
    let people = places.map { place in
      var person = TestPerson("\(place.unit)-\(place.position)-\(place.number)", unit: place.unit)
      person.position = place.position
      let serves = place.position == "Petugas" || place.position == "Pembantu" && place.number < 3
      person.service = serves ? "loket" : nil
      person.kilometres = Double(4 + place.number)
      return person
    }
    var small = SmallStudy(people: people)
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"), kind: .posts(minimum: 11),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-02-02")
    small.values[.sickShare] = 0.06
    small.values[.sickSpellDays] = 2
    small.values[.leaveShare] = 0
    small.values[.complianceOrdered] = 0.9
    small.policies = [template]
    small.run = RunSettings(worlds: 24, replications: 1, seed: UInt64(seed))
    return try small.study()
  }

  /// Ordered days on Mondays and Fridays; the other days are anchored.
  private static var template: Policy {
    var schedule = Schedule(.fixed([.friday]))
    schedule.anchorDays = [.tuesday, .wednesday, .thursday]
    return SmallStudy.policy("template", schedule, takeUp: .ordered, meals: .notPaid)
  }

  private static func settings(_ scope: AssigneeKind, shareOfDays: Double) -> OptimizationSettings {
    var settings = OptimizationSettings()
    settings.assigneeKind = scope
    // A sum over people, which parts add up to whatever else is in the building.
    settings.objectives = [.mealBudgetRupiah]
    settings.mostDays = 1
    settings.caps = [1]
    settings.fairness = 0
    settings.front = []
    settings.worlds = 24
    settings.promise.shareOfDays = shareOfDays
    settings.promise.shareOfWorlds = 0.7
    return settings
  }

  /// What each assignee may do: nothing, all on one weekday, or one day of their choice; servers too or
  /// not.
  private static func choices(
    _ assignee: Assignee
  ) -> [(days: Schedule.OwnDays, staysIn: Bool)] {
    let days: [Schedule.OwnDays] = [
      .fixed([.monday]), .fixed([.friday]), .chosen(DaySplit.of(flexible: 1)),
    ]
    return [(.fixed([]), false)]
      + days.flatMap { days in
        (assignee.servers == .some ? [true, false] : [false]).map { (days, $0) }
      }
  }

  /// Every choice as a policy that says what the promise is: the oracle.
  private static func allPolicies(_ scope: AssigneeKind, _ assignees: [Assignee]) -> [Policy] {
    var all: [[(days: Schedule.OwnDays, staysIn: Bool)]] = [[]]
    for assignee in assignees { all = all.flatMap { own in choices(assignee).map { own + [$0] } } }
    return all.enumerated().map { number, chosen in
      var schedule = template.levers.schedule
      schedule.pattern = .fixed([])
      let named = zip(assignees.map(\.name), chosen)
      if scope == .unit {
        schedule.daysByUnit = named.map { Schedule.UnitDays(units: [$0], days: $1.days) }
      } else {
        schedule.daysByRecord = named.map {
          Schedule.RecordDays($1.days, where: .category(.position, [$0]))
        }
      }
      let policy = SmallStudy.policy(
        "choice-\(number)", schedule, takeUp: .ordered, meals: .notPaid)
      var own = policy.levers
      let keeping = Set(named.filter { $1.staysIn }.map(\.0))
      own.exceptions = [
        EligibilityException(
          id: "stay", wording: (Bilingual(id: "x", en: "x"), "Test"), level: .unit,
          effect: .refuse,
          condition: .all([
            .category(scope == .unit ? .unit : .position, keeping), .category(.service, ["loket"]),
          ]))
      ]
      own.guarantee = CoverageGuarantee(ofBaseline: 1, shareOfDays: 0)
      return Policy(
        header: PolicyHeader(
          id: policy.id, title: policy.title, institution: "Test", reference: "Test",
          inForce: policy.inForce, until: nil), levers: own)
    }
  }

  /// The largest gain of a choice that keeps the promise in enough of the worlds.
  private static func best(
    _ study: Study, _ all: [Policy], shareOfDays: Double, needed: Int
  ) throws -> Double? {
    let result = try StudyRun(study.comparing(all)).run(threads: 2)
    return all.indices.compactMap { place -> Double? in
      let readings = result.guarantees.readings(scenario: place + 1)
      let keeps = readings.allSatisfy { reading in
        reading.shares.count { $0 >= shareOfDays - 1e-9 } >= needed
      }
      guard keeps else { return nil }
      let key = OutcomeKey(.mealBudgetRupiah)
      return zip(
        result.samples.samples(key, scenario: place + 1), result.samples.samples(key, scenario: 0)
      ).reduce(0) { $0 + $1.0 - $1.1 } / 24
    }.max()
  }

  private static let positions = [
    Assignee(name: "Analis", servers: .none), Assignee(name: "Pembantu", servers: .some),
    Assignee(name: "Petugas", servers: .all),
  ]
  private static let units = [
    Assignee(name: "A", servers: .some), Assignee(name: "B", servers: .some),
  ]

  @Test(
    "the best splits and days are the best of all choices, each run as a study of its own",
    arguments: [AssigneeKind.position, .unit],
    [(0.3, 1), (0.5, 2), (0.7, 3), (0.8, 4), (0.9, 5), (0.95, 6), (1, 7)])
  func exhaustive(scope: AssigneeKind, of promise: (shareOfDays: Double, seed: Int)) throws {
    let study = try Self.study(seed: promise.seed)
    let search = OptimizationRun(
      study, template: study.policies[0],
      settings: Self.settings(scope, shareOfDays: promise.shareOfDays))
    let proposal = try #require(try search.firstProposal())
    let all = Self.allPolicies(scope, scope == .unit ? Self.units : Self.positions)
    #expect(all.count == (scope == .unit ? 49 : 112))
    let needed = try #require(search.settings.promise.worldsNeeded(of: 24, error: 0.025))
    let best = try #require(
      try Self.best(study, all, shareOfDays: promise.shareOfDays, needed: needed))
    #expect(best > 0)
    #expect(abs(proposal.gain - best) <= 1e-9 * best)
  }
}
