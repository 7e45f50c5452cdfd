import Fairness
import HybridWork
import RealModule
import Statistics
import TestSupport
import Testing

struct AuditTests {
  private func audit(
    _ people: [AuditPerson], _ rules: [EligibilityRule], _ columns: [RegisterColumn] = [.sex],
    smallest: Int = 1, references: [RegisterColumn: String] = [:], raterError: RaterError? = nil,
    exceptions: [EligibilityException] = []
  ) throws -> PolicyAudit {
    let population = try AuditStaff.population(people)
    return PolicyAudit(
      AuditStaff.policy(rules),
      decisions: try EligibilityDecisions(
        rules: rules, exceptions: exceptions, population: population),
      population: population,
      plan: AuditPlan(
        columns: columns, references: references, smallestGroup: smallest, raterError: raterError))
  }

  private func group(
    _ audit: PolicyAudit, _ value: String?, grouping: Int = 0
  ) throws
    -> GroupFinding
  {
    try #require(audit.groupings[grouping].groups.first { $0.access.group == [value] })
  }

  @Test("of four women one and of five men four: a ratio of 5/16, below four fifths")
  func byHand() throws {
    let people =
      [true, false, false, false].map { AuditPerson(sex: "P", laptop: $0) }
      + [true, true, true, true, false].map { AuditPerson(sex: "L", laptop: $0) }
    let audit = try audit(people, [AuditStaff.laptop])
    let women = try group(audit, "P")
    #expect(audit.people == 9 && audit.eligible == 5)
    #expect(women.access.people == 4 && women.access.eligible == 1)
    #expect(women.access.rate == 0.25)
    #expect(women.access.difference == 0.25 - 0.8)
    #expect(women.access.ratio == 0.3125)
    #expect(women.access.isBelowFourFifths == true)
    #expect(try group(audit, "L").access.isReference)
    // Two days a week for a quarter of them; for five of nine over all.
    #expect(women.burden?.officeDays == 4.5)
    #expect(abs((audit.burden?.mean ?? .nan) - (5 - 10.0 / 9)) < 1e-15)
    let days = [3.0, 3, 3, 3, 3, 5, 5, 5, 5]
    #expect(abs((audit.burden?.gini ?? .nan) - giniCoefficient(days)) < 1e-15)
    #expect(
      abs((audit.burden?.theil ?? .nan) - theilIndex([3, 5], counts: [5, 4])) < 1e-15)
  }

  @Test("a ratio of exactly four fifths is not below it; a named reference is used")
  func boundaryOfFourFifths() throws {
    let people =
      (0..<10).map { AuditPerson(sex: "P", laptop: $0 < 4) }
      + (0..<12).map { AuditPerson(sex: "L", laptop: $0 < 6) }
    #expect(try group(audit(people, [AuditStaff.laptop]), "P").access.isBelowFourFifths == false)
    let named = try audit(people, [AuditStaff.laptop], references: [.sex: "P"])
    #expect(try group(named, "P").access.isReference)
    #expect(try group(named, "L").access.ratio == 1.25)
  }

  @Test("unknown values are a group of their own and never the reference")
  func unknownValues() throws {
    let people =
      (0..<6).map { _ in AuditPerson(disability: nil) }
      + [AuditPerson(disability: true), AuditPerson(disability: false)]
    let groups = try audit(people, [AuditStaff.laptop], [.disability]).groupings[0].groups
    #expect(groups.map(\.access.group) == [["true"], ["false"], [nil]])
    #expect(groups.map(\.access.people) == [1, 1, 6])
    #expect(groups.map(\.access.isReference) == [true, false, false])
  }

  @Test("staff who are not civil servants are counted apart")
  func outsiders() throws {
    let people = [AuditPerson(), AuditPerson(sex: "P"), AuditPerson(status: .nonASN)]
    let audit = try audit(people, [AuditStaff.laptop])
    #expect(audit.people == 2 && audit.outside == 1 && audit.eligible == 2)
  }

  @Test("two rows of posts by hand: one gap lies in the posts, another within them")
  func postsByHand() throws {
    // Women: 3 in X (1 eligible), 1 in Y (1). Men: 1 in X (1), 3 in Y (3), 1 in Z alone (0).
    func person(_ sex: String, _ post: String, _ laptop: Bool) -> AuditPerson {
      AuditPerson(sex: sex, position: post, laptop: laptop)
    }
    let people = [
      person("P", "X", true), person("P", "X", false), person("P", "X", false),
      person("P", "Y", true), person("L", "X", true), person("L", "Y", true),
      person("L", "Y", true), person("L", "Y", true), person("L", "Z", false),
    ]
    let posts = try #require(try group(audit(people, [AuditStaff.laptop]), "P").posts)
    #expect(posts.gap == -0.5)
    #expect(posts.byPosts == 0)
    #expect(posts.withinPosts == -0.5)
    #expect(posts.sharedPosts == 2)
    #expect(posts.offSupport == 0 && posts.referenceOffSupport == 1)
  }

  @Test("each rule's part is its Shapley value over all sets of rules", arguments: 0..<20)
  func shapley(seed: UInt64) throws {
    let rules = [AuditStaff.tenure, AuditStaff.laptop, AuditStaff.direct, AuditStaff.discipline]
    var people = AuditStaff.random(60, RandomKey(seed: seed).child("shapley"))
    for place in people.indices { people[place].discipline = place % 7 == 0 ? "light" : "none" }
    let population = try AuditStaff.population(people)
    // The gap under each set of rules, decided anew.
    let gaps = try (0..<16).map { set in
      let inForce = rules.indices.filter { set & (1 << $0) != 0 }.map { rules[$0] }
      let decisions = try EligibilityDecisions(rules: inForce, population: population)
      let sexes = population.categories(.sex)
      func rate(_ sex: String) -> Double {
        let members = (0..<population.count).filter { sexes.value($0) == sex }
        return Double(members.count(where: decisions.isEligible)) / Double(members.count)
      }
      return rate("P") - rate("L")
    }
    let found = try group(
      audit(people, rules, references: [.sex: "L"]), "P"
    ).rules
    let weights = [1.0 / 4, 1.0 / 12, 1.0 / 12, 1.0 / 4]
    for rule in rules.indices {
      var value = 0.0
      for set in 0..<16 where set & (1 << rule) == 0 {
        value += weights[set.nonzeroBitCount] * (gaps[set | 1 << rule] - gaps[set])
      }
      #expect(abs((found[rule].share ?? .nan) - value) < 1e-12, "rule \(rule)")
    }
  }

  @Test("who is admitted by an exception is eligible, and one refused is lost to exceptions alone")
  func exceptions() throws {
    func exception(
      _ id: String, _ effect: EligibilityException.Effect, _ condition: Condition
    ) -> EligibilityException {
      EligibilityException(
        id: id, wording: (Bilingual(id: id, en: id), "Test"), level: .person, effect: effect,
        condition: condition)
    }
    // Women 3 of 5: two by the rule, one admitted. Men 8 of 10; one refused fails the rule as well.
    let women = [
      AuditPerson(sex: "P"), AuditPerson(sex: "P"),
      AuditPerson(sex: "P", disability: true, laptop: false),
      AuditPerson(sex: "P", discipline: "light"), AuditPerson(sex: "P", laptop: false),
    ]
    let men =
      (0..<8).map { _ in AuditPerson() }
      + [AuditPerson(laptop: false), AuditPerson(discipline: "light", laptop: false)]
    let exceptions = [
      exception("disability", .admit, .flag(.disability, true)),
      exception("discipline", .refuse, .category(.discipline, ["light"])),
    ]
    let audit = try audit(women + men, [AuditStaff.laptop], exceptions: exceptions)
    let found = try group(audit, "P")
    #expect(audit.eligible == 11)
    #expect(found.access.eligible == 3)
    #expect(try group(audit, "L").access.eligible == 8)
    #expect(found.rules.map(\.rule) == [0, nil])
    for part in found.rules { #expect(abs((part.share ?? .nan) + 0.1) < 1e-15) }
    // Without the rule one woman and one man more: those the exceptions decide about stay.
    #expect(found.change?.kind == .dropped && found.change?.admitted == 2)
    #expect(abs((found.change?.ratio ?? .nan) - 0.8 / 0.9) < 1e-15)
    #expect(try group(self.audit(women + men, [AuditStaff.laptop]), "P").rules.count == 1)
  }

  @Test("a rule nobody fails has no part in a gap")
  func idleRule() throws {
    let people = AuditStaff.random(50, RandomKey(seed: 3))
    let idle = SmallStudy.rule(
      "idle", .number(.tenureMonths, NumberRange(lower: .including(0))))
    let parts = try group(
      audit(people, [AuditStaff.laptop, idle], references: [.sex: "L"]), "P"
    ).rules
    #expect(parts[1].share == 0)
  }

  @Test(
    "the cheapest change is found by trying every bound and dropping every rule", arguments: 0..<20)
  func cheapestChange(seed: UInt64) throws {
    let rules = [AuditStaff.tenure, AuditStaff.laptop, AuditStaff.direct]
    let people = AuditStaff.random(80, RandomKey(seed: seed).child("change"))
    let population = try AuditStaff.population(people)
    let finding = try group(audit(people, rules, references: [.sex: "L"]), "P")
    guard finding.access.isBelowFourFifths == true else {
      #expect(finding.change == nil)
      return
    }
    let before = try EligibilityDecisions(rules: rules, population: population)
    var fewest: Int?
    var relaxed: [[EligibilityRule]] = rules.indices.map { dropped in
      rules.indices.filter { $0 != dropped }.map { rules[$0] }
    }
    for months in 0..<12 {
      let eased = SmallStudy.rule(
        "tenure", .number(.tenureMonths, NumberRange(lower: .including(Double(months)))))
      relaxed.append([eased, rules[1], rules[2]])
    }
    for candidate in relaxed {
      let after = try EligibilityDecisions(rules: candidate, population: population)
      let sexes = population.categories(.sex)
      func rate(_ sex: String) -> Double {
        let members = (0..<population.count).filter { sexes.value($0) == sex }
        return Double(members.count(where: after.isEligible)) / Double(members.count)
      }
      guard rate("P") / rate("L") >= 0.8 else { continue }
      let admitted = after.eligibleCount - before.eligibleCount
      fewest = min(fewest ?? admitted, admitted)
    }
    #expect(finding.change?.admitted == fewest)
  }

  @Test("two rules on one column, and discipline beside the box, are double penalties")
  func doublePenalties() throws {
    let high = TalentCell(performance: .high, potential: .high)
    let low = TalentCell(performance: .low, potential: .low)
    let box = SmallStudy.rule("box", .talentBox([high]))
    let longer = SmallStudy.rule(
      "longer", .number(.tenureMonths, NumberRange(lower: .including(24))))
    let people = [
      AuditPerson(cell: low, discipline: "light", tenure: 6),
      AuditPerson(cell: high, discipline: "light", tenure: 6),
      AuditPerson(cell: low, discipline: "none", tenure: 18),
    ]
    let rules = [box, AuditStaff.discipline, AuditStaff.tenure, longer, AuditStaff.laptop]
    let found = try audit(people, rules).doublePenalties
    try #require(found.count == 2)
    #expect(found[0].link == .disciplineInTalentBox)
    #expect([found[0].first, found[0].second] == [0, 1] && found[0].people == 1)
    #expect(found[1].link == .sameColumns([.tenureMonths]))
    #expect([found[1].first, found[1].second] == [2, 3] && found[1].people == 2)
  }

  @Test("redrawn ratings flip as often as the chances of the nine cells say")
  func boundary() throws {
    let cells = TalentCell.allCases
    let accepted = Set(cells.filter { $0.performance == .high || $0.potential == .high })
    let people = (0..<900).map { place in
      AuditPerson(sex: place % 3 == 0 ? "P" : "L", cell: cells[place % 9], laptop: place % 10 != 0)
    }
    let chance = 0.15
    let audit = try audit(
      people, [SmallStudy.rule("box", .talentBox(accepted)), AuditStaff.laptop],
      raterError: RaterError(moveChance: chance, redraws: 400, seed: 11))
    func move(_ from: TalentCell.Level, _ to: TalentCell.Level) -> Double {
      let stays = from == .middle ? 1 - 2 * chance : 1 - chance
      return from == to ? stays : (abs(from.rawValue - to.rawValue) == 1 ? chance : 0)
    }
    for sex in ["L", "P"] {
      let members = people.filter { $0.sex == sex }
      let expected = members.reduce(0.0) { sum, person in
        guard let cell = person.cell, person.laptop == true else { return sum }
        let others = cells.filter { accepted.contains($0) != accepted.contains(cell) }
        return others.reduce(sum) {
          $0 + move(cell.performance, $1.performance) * move(cell.potential, $1.potential)
        }
      }
      let found = try #require(group(audit, sex).boundary)
      let distance = abs(found.flips - expected / Double(members.count))
      #expect(distance < 4 * found.standardError && found.standardError < 0.002)
      #expect(abs(found.loses + found.gains - found.flips) < 1e-12)
    }
  }

  @Test("without rater error nothing flips and the range is the rate")
  func noRaterError() throws {
    let cells = TalentCell.allCases
    let people = (0..<90).map { AuditPerson(cell: cells[$0 % 9]) }
    let audit = try audit(
      people, [SmallStudy.rule("box", .talentBox([cells[8]]))],
      raterError: RaterError(moveChance: 0, redraws: 5, seed: 1))
    let men = try group(audit, "L")
    #expect(men.boundary?.flips == 0 && men.boundary?.standardError == 0)
    #expect(men.boundary?.rates == (men.access.rate ?? .nan)...(men.access.rate ?? .nan))
  }

  @Test("the order of rows changes nothing, the redraws included")
  func orderOfRows() throws {
    let cells = TalentCell.allCases
    let units = ["A", "B", "C"].map { unit in
      (0..<30).map { AuditPerson(unit: unit, sex: $0 % 2 == 0 ? "P" : "L", cell: cells[$0 % 9]) }
    }
    func flips(_ order: [Int]) throws -> Double? {
      // Identifiers follow places, so only whole units of equal people are exchanged.
      let rules = [SmallStudy.rule("box", .talentBox([cells[7], cells[8]]))]
      return try group(
        audit(
          order.flatMap { units[$0] }, rules, [.unit],
          raterError: RaterError(redraws: 20, seed: 5)), "B"
      ).boundary?.flips
    }
    #expect(try flips([0, 1, 2]) == flips([2, 1, 0]))
    #expect(try flips([0, 1, 2]) != nil)
  }

  @Test("Theil's index of two values by hand; its most is the logarithm of the count")
  func theil() {
    let expected = (0.5 * Double.log(0.5) + 1.5 * Double.log(1.5)) / 2
    #expect(abs(theilIndex([1, 3], counts: [1, 1]) - expected) < 1e-15)
    #expect(abs(theilIndex([0, 7], counts: [4, 1]) - Double.log(5)) < 1e-14)
    #expect(theilIndex([2, 2], counts: [3, 9]) == 0)
    #expect(theilIndex([0], counts: [3]).isNaN && theilIndex([], counts: []).isNaN)
  }
}
