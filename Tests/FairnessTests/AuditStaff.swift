import HybridWork
import Statistics
import TestSupport

/// A person of an audit's test.
struct AuditPerson {
  var unit = "A"
  var sex = "L"
  var education: String?
  var disability: Bool?
  var position: String?
  var status = EmploymentStatus.pns
  var service: String?
  var cell: TalentCell?
  var discipline: String?
  var tenure = 60.0
  var laptop: Bool? = true
  var direct = 0.0
  var disciplineDate: WorkDate?
  var kilometres = 5.0
}

/// Builds populations of such people, in the order given.
enum AuditStaff {
  static func population(_ people: [AuditPerson]) throws -> Population {
    func coded(_ column: RegisterColumn, _ value: (AuditPerson) -> String?) -> ColumnValues {
      var levels: [String] = []
      if case .category(let fixed) = column.kind { levels = fixed }
      if levels.isEmpty { levels = Set(people.compactMap(value)).sorted() }
      return .category(
        CategoryColumn(
          levels: levels,
          codes: people.map { person in
            value(person).flatMap { levels.firstIndex(of: $0) }.map(UInt16.init)
              ?? CategoryColumn.unknown
          }))
    }
    func flags(_ value: (AuditPerson) -> Bool?) -> ColumnValues {
      .flag(people.map { value($0).map { $0 ? .yes : .no } ?? .unknown })
    }
    return try Population(
      identifiers: people.indices.map { "p" + String(1_000_000 + $0) },
      unitNames: people.map(\.unit),
      columns: [
        .sex: coded(.sex, \.sex), .education: coded(.education, \.education),
        .disability: flags(\.disability), .position: coded(.position, \.position),
        .employmentStatus: coded(.employmentStatus, \.status.rawValue),
        .positionKind: coded(.positionKind) { _ in "pelaksana" },
        .taskClass: coded(.taskClass) { _ in "routine" },
        .service: coded(.service, \.service), .talentBox: coded(.talentBox, \.cell?.name),
        .discipline: coded(.discipline, \.discipline),
        .tenureMonths: .number(people.map(\.tenure)), .laptop: flags(\.laptop),
        .directServiceShare: .number(people.map(\.direct)),
        .commuteKilometres: .number(people.map(\.kilometres)),
        .commuteMode: coded(.commuteMode) { _ in "motorcycle" },
        .disciplineDate: .date(
          people.map { $0.disciplineDate.map { Int32($0.dayNumber) } ?? Int32.min }),
      ])
  }

  static func policy(_ rules: [EligibilityRule], flexible: Int = 2) -> Policy {
    SmallStudy.policy("p", .chosen(DaySplit.of(flexible: flexible)), rules: rules)
  }

  static let tenure = SmallStudy.rule(
    "tenure", .number(.tenureMonths, NumberRange(lower: .including(12))))
  static let laptop = SmallStudy.rule("laptop", .flag(.laptop, true))
  static let direct = SmallStudy.rule(
    "direct", .number(.directServiceShare, NumberRange(upper: .including(0))))
  static let discipline = SmallStudy.rule("discipline", .category(.discipline, ["none"]))

  /// People drawn with every fact loose from the others but sex, which leans on them.
  static func random(_ count: Int, _ key: RandomKey) -> [AuditPerson] {
    (0..<count).map { place in
      let draws = (0..<8).map { key.uniform(UInt64(8 * place + $0)) }
      let isWoman = draws[0] < 0.4
      var person = AuditPerson(unit: "U\(Int(draws[1] * draws[1] * 4))", sex: isWoman ? "P" : "L")
      person.education = draws[2] < 0.1 ? nil : ["D3", "S1", "S2"][Int(draws[3] * draws[3] * 3)]
      person.disability = draws[4] < 0.05 ? true : (draws[4] < 0.15 ? nil : false)
      person.tenure = (draws[5] * (isWoman ? 30 : 40)).rounded()
      person.laptop = draws[6] < 0.7
      person.direct = draws[7] < 0.3 ? 0.5 : 0
      return person
    }
  }
}
