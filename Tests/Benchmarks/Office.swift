import Foundation
import HybridWork
import Simulation
import Statistics
import TestSupport

/// The made-up office that every program of a benchmark computes, read from `.ci/bench/office.json`.
///
/// Whatever depends on a person follows from the person's number by arithmetic, so that a peer in
/// another language makes the same people without a file of them.
struct Office: Decodable {
  /// A policy in few words.
  struct Rule: Decodable {
    let id: String
    /// Days of one's own choice, or fixed weekdays from Monday = 0, or teams that change by week.
    let chosen: Int?
    let fixed: [Int]?
    let teams: Int?
    var ordered: Bool?
    var tenureAtLeast: Double?
    var cap: Double?
    var recall: String?
  }

  let from: String
  let through: String
  let holidays: [String]
  let unitSize: Int
  var services: Int
  /// The posts of a service as a share of its staff.
  let postsShare: Double
  let values: [String: Double]
  var policies: [Rule]

  static func read(_ path: String) throws -> Office {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    // Keys of a dictionary are left alone by the strategy, as the assumptions' identifiers need.
    return try decoder.decode(
      Office.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The same office with so many policies: those of the file over and over, each round with a rule
  /// of tenure of its own.
  func with(policies count: Int) -> Office {
    var copy = self
    copy.policies = (0..<count).map { number in
      let rule = policies[number % policies.count]
      let round = number / policies.count
      return Rule(
        id: "\(rule.id)-\(round)", chosen: rule.chosen, fixed: rule.fixed, teams: rule.teams,
        ordered: rule.ordered, tenureAtLeast: (rule.tenureAtLeast ?? 0) + Double(round),
        cap: rule.cap, recall: rule.recall)
    }
    return copy
  }

  /// The study of so many people.
  func study(people: Int, run: RunSettings) throws -> Study {
    var values = SmallStudy.certain
    for (name, value) in self.values {
      guard let id = AssumptionID(rawValue: name) else { throw BenchmarkError.unknown(name) }
      values[id] = value
    }
    let assumptions = try AssumptionSet(
      AssumptionID.allCases.map { id in
        StudyAssumption(
          id: id, value: .dated([(day("2000-01-01"), values[id] ?? .nan)]),
          provenance: SmallStudy.provenance)
      }, correlations: [])
    let closed = holidays.map {
      PublicHoliday(date: day($0), kind: .national, name: Bilingual(id: "Libur", en: "Holiday"))
    }
    let hours = WorkingHours(
      from: day("2000-01-01"), weeklyHours: 37.5, fastingWeeklyHours: 32.5)
    return try Study(
      header: StudyHeader(
        id: "benchmark", title: Bilingual(id: "Uji", en: "Test"), institution: "Test",
        description: Bilingual(id: "Uji", en: "Test"), legalReference: "", sources: []),
      setting: StudySetting(
        population: population(people),
        calendar: WorkCalendar(
          from: day(from), through: day(through), holidays: closed, workingHours: [hours],
          fastingMonths: []),
        services: posts(people), norms: []),
      assumptions: assumptions, baseline: SmallStudy.everyoneInOffice,
      policies: policies.map(policy),
      reporting: Reporting(
        groups: [.sex], accessGroups: [.sex], smallestGroup: 1, thresholds: []),
      run: run)
  }

  private func population(_ count: Int) throws -> Population {
    func codes(_ column: RegisterColumn, _ code: (Int) -> Int) -> ColumnValues {
      guard case .category(let levels) = column.kind else { return .number([]) }
      return .category(
        CategoryColumn(levels: levels, codes: (0..<count).map { UInt16(code($0)) }))
    }
    func named(_ levels: [String], _ code: (Int) -> Int) -> ColumnValues {
      .category(CategoryColumn(levels: levels, codes: (0..<count).map { UInt16(code($0)) }))
    }
    func number(_ value: (Int) -> Double) -> ColumnValues { .number((0..<count).map(value)) }
    // Leading zeros, so that the order of names is that of numbers.
    func name(_ number: Int) -> String { String(String(100_000_000 + number).dropFirst()) }
    let unknown = Int(CategoryColumn.unknown)
    return try Population(
      identifiers: (0..<count).map(name), unitNames: (0..<count).map { name($0 / unitSize) },
      columns: [
        .sex: codes(.sex) { $0 % 2 }, .employmentStatus: codes(.employmentStatus) { _ in 0 },
        .grade: named(["I/b", "II/c", "III/a", "IV/d"]) { $0 / 3 % 4 },
        .positionKind: codes(.positionKind) { _ in 4 },
        .taskClass: codes(.taskClass) { $0 / 5 % 4 },
        .directServiceShare: number { _ in 0 },
        .service: named((0..<max(services, 1)).map { "service-\(1000 + $0)" }) {
          $0 % 4 == 0 && services > 0 ? $0 / 4 % services : unknown
        },
        .commuteKilometres: number { Double($0 * 13 % 300) / 10 },
        .commuteMode: codes(.commuteMode) { $0 / 7 % 5 },
        .tenureMonths: number { Double($0 * 37 % 240) }, .bandwidthMbps: number { _ in 20 },
      ])
  }

  private func posts(_ people: Int) -> [Service] {
    (0..<services).map { service in
      let staff = (0..<(people + 3) / 4).count { $0 % services == service }
      return Service(
        id: "service-\(1000 + service)", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .posts(minimum: max(Int((postsShare * Double(staff)).rounded()), 1)),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    }
  }

  private func policy(_ rule: Rule) -> Policy {
    let schedule: Schedule =
      if let days = rule.chosen {
        .chosen(DaySplit.of(flexible: days))
      } else if let fixed = rule.fixed {
        .fixed(Set(fixed.map { Weekday.workingWeek[$0] }))
      } else {
        .rotation(teams: rule.teams ?? 2, turn: .week)
      }
    let rules = rule.tenureAtLeast.map {
      [SmallStudy.rule("tenure", .number(.tenureMonths, NumberRange(lower: .including($0))))]
    }
    let plain = SmallStudy.policy(
      rule.id, schedule, takeUp: rule.ordered == true ? .ordered : .voluntary,
      rules: rules ?? [], cap: rule.cap)
    guard let notice = rule.recall.flatMap(Safeguard.Notice.init) else { return plain }
    var levers = plain.levers
    levers.safeguards = [
      Safeguard(.recall(notice, swaps: false), services: nil, upTo: .need)
    ]
    return Policy(
      header: PolicyHeader(
        id: rule.id, title: plain.title, institution: "Test", reference: "Test",
        inForce: day("2023-01-01"), until: nil),
      levers: levers)
  }
}

/// What stops a benchmark.
enum BenchmarkError: Error {
  case unknown(String)
}
