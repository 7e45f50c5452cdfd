import ArgumentParser
import HybridWork
import TestSupport

/// Twelve rules for a whole civil service.
struct Rules: ParsableCommand {
  @Option var people: Int
  @Option var rounds = 3

  func run() throws {
    let population = try population()
    let rules = Self.rules
    var meter = Meter()
    var eligible = 0
    for _ in 0..<rounds {
      let decisions = try meter.measure {
        try EligibilityDecisions(rules: rules, population: population)
      }
      eligible = (0..<people).count { decisions.isEligible($0) }
    }
    var report = CaseReport(meter, work: Double(people * rules.count))
    report.results["eligible"] = [Double(eligible)]
    try report.write()
  }

  /// People whose every column follows from their number.
  private func population() throws -> Population {
    func levels(_ column: RegisterColumn) -> [String] {
      guard case .category(let levels) = column.kind else { return [] }
      return levels
    }
    func codes(_ levels: [String], _ factor: Int) -> ColumnValues {
      .category(
        CategoryColumn(
          levels: levels,
          codes: (0..<people).map { UInt16((($0 * factor) >> 4) % levels.count) }))
    }
    func codes(_ column: RegisterColumn, _ factor: Int) -> ColumnValues {
      codes(levels(column), factor)
    }
    func numbers(_ factor: Int, _ bound: Int, per divisor: Double = 1) -> ColumnValues {
      .number((0..<people).map { Double((($0 * factor) >> 4) % bound) / divisor })
    }
    func flags(_ factor: Int) -> ColumnValues {
      .flag((0..<people).map { (($0 * factor) >> 4) % 5 != 0 ? .yes : .no })
    }
    return try Population(
      identifiers: (0..<people).map { String(10_000_000 + $0) },
      unitNames: (0..<people).map { "U" + String(1000 + $0 / 12_500) },
      columns: [
        .directServiceShare: numbers(7919, 4, per: 4), .tenureMonths: numbers(7907, 200),
        .commuteKilometres: numbers(7901, 40), .bandwidthMbps: numbers(7883, 60),
        .laptop: flags(7879), .superiorApproval: flags(7877), .disability: flags(7873),
        .education: codes(["D3", "S1", "S2", "S3", "SMA"], 7867), .sex: codes(.sex, 7853),
        .employmentStatus: codes(.employmentStatus, 7841),
        .positionKind: codes(.positionKind, 7829), .taskClass: codes(.taskClass, 7823),
        .commuteMode: codes(.commuteMode, 7817), .talentBox: codes(.talentBox, 7793),
        .discipline: codes(.discipline, 7789),
      ])
  }

  private static var rules: [EligibilityRule] {
    func least(_ column: RegisterColumn, _ bound: Double) -> Condition {
      .number(column, NumberRange(lower: .including(bound)))
    }
    let conditions: [Condition] = [
      .talentBox(Set(TalentCell.allCases.filter { $0.performance != .low })),
      .number(.directServiceShare, NumberRange(upper: .including(0.5))),
      .all([.flag(.laptop, true), least(.bandwidthMbps, 10)]),
      .category(.discipline, ["none", "in_process", "light"]), least(.tenureMonths, 12),
      .flag(.superiorApproval, true), .not(.category(.taskClass, ["place-bound"])),
      .category(.positionKind, ["fungsional", "pelaksana", "pengawas"]),
      .any([.flag(.disability, true), least(.commuteKilometres, 2)]),
      .category(.employmentStatus, ["PNS", "CPNS", "PPPK"]), least(.bandwidthMbps, 5),
      .not(.category(.education, ["SMA"])),
    ]
    return conditions.enumerated().map { SmallStudy.rule("r\($0.offset)", $0.element) }
  }
}
