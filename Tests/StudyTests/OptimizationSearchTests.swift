import Exploration
import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Search for the best days")
struct OptimizationSearchTests {
  /// Two units that serve one counter together, one with a post of its own, one without any.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) throws -> Study {
    func people(_ unit: String, _ count: Int, service: String?) -> [TestPerson] {
      (0..<count).map { number in
        var person = TestPerson("\(unit)-\(number + 10)", unit: unit)
        person.service = number % 2 == 0 ? service : nil
        person.sex = number % 3 == 0 ? "P" : "L"
        person.kilometres = Double(5 + number)
        return person
      }
    }
    var small = SmallStudy(
      people: people("A", 6, service: "loket") + people("B", 8, service: "loket")
        + people("C", 6, service: "pos") + people("D", 5, service: nil))
    small.services = [
      Self.posts("loket", minimum: 4), Self.posts("pos", minimum: 2),
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-02-02")
    small.values[.sickShare] = 0.06
    small.values[.sickSpellDays] = 2
    small.values[.leaveShare] = 0
    small.values[.complianceOrdered] = 0.9
    small.policies = [Self.template()]
    small.run = RunSettings(worlds: 24, replications: 1, seed: 5)
    change(&small)
    return try small.study()
  }

  private static func posts(_ id: String, minimum: Int) -> Service {
    Service(
      id: id, title: Bilingual(id: id, en: id), kind: .posts(minimum: minimum),
      openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
  }

  /// Ordered days on Mondays and Fridays; the other days are anchored.
  private static func template() -> Policy {
    var schedule = Schedule(.fixed([.friday]))
    schedule.anchorDays = [.tuesday, .wednesday, .thursday]
    return SmallStudy.policy("template", schedule, takeUp: .ordered, meals: .notPaid)
  }

  private func run(
    _ study: Study, _ change: (inout OptimizationSettings) -> Void
  ) -> OptimizationRun {
    var settings = OptimizationSettings()
    settings.objectives = [.budgetNetRupiah]
    settings.mostDays = 1
    settings.dayKinds = [.weekdays]
    settings.caps = [1]
    settings.fairness = 0
    settings.front = []
    settings.worlds = study.run.worlds
    settings.judgeWorlds = 60
    settings.promise.shareOfWorlds = 0.7
    change(&settings)
    return OptimizationRun(study, template: study.policies[0], settings: settings)
  }

  /// Every choice of days as a policy that says what the promise is: the oracle.
  private func allPolicies(_ units: [(String, isServing: Bool)]) -> [Policy] {
    var choices: [[(unit: String, weekday: Weekday, staysIn: Bool)]] = [[]]
    for (unit, isServing) in units {
      let own = [Weekday.monday, .friday].flatMap { weekday in
        (isServing ? [true, false] : [false]).map { (unit, weekday, $0) }
      }
      choices = choices.flatMap { chosen in [chosen] + own.map { chosen + [$0] } }
    }
    return choices.enumerated().map { number, chosen in
      var schedule = Self.template().levers.schedule
      schedule.pattern = .fixed([])
      schedule.daysByUnit = chosen.map {
        Schedule.UnitDays(units: [$0.unit], days: .fixed([$0.weekday]))
      }
      let policy = SmallStudy.policy(
        "choice-\(number)", schedule, takeUp: .ordered, meals: .notPaid)
      var levers = policy.levers
      let keeping = Set(chosen.filter(\.staysIn).map(\.unit))
      if !keeping.isEmpty {
        levers.exceptions = [
          EligibilityException(
            id: "stay", wording: (Bilingual(id: "x", en: "x"), "Test"), level: .unit,
            effect: .refuse,
            condition: .all([
              .category(.unit, keeping), .category(.service, ["loket", "pos"]),
            ]))
        ]
      }
      levers.guarantee = CoverageGuarantee(ofBaseline: 1, shareOfDays: 0)
      return Policy(
        header: PolicyHeader(
          id: policy.id, title: policy.title, institution: "Test", reference: "Test",
          inForce: policy.inForce, until: nil), levers: levers)
    }
  }

  @Test(
    "the best days are the best of all choices, each run as a study of its own",
    arguments: [(0.5, 3), (0.8, 4), (0.85, 5), (0.9, 6), (0.95, 7), (1, 8)])
  func exhaustive(shareOfDays: Double, seed: Int) throws {
    let study = try study { $0.run.seed = UInt64(seed) }
    let search = run(study) { $0.promise.shareOfDays = shareOfDays }
    let proposal = try #require(try search.firstProposal())

    let all = allPolicies([("A", true), ("B", true), ("C", true), ("D", false)])
    let result = try StudyRun(study.comparing(all)).run(threads: 2)
    let needed = try #require(search.settings.promise.worldsNeeded(of: 24, error: 0.025))
    let gains = all.indices.compactMap { place -> Double? in
      let readings = result.guarantees.readings(scenario: place + 1)
      let keeps = readings.allSatisfy { reading in
        reading.shares.count { $0 >= shareOfDays - 1e-9 } >= needed
      }
      guard keeps else { return nil }
      return zip(
        result.samples.samples(OutcomeKey(.budgetNetRupiah), scenario: place + 1),
        result.samples.samples(OutcomeKey(.budgetNetRupiah), scenario: 0)
      ).reduce(0) { $0 + $1.0 - $1.1 } / 24
    }
    let best = try #require(gains.max())
    #expect(all.count == 375)
    #expect(best > 0)
    #expect(abs(proposal.gain - best) <= 1e-9 * best)
  }

  @Test("a stronger promise never brings more, and is the dearer one somewhere")
  func monotone() throws {
    let study = try study()
    let gains = try [0, 0.5, 0.8, 0.9, 0.95, 1].map { share in
      try run(study) { $0.promise.shareOfDays = share }.firstProposal()?.gain ?? 0
    }
    for (weak, strong) in zip(gains, gains.dropFirst()) { #expect(weak >= strong - 1e-6) }
    #expect(gains[0] > gains[5])
  }

  @Test("the gain of each possible objective is the sum of its units' gains")
  func additive() throws {
    let study = try study()
    for outcome in OptimizationSettings.possibleObjectives where outcome != .outputChange {
      let search = run(study) {
        $0.objectives = [outcome]
        $0.promise.shareOfDays = 0
      }
      let proposal = try #require(try search.firstProposal())
      let options = proposal.days.options
      var schedule = Self.template().levers.schedule
      schedule.pattern = .fixed([])
      schedule.daysByUnit = zip(proposal.days.names, options).map {
        Schedule.UnitDays(units: [$0], days: $1.days)
      }
      // Without a promise nobody gains by keeping servers in.
      #expect(options.allSatisfy { !$0.keepsServersIn })
      let policy = SmallStudy.policy("all", schedule, takeUp: .ordered, meals: .notPaid)
      let result = try StudyRun(study.comparing([policy])).run(threads: 1)
      let whole = try #require(result.comparison(OutcomeKey(outcome), scenario: 1)).difference.mean
      #expect(abs(proposal.gain - whole) <= 1e-9 * abs(whole))
    }
  }

  @Test("a bound on fairness is met, and costs something")
  func fairness() throws {
    // Women are in A alone, of whom half serve and stay in; of the others fewer do.
    let study = try study { small in
      for place in small.people.indices {
        small.people[place].sex = small.people[place].unit == "A" ? "P" : "L"
      }
    }
    func gain(_ bound: Double) throws -> Double {
      let search = run(study) {
        $0.promise.shareOfDays = 0.9
        $0.fairness = bound
      }
      return try #require(try search.firstProposal()).gain
    }
    let (free, bound) = (try gain(0), try gain(0.9))
    #expect(bound < free)
    #expect(bound > 0)
  }

  @Test("too few people on Fridays are told with their number, and that many more mend it")
  func remedy() throws {
    func served(_ more: Int) throws -> FrontPoint {
      let study = try study { small in
        small.values[.sickShare] = 0
        small.people = (0..<(4 + more)).map { number in
          var person = TestPerson("id-\(number + 10)", unit: "A")
          person.service = "loket"
          return person
        }
        small.services = [
          Service(
            id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
            kind: .counter(
              CounterService(
                counters: 12,
                demand: CounterService.Demand(
                  visitorsPerDay: 40, weekdayWeights: [1, 1, 1, 1, 2, 0, 0],
                  halfHourWeights: [1, 1]),
                halfHours: [minutes(480), minutes(510)], handlingMinutes: 5,
                standard: CounterService.Standard(share: 0.8, withinMinutes: 15))),
            openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
        ]
      }
      let search = run(study) {
        $0.promise.isOfBaseline = false
        $0.promise.shareOfDays = 1
      }
      return try #require(try search.points(threads: 1).first)
    }
    guard case .infeasible(let remedies) = try served(0).outcome else {
      Issue.record("four people do for a Friday")
      return
    }
    let clerks = try #require(remedies.first?.clerks)
    #expect(remedies.count == 1)
    #expect(clerks.map(\.weekday) == [.friday])
    #expect(abs(try #require(remedies.first).attainableShares[0] - 0.8) < 1e-12)
    let people = try #require(clerks.first).people
    guard case .infeasible = try served(people - 1).outcome else {
      Issue.record("fewer people would do")
      return
    }
    #expect(try served(people).outcome == .accepted)
  }

  @Test("any number of threads gives the same days")
  func threads() throws {
    let search = run(try study()) { $0.promise.shareOfDays = 0.9 }
    let (one, three) = (try search.points(threads: 1), try search.points(threads: 3))
    #expect(one.map(\.assignment) == three.map(\.assignment))
    #expect(one.map(\.services) == three.map(\.services))
    #expect(one[0].outcome == .accepted)
  }
}
