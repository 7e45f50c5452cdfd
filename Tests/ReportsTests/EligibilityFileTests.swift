import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("eligibility-counts.csv")
struct EligibilityFileTests {
  /// The rows of one policy by rule; `slow` people have too slow a line.
  private func rows(
    cells: [(box: Int?, people: Int)], slow: Int = 0, smallest: Int
  ) throws -> [String: [String: String]] {
    var people: [TestPerson] = []
    for (box, count) in cells {
      for _ in 0..<count {
        var person = TestPerson("P\(people.count + 1000)")
        person.cell = box.flatMap(TalentNumbering.permenPANRB.cell(numbered:))
        if people.count < slow { person.bandwidthMbps = 1 }
        people.append(person)
      }
    }
    var study = SmallStudy(people: people)
    study.smallestGroup = smallest
    let best = TalentNumbering.permenPANRB.cell(numbered: 9)
    study.policies = [
      SmallStudy.policy(
        "boxes", .chosen(.of(flexible: 2)),
        rules: [
          SmallStudy.rule("box", .talentBox(Set([best].compactMap { $0 }))),
          SmallStudy.rule("line", .number(.bandwidthMbps, NumberRange(lower: .including(10)))),
        ])
    ]
    let lines = EligibilityFile.text(try study.result(), language: .english)
      .split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(lines.first)
    var rows: [String: [String: String]] = [:]
    for line in lines.dropFirst() where line[0] == "boxes" {
      rows[line[1]] = Dictionary(uniqueKeysWithValues: zip(header, line))
    }
    return rows
  }

  private func counts(_ row: [String: String]?) -> [String?] {
    ["passed", "failed", "unassessed", "failed_only_this"].map { row?[$0] }
  }

  @Test(
    "counts of large groups are shown: passed, failed, not assessable, failed by this rule alone")
  func shown() throws {
    let rows = try rows(cells: [(9, 60), (1, 50), (nil, 40)], slow: 10, smallest: 30)
    #expect(counts(rows["box"]) == ["60", "50", "40", "90"])
    #expect(counts(rows["line"]).prefix(3) == ["", "", "0"])
    #expect(rows["all-rules"]?["passed"] == "50")
    #expect(rows["all-rules"]?["failed"] == "100")
    #expect(rows["all-rules"]?["lower_bound"] == "50")
    #expect(rows["all-rules"]?["upper_bound"] == "90")
  }

  @Test("a count below the smallest group is empty, and so is the one that would give it away")
  func suppressed() throws {
    let rows = try rows(cells: [(9, 100), (1, 29), (nil, 60)], smallest: 30)
    #expect(counts(rows["box"]) == ["", "", "60", ""])
    #expect(rows["box"]?["people"] == "189")
  }

  @Test("the smallest group itself is shown, and a count of nobody is no secret")
  func boundary() throws {
    let rows = try rows(cells: [(9, 100), (1, 30)], smallest: 30)
    #expect(counts(rows["box"]) == ["100", "30", "0", "30"])
    #expect(counts(rows["line"]) == ["130", "0", "0", "0"])
  }

  @Test("whom a rule alone keeps out is hidden with few people in it or beside it")
  func onlyThis() throws {
    // 40 fail the line, 12 of them nothing else; of the 88 without box 9, 28 fail the line too.
    let few = try rows(cells: [(9, 12), (1, 28), (9, 60), (1, 60)], slow: 40, smallest: 30)
    #expect(counts(few["line"]) == ["120", "40", "0", ""])
    #expect(counts(few["box"]) == ["72", "88", "0", ""])
    let many = try rows(cells: [(9, 12), (1, 28), (9, 60), (1, 60)], slow: 40, smallest: 12)
    #expect(counts(many["line"]) == ["120", "40", "0", "12"])
    #expect(counts(many["box"]) == ["72", "88", "0", "60"])
  }

  @Test("whom a rule alone keeps out does not give away a hidden part of them")
  func onlyThisBesideHidden() throws {
    // All 89 fail this rule alone; less the 60 not assessable that would be the hidden 29.
    let rows = try rows(cells: [(9, 100), (1, 29), (nil, 60)], smallest: 30)
    #expect(counts(rows["box"]) == ["", "", "60", ""])
  }

  @Test("bounds that only few people separate from all or nothing are empty")
  func bounds() throws {
    let rows = try rows(cells: [(9, 20), (1, 100), (nil, 50)], smallest: 30)
    let all = rows["all-rules"]
    #expect(all?["passed"] == "" && all?["failed"] == "")
    #expect(all?["lower_bound"] == "")
    #expect(all?["upper_bound"] == "70")
  }

  @Test("no count is derivable: hidden parts of a known sum are two or more, of enough people")
  func nothingDerivable() throws {
    for smallest in [5, 12, 30] {
      for (nine, one, none) in [(3, 40, 60), (4, 4, 90), (1, 1, 1), (2, 100, 0), (11, 5, 30)] {
        let rows = try rows(cells: [(9, nine), (1, one), (nil, none)], smallest: smallest)
        let parts = [nine, one, none]
        let shown = counts(rows["box"]).prefix(3).map { $0 ?? "" }
        let hidden = zip(parts, shown).filter { $0.1.isEmpty }.map(\.0)
        for (part, text) in zip(parts, shown) where !text.isEmpty {
          #expect(text == "\(part)" && (part == 0 || part >= smallest))
        }
        #expect(hidden.isEmpty || hidden.count > 1 || parts.filter { $0 > 0 }.count == 1)
      }
    }
  }
}
