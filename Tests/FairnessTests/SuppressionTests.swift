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
    var row = row.map { ($0 + Self.prime) % Self.prime }
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

  private static let policies = [
    [AuditStaff.tenure, AuditStaff.laptop], [AuditStaff.direct, AuditStaff.laptop],
  ]

  /// The audits of two policies on the same staff, which are read side by side.
  private func audits(_ population: Population, smallest: Int) throws -> [PolicyAudit] {
    try Self.policies.map { rules in
      PolicyAudit(
        AuditStaff.policy(rules),
        decisions: try EligibilityDecisions(rules: rules, population: population),
        population: population,
        plan: AuditPlan(columns: Self.columns, smallestGroup: smallest, raterError: nil))
    }
  }

  /// Calls `body` for each group of each policy with its sum in a part: 0 people, 1 eligible.
  private func eachGroup(
    _ audits: [PolicyAudit], _ cells: [[String?]],
    _ body: (GroupAccess, _ people: [Int], _ eligible: [Int]) -> Void
  ) {
    for (place, audit) in audits.enumerated() {
      for grouping in audit.groupings {
        for access in grouping.groups.map(\.access) {
          let rows = [0, 1 + place].map { part in
            row(access.group, grouping.grouping, cells, part: part, parts: 1 + audits.count)
          }
          body(access, rows[0], rows[1])
        }
      }
    }
  }

  /// Someone who knows every printed count and total.
  private func reader(_ audits: [PolicyAudit], _ cells: [[String?]]) -> Reader {
    var reader = Reader()
    let blocks = 0...audits.count
    for known in blocks where known == 0 || audits[known - 1].eligible != nil {
      reader.learn(blocks.flatMap { block in cells.map { _ in block == known ? 1 : 0 } })
    }
    eachGroup(audits, cells) { access, people, eligible in
      if access.people != nil { reader.learn(people) }
      if access.rate != nil { reader.learn(eligible) }
    }
    return reader
  }

  @Test("no small count can be worked out from what is printed", arguments: 0..<25)
  func hiddenCountsStayHidden(seed: UInt64) throws {
    let key = RandomKey(seed: seed).child("suppression")
    let people = AuditStaff.random(120 + Int(key.index(below: 400, 1)), key.child("people"))
    let population = try AuditStaff.population(people)
    let small = 1..<10
    let printed = try audits(population, smallest: small.upperBound)
    let cells = cells(printed)
    let reader = reader(printed, cells)
    var tried = 0
    eachGroup(try audits(population, smallest: 1), cells) { access, people, eligible in
      let counts = (access.people ?? 0, access.eligible ?? 0)
      let blocked = zip(people, eligible).map { $0 - $1 }
      for (count, row) in [
        (counts.0, people), (counts.1, eligible), (counts.0 - counts.1, blocked),
      ] where small.contains(count) {
        #expect(!reader.canDerive(row), "\(access.group)")
        tried += 1
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
