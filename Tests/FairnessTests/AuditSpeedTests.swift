import Fairness
import Foundation
import HybridWork
import Statistics
import TestSupport
import Testing

/// How long rules and audit take on a whole civil service; run in release with `LUWES_BENCH=1`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LUWES_BENCH"] == "1"))
struct AuditSpeedTests {
  private static let people = 5_000_000

  private func codes(_ levels: [String], _ key: RandomKey) -> ColumnValues {
    .category(
      CategoryColumn(
        levels: levels,
        codes: (0..<Self.people).map {
          UInt16(key.index(below: UInt64(levels.count), UInt64($0)))
        }))
  }

  private func numbers(_ most: Double, _ key: RandomKey) -> ColumnValues {
    .number((0..<Self.people).map { (key.uniform(UInt64($0)) * most).rounded() })
  }

  private func flags(_ key: RandomKey) -> ColumnValues {
    .flag((0..<Self.people).map { key.uniform(UInt64($0)) < 0.8 ? .yes : .no })
  }

  private func levels(_ column: RegisterColumn) -> [String] {
    guard case .category(let levels) = column.kind else { return [] }
    return levels
  }

  private func population() throws -> Population {
    let key = RandomKey(seed: 1)
    var columns: [RegisterColumn: ColumnValues] = [
      .directServiceShare: numbers(1.2, key.child(1)), .tenureMonths: numbers(200, key.child(2)),
      .commuteKilometres: numbers(40, key.child(3)), .bandwidthMbps: numbers(60, key.child(4)),
      .laptop: flags(key.child(5)), .superiorApproval: flags(key.child(6)),
      .disability: flags(key.child(7)),
      .education: codes(["D3", "S1", "S2", "S3", "SMA"], key.child(8)),
      .position: codes((0..<300).map { String(1000 + $0) }, key.child(9)),
    ]
    let named: [RegisterColumn] = [
      .sex, .employmentStatus, .positionKind, .taskClass, .commuteMode, .talentBox, .discipline,
    ]
    for (place, column) in named.enumerated() {
      columns[column] = codes(levels(column), key.child(UInt64(20 + place)))
    }
    return try Population(
      identifiers: (0..<Self.people).map { String(10_000_000 + $0) },
      unitNames: (0..<Self.people).map { "U" + String(1000 + $0 / 12_500) }, columns: columns)
  }

  private var rules: [EligibilityRule] {
    func least(_ column: RegisterColumn, _ bound: Double) -> Condition {
      .number(column, NumberRange(lower: .including(bound)))
    }
    let conditions: [Condition] = [
      .talentBox(Set(TalentCell.allCases.filter { $0.performance != .low })),
      .number(.directServiceShare, NumberRange(upper: .including(0))),
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

  @Test("twelve rules and the audit of five million people")
  func speed() throws {
    let population = try population()
    let rules = rules
    let clock = ContinuousClock()
    for _ in 0..<3 {
      var decided: EligibilityDecisions?
      let deciding = try clock.measure {
        decided = try EligibilityDecisions(rules: rules, population: population)
      }
      let decisions = try #require(decided)
      var eligible: Int?
      let auditing = clock.measure {
        eligible =
          PolicyAudit(
            AuditStaff.policy(rules), decisions: decisions, population: population,
            plan: AuditPlan(
              columns: [
                .sex, .employmentStatus, .disability, .unit, .positionKind, .education,
              ], smallestGroup: 30, raterError: nil)
          ).eligible
      }
      print("rules \(deciding), audit \(auditing), \(eligible ?? 0) eligible")
      #expect(deciding < .seconds(2))
      #expect(auditing < .seconds(3))
    }
  }
}
