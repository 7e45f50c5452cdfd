import Exploration
import Foundation
import HybridWork
import Reports
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("report.html")
struct ReportPageTests {
  /// The page of a small study, in one language where that is asked for.
  private func page(_ study: SmallStudy, shadow: ShadowMarks? = nil) throws -> String {
    let result = try study.result()
    let files =
      [
        ("scenario-table.csv", ScenarioTableFile.text(result)),
        ("outcomes.csv", OutcomesFile.text(result)), ("ledger.csv", LedgerFile.text(result)),
        ("ledger-parties.csv", LedgerPartiesFile.text(result)),
        ("eligibility-counts.csv", EligibilityFile.text(result, language: .indonesian)),
        ("take-up.csv", TakeUpFile.text(result)),
        ("assumptions.csv", AssumptionsFile.text(result.study)),
        ("uncertainty.csv", UncertaintyFile.text(result)), ("output.csv", OutputFile.text(result)),
        ("shocks.csv", ShockFile.text(result)),
      ] + (try DecisionTables(result).files)
      + (GroupLedgerFile.text(result).map { [("ledger-by-group.csv", $0)] } ?? [])
      + (UnitOutputFile.text(result).map { [("output-by-unit.csv", $0)] } ?? [])
      + (PresentValueFile.text(result).map { [("present-value.csv", $0)] } ?? [])
      + (study.services.isEmpty ? [] : [("coverage.csv", CoverageFile.text(result))])
    return ReportPage(
      result, files: files,
      run: ReportRun(
        id: "0123abcd", version: "1", inputs: [], language: .indonesian, shadow: shadow)
    ).html
  }

  @Test("what a shadow test could not repeat stands at the head and beside the service, no other")
  func shadow() throws {
    var study = study([SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)])
    study.services = ["meja", "piket"].map { id in
      Service(
        id: id, title: Bilingual(id: id, en: id), kind: .posts(minimum: 1),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    }
    let mark = "tidak terulang dalam uji bayangan"
    #expect(!(try page(study)).contains(mark))
    let marks = ShadowMarks(
      study: "test", period: day("2023-01-01")...day("2023-12-31"),
      groups: [("service:piket", [.meanWaitMinutes]), ("unit:Dinas", [.officeShare])])
    let page = try page(study, shadow: marks)
    #expect(page.contains("model tidak mengulang layanan piket"))
    #expect(page.contains("unit Dinas ("))
    // Once on today's map and once on that of the policy.
    let marked = page.components(separatedBy: mark)
    #expect(marked.count >= 2)
    for text in marked.dropLast() {
      let row = text.components(separatedBy: "<tr>").last ?? ""
      #expect(row.contains("piket") && !row.contains("meja"))
    }
  }

  @Test("work and money of each unit stand in the policy's section, those of small units together")
  func units() throws {
    let sizes = [("Besar", 20), ("Sedang", 10), ("Kecil", 2), ("Mungil", 3)]
    let people = sizes.flatMap { name, size in
      (0..<size).map { place in
        var person = TestPerson("\(name)\(1000 + place)")
        person.unit = "Dinas \(name)"
        return person
      }
    }
    var study = SmallStudy(people: people)
    study.policies = [SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)]
    study.smallestGroup = 5
    let marks = ShadowMarks(
      study: "test", period: day("2023-01-01")...day("2023-12-31"),
      groups: [("unit:Dinas Sedang", [.officeShare])])
    let page = try page(study, shadow: marks)
    let shown = Set(
      page.matches(of: /data-at="output-by-unit.csv\|friday\|([^|]+)\|/).map { String($0.1) })
    #expect(shown == ["Dinas Besar", "Dinas Sedang", "(others)", "(all)"])
    #expect(page.contains("data-at=\"ledger-by-group.csv|friday|unit|Dinas Besar|"))
    #expect(!page.contains("|unit|Dinas Kecil|") && !page.contains("|unit|Dinas Mungil|"))
    let row = try #require(
      page.components(separatedBy: "<tr>").first { $0.contains("friday|Dinas Sedang|staff") })
    #expect(row.contains("tidak terulang dalam uji bayangan"))
  }

