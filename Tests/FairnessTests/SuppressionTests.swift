import Fairness
import HybridWork
import Statistics
import Testing

/// What a reader could work out: every printed count is a sum over the finest cells.
///
/// A count is derivable if and only if it is a linear combination of printed ones, so the rows of
/// the printed counts are reduced, modulo a large prime, and each hidden count is tried on them.
private struct Reader {
  private static let prime = 2_147_483_647
  private var pivots: [(column: Int, row: [Int])] = []

  mutating func learn(_ row: [Int]) {
    var row = reduced(row)
    guard let column = row.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.power(row[column], Self.prime - 2)
    for place in row.indices { row[place] = row[place] * inverse % Self.prime }
    pivots.append((column, row))
  }

  func canDerive(_ row: [Int]) -> Bool { reduced(row).allSatisfy { $0 == 0 } }

  private func reduced(_ row: [Int]) -> [Int] {
    var row = row
    for pivot in pivots where row[pivot.column] != 0 {
      let factor = row[pivot.column]
      for place in row.indices {
        row[place] = (row[place] + (Self.prime - factor) * pivot.row[place]) % Self.prime
      }
    }
    return row
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}

struct SuppressionTests {
  private static let columns: [RegisterColumn] = [.unit, .education, .disability]

  /// The finest cells that could hold anyone: a value of each column.
  private func cells(_ audits: [PolicyAudit]) -> [[String?]] {
    let values = audits[0].groupings.prefix(3).map { $0.groups.map { $0.access.group[0] } }
    return values[0].flatMap { a in values[1].flatMap { b in values[2].map { [a, b, $0] } } }
  }

  /// The cells that a group of a grouping is the sum of, as a row of ones and zeros.
  private func row(
    _ group: [String?], _ grouping: StaffGrouping, _ cells: [[String?]], part: Int, parts: Int
  ) -> [Int] {
    let places = grouping.columns.map { Self.columns.firstIndex(of: $0) ?? 0 }
    var row = Array(repeating: 0, count: cells.count * parts)
    for (cell, values) in cells.enumerated()
    where zip(places, group).allSatisfy({ values[$0] == $1 }) {
      row[part * cells.count + cell] = 1
    }
    return row
  }

  @Test("no small count can be worked out from what is printed", arguments: 0..<25)
  func hiddenCountsStayHidden(seed: UInt64) throws {
    let key = RandomKey(seed: seed).child("suppression")
    let people = AuditStaff.random(120 + Int(key.index(below: 400, 1)), key.child("people"))
    let population = try AuditStaff.population(people)
    let smallest = 10
    // Two policies on the same staff are read side by side.
    let audits = try [
      [AuditStaff.tenure, AuditStaff.laptop], [AuditStaff.direct, AuditStaff.laptop],
    ].map { rules in
      PolicyAudit(
        AuditStaff.policy(rules),
        decisions: try EligibilityDecisions(rules: rules, population: population),
        population: population,
        plan: AuditPlan(columns: Self.columns, smallestGroup: smallest, raterError: nil))
    }
    let open = try [
      [AuditStaff.tenure, AuditStaff.laptop], [AuditStaff.direct, AuditStaff.laptop],
    ].map { rules in
      PolicyAudit(
        AuditStaff.policy(rules),
        decisions: try EligibilityDecisions(rules: rules, population: population),
        population: population,
        plan: AuditPlan(columns: Self.columns, smallestGroup: 1, raterError: nil))
    }
    let cells = cells(audits)
    let parts = 1 + audits.count
    var reader = Reader()
    let everyone = Array(repeating: 1, count: cells.count)
    let nobody = Array(repeating: 0, count: cells.count)
    reader.learn(everyone + nobody + nobody)
    for (place, audit) in audits.enumerated() {
      if audit.eligible != nil {
        reader.learn(nobody + (place == 0 ? everyone + nobody : nobody + everyone))
      }
      for grouping in audit.groupings {
        for finding in grouping.groups {
          let access = finding.access
          func row(_ part: Int) -> [Int] {
            self.row(access.group, grouping.grouping, cells, part: part, parts: parts)
          }
          if access.people != nil { reader.learn(row(0)) }
          if access.people != nil && access.eligible != nil { reader.learn(row(1 + place)) }
        }
      }
    }
    var tried = 0
    for (place, audit) in open.enumerated() {
      for grouping in audit.groupings {
        for finding in grouping.groups {
          let access = finding.access
          let (count, eligible) = (access.people ?? 0, access.eligible ?? 0)
          func row(_ part: Int) -> [Int] {
            self.row(access.group, grouping.grouping, cells, part: part, parts: parts)
          }
          if (1..<smallest).contains(count) {
            #expect(!reader.canDerive(row(0)), "people of \(access.group)")
            tried += 1
          }
          if (1..<smallest).contains(eligible) {
            #expect(!reader.canDerive(row(1 + place)), "eligible of \(access.group)")
            tried += 1
          }
          let blocked = zip(row(0), row(1 + place)).map {
            ($0 - $1 + 2_147_483_647) % 2_147_483_647
          }
          if (1..<smallest).contains(count - eligible) {
            #expect(!reader.canDerive(blocked), "blocked of \(access.group)")
            tried += 1
          }
        }
      }
    }
    #expect(tried > 0)
  }

  @Test("a reader who is told one hidden count works out its complement")
  func readerIsNoFool() {
    var reader = Reader()
    reader.learn([1, 1, 1])
    reader.learn([0, 0, 1])
    #expect(!reader.canDerive([1, 0, 0]))
    reader.learn([0, 1, 0])
    #expect(reader.canDerive([1, 0, 0]))
  }

  @Test("large groups are printed: suppression is not a way of saying nothing")
  func largeGroupsAreShown() throws {
    let people = AuditStaff.random(600, RandomKey(seed: 7))
    let population = try AuditStaff.population(people)
    let audit = PolicyAudit(
      AuditStaff.policy([AuditStaff.laptop]),
      decisions: try EligibilityDecisions(rules: [AuditStaff.laptop], population: population),
      population: population,
      plan: AuditPlan(columns: [.sex, .education], smallestGroup: 10, raterError: nil))
    #expect(audit.groupings[0].groups.allSatisfy { $0.access.eligible != nil })
    #expect(audit.groupings[1].groups.allSatisfy { $0.access.eligible != nil })
    #expect(audit.groupings[2].groups.count { $0.access.eligible != nil } >= 4)
  }
}