  @Test("the present value stands in the page where purchases count in cash, else why it is absent")
  func presentValue() throws {
    var study = study([SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)])
    let without = try page(study)
    #expect(without.contains("one_off_costs: cash") && !without.contains("present-value.csv|"))
    study.appraisalYears = 5
    study.oneOffs = .cash
    let with = try page(study)
    #expect(!with.contains("one_off_costs: cash"))
    #expect(with.contains("data-at=\"present-value.csv|friday|present_value_mean\""))
  }

  private func study(_ policies: [Policy], thresholds: [Threshold] = []) -> SmallStudy {
    var study = SmallStudy(people: (0..<20).map { TestPerson("P\(1000 + $0)") })
    study.policies = policies
    study.thresholds = thresholds
    return study
  }

  /// Any saving is safe, no saving is refused.
  private let anySaving = Threshold(
    outcome: .budgetNetRupiah, comparison: .difference, safe: 0, watch: 0)

  private func hostile(_ text: String) -> Policy {
    let rule = EligibilityRule(
      id: "rule", text: Bilingual(id: text, en: text), reference: text,
      condition: .number(.directServiceShare, NumberRange(upper: .including(1))), unassessed: .fail)
    return Policy(
      header: PolicyHeader(
        id: "hostile", title: Bilingual(id: text, en: text + "."), institution: text,
        reference: text, inForce: day("2023-01-01"), until: nil),
      levers: PolicyLevers(
        eligibility: [rule], schedule: .fixed([.thursday]), takeUp: .ordered,
        capShareOfUnitAway: nil, allowances: Allowances(meal: .paid)))
  }

  @Test(
    "names from files can't become markup, script or attributes",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><b>", "' onclick='x",
      "]]><!--", "&lt;script&gt;", "{0} {1}",
    ])
  func hostileNames(text: String) throws {
    let page = try page(study([hostile(text)]))
    #expect(page.split(separator: "<script>").count == 2)
    #expect(!page.contains("<img") && !page.contains("</style><b>") && !page.contains("<!--"))
    #expect(!page.contains(" onerror=alert(1)>") && !page.contains("' onclick='"))
    let escaped =
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    #expect(page.contains(escaped))
  }

  @Test("what decides the first place is told as it is: by nothing, always, or by an assumption")
  func firstPlace() throws {
    let one = SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered)
    let twin = SmallStudy.policy("other-day", .fixed([.wednesday]), takeUp: .ordered)
    let two = SmallStudy.policy("two-days", .fixed([.thursday, .friday]), takeUp: .ordered)
    let always = try page(study([one, two]))
    #expect(always.contains("is better than") && always.contains("in every world;"))
    #expect(!always.contains("of the worlds"))

    let alike = try page(study([one, twin]))
    #expect(alike.contains(": alike in every world."))
    #expect(!alike.contains("is better than"))

    // An empty office may save electricity or, here, use more of it.
    var uncertain = study([SmallStudy.policy("paid", .fixed([.thursday]), takeUp: .ordered)])
    uncertain.run = RunSettings(worlds: 64, replications: 2, seed: 1)
    uncertain.distributions = [
      .darkDayEnergyElasticity: BoundedDistribution(.uniform(low: -0.5, high: 0.5))
    ]
    let contested = try page(uncertain)
    #expect(contested.contains("of the worlds; its lead goes with"))
  }

  @Test("limits broken nowhere, everywhere and in some worlds are told apart")
  func failures() throws {
    let policy = SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered)
    #expect(try page(study([policy])).contains("no policy can be said to fail"))
    #expect(
      try page(study([policy], thresholds: [anySaving])).contains("fails in no world"))
    let unreachable = Threshold(
      outcome: .budgetNetRupiah, comparison: .difference, safe: 1e15, watch: 1e15)
    let always = try page(study([policy], thresholds: [unreachable]))
    #expect(always.contains("breaks at least one safe limit in every world"))
    #expect(!always.contains("fails in no world"))
  }

  @Test("the policy with the largest saving leads among those that pass")
  func leader() throws {
    let page = try page(
      study(
        [
          SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered),
          SmallStudy.policy("two-days", .fixed([.thursday, .friday]), takeUp: .ordered),
          SmallStudy.policy(
            "three-days", .fixed([.wednesday, .thursday, .friday]), takeUp: .ordered),
        ], thresholds: [anySaving]))
    #expect(page.contains("lolos semua ukuran"))
    #expect(page.contains("<p class=\"leader\"><a href=\"#opsi-2\">"))
    // Three days save more but lie beyond what evidence reaches.
    #expect(page.contains("saves more ("))
    #expect(page.contains("output extrapolated beyond evidence"))
    #expect(page.contains("data-count=\"one-day two-days\""))
  }

  @Test("a policy beyond the law does not lead, however much it saves")
  func law() throws {
    var study = study(
      [
        SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered),
        SmallStudy.policy("two-days", .fixed([.thursday, .friday]), takeUp: .ordered),
      ], thresholds: [anySaving])
    study.norms = [
      LegalNorm(
        id: "one", text: Bilingual(id: "satu hari", en: "one day"), article: "Pasal 1",
        inForce: day("2020-01-01"), until: nil,
        content: .mostFlexibleDaysPerWeek(1, yieldsToSpecialCircumstances: false),
        provenance: SmallStudy.provenance)
    ]
    let page = try page(study)
    #expect(page.contains("<p class=\"leader\"><a href=\"#opsi-1\">"))
    #expect(page.contains("policies go beyond the rules in force at their date"))
    #expect(page.contains("beyond the rules"))
  }

  @Test("when nothing passes the page says so, and why the nearest does not")
  func nothingPasses() throws {
    let unreachable = Threshold(
      outcome: .budgetNetRupiah, comparison: .difference, safe: 1e15, watch: 0)
    let page = try page(
      study(
        [SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered)],
        thresholds: [unreachable]))
    #expect(page.contains("Tidak satu pun dari"))
    #expect(page.contains("Belum aman karena"))
    #expect(page.contains("Not safe yet because of"))
    #expect(!page.contains("lolos dengan penghematan"))
  }

  @Test("without thresholds nothing is said to pass and nothing leads")
  func unjudged() throws {
    let page = try page(
      study([SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered)]))
    #expect(page.contains("Studi ini tidak menetapkan ambang"))
    #expect(!page.contains("class=\"leader\""))
  }

  @Test("a section without results says why")
  func absent() throws {
    let small = try page(
      study([SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered)]))
    #expect(small.contains("Tidak ada peta layanan"))
    #expect(small.contains("There is no chart of waits or coverage"))
    var nobody = study([SmallStudy.policy("paid", .fixed([]), meals: .notPaid)])
    nobody.groups = [.sex]
    let office = try page(nobody)
    #expect(office.contains("no policy gives flexible days"))
    nobody.groups = []
    #expect(try page(nobody).contains("this study names no groups"))
  }

  @Test("groups of few people stay hidden in the page as in the table")
  func fewPeople() throws {
    var people = (0..<20).map { TestPerson("P\(1000 + $0)") }
    for place in 0..<3 { people[place].sex = "P" }
    var study = SmallStudy(people: people)
    study.smallestGroup = 5
    study.policies = [SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered)]
    let page = try page(study)
    #expect(!page.contains("outcomes.csv|one-day|sex:P|"))
    #expect(page.contains("fewer than"))
  }

  @Test("amounts and dates are written as each language writes them")
  func formats() throws {
    let page = try page(
      study([SmallStudy.policy("one-day", .fixed([.thursday]), takeUp: .ordered)]))
    // 20 people, two dark Thursdays at 0.75 of 5 kWh and 1,600: Rp 240,000.
    #expect(page.contains("<span lang=\"id\">Rp 240.000</span><span lang=\"en\">Rp 240,000</span>"))
    #expect(page.contains("8 Januari 2024"))
    #expect(page.contains("8 January 2024"))
  }
}
