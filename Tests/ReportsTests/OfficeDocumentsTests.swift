import Foundation
import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("The papers for leaders")
struct OfficeDocumentsTests {
  private static let policy = "two-days"

  private func study(thresholds: [Threshold] = [anySaving]) -> SmallStudy {
    var study = SmallStudy(people: (0..<20).map { TestPerson("P\(1000 + $0)") })
    study.policies = [
      SmallStudy.policy(Self.policy, .fixed([.thursday, .friday]), takeUp: .ordered)
    ]
    study.thresholds = thresholds
    return study
  }

  /// Any saving is safe, no saving is refused.
  private static let anySaving = Threshold(
    outcome: .budgetNetRupiah, comparison: .difference, safe: 0, watch: 0)

  private func tables() throws -> DocumentTables { try DocumentTables(study()) }

  /// The tables with a range put in place of one of the scenario table.
  private func tables(_ column: String, low: String, high: String) throws -> DocumentTables {
    var tables = try tables()
    let mean = String(((Double(low) ?? 0) + (Double(high) ?? 0)) / 2)
    for (end, value) in [("mean", mean), ("p05", low), ("p95", high)] {
      try tables.set("scenario-table.csv", [Self.policy], "\(column)_\(end)", value)
    }
    return tables
  }

  @Test(
    "that cash is saved is said only if both ends of the range say so",
    arguments: [
      ("1000000", "3000000", "Kas anggaran berhemat"),
      ("-3000000", "-1000000", "bertambah pengeluarannya"),
      ("-1000000", "3000000", "Belum dapat dipastikan apakah kas anggaran berhemat"),
      ("0", "0", "Kas anggaran tidak berubah"),
    ])
  func saving(low: String, high: String, expected: String) throws {
    let text = try tables("cashable_saving_rupiah", low: low, high: high)
      .text("nota-dinas", policy: Self.policy)
    let all = [
      "Kas anggaran berhemat", "bertambah pengeluarannya",
      "Belum dapat dipastikan apakah kas anggaran berhemat", "Kas anggaran tidak berubah",
    ]
    #expect(all.filter { text.contains($0) } == [expected])
  }

  @Test(
    "that output rises or falls is said only if the range lies on one side of zero",
    arguments: [
      ("0.01", "0.03", "Hasil kerja naik: +2,0%"), ("-0.03", "-0.01", "Hasil kerja turun: −2,0%"),
      ("-0.03", "0.01", "belum dapat dipastikan: −1,0% (rentang 90%: −3,0% sampai +1,0%)"),
      ("-0.0004", "0.0004", "terlalu kecil untuk terlihat: 0,0%"),
      ("-0.0005", "0.0004", "belum dapat dipastikan: "),
    ])
  func output(low: String, high: String, expected: String) throws {
    let text = try tables("output_change", low: low, high: high)
      .text("nota-dinas", policy: Self.policy)
    #expect(text.contains(expected), "\(text)")
    #expect(text.contains("Hasil kerja naik") == (low == "0.01"))
    #expect(text.contains("Hasil kerja turun") == (high == "-0.01"))
  }

  @Test(
    "access is called uneven below four fifths only", arguments: [("0.79", true), ("0.8", false)])
  func access(ratio: String, isUneven: Bool) throws {
    var tables = try tables()
    try tables.set("scenario-table.csv", [Self.policy], "access_ratio_min", ratio)
    let text = try tables.text("nota-dinas", policy: Self.policy)
    #expect(text.contains("Kesempatan tidak merata") == isUneven)
    try tables.set("scenario-table.csv", [Self.policy], "access_ratio_min", "")
    let without = try tables.text("nota-dinas", policy: Self.policy)
    #expect(!without.contains("kesempatan kelompok"))
  }

  @Test("what hangs on the meal allowance is said with the amount that staff get or lose")
  func meals() throws {
    var tables = try tables()
    let sentence = "pegawai menerima Rp 7,0 juta lebih sedikit"
    for (measure, value) in [
      ("meals_at_stake", "7000000"), ("net_budget_meals_not_paid", "9000000"),
    ] {
      for end in ["mean", "p05", "p95"] {
        try tables.set("ledger-parties.csv", [Self.policy, measure], end, value)
      }
    }
    let text = try tables.text("nota-dinas", policy: Self.policy)
    #expect(text.contains(sentence + " dan penghematan bersih anggaran menjadi Rp 9,0 juta"))
    try tables.set("ledger-parties.csv", [Self.policy, "meals_at_stake"], "mean", "0")
    let without = try tables.text("nota-dinas", policy: Self.policy)
    #expect(!without.contains("uang makan tetap"))
  }

  @Test("a policy is called lawful only if a norm is in force on its date")
  func law() throws {
    var study = study()
    #expect(
      try DocumentTables(study).text("nota-dinas", .english).contains(
        "whether it is lawful was not checked"))
    for (first, isChecked) in [("2020-01-01", true), ("2030-01-01", false)] {
      study.norms = [
        LegalNorm(
          id: "four", text: Bilingual(id: "empat hari", en: "four days"), article: "Pasal 1",
          inForce: day(first), until: nil,
          content: .mostFlexibleDaysPerWeek(4, yieldsToSpecialCircumstances: false),
          provenance: SmallStudy.provenance)
      ]
      let text = try DocumentTables(study).text("nota-dinas", .english)
      #expect(text.contains("Nothing was found against the norms") == isChecked)
    }
  }

  @Test("what lies beyond the evidence is said when some of it does")
  func extrapolation() throws {
    var tables = try tables()
    let sentence = "belum dijangkau bukti"
    let within = try tables.text("telaahan-staf", policy: Self.policy)
    #expect(!within.contains(sentence))
    try tables.set("scenario-table.csv", [Self.policy], "output_extrapolated_share", "0.5")
    #expect(try tables.text("telaahan-staf", policy: Self.policy).contains("50% hari fleksibelnya"))
  }

  @Test("only what passes is proposed, and what is refused or beyond the law never is")
  func proposal() throws {
    var tables = try tables()
    #expect(try tables.text("nota-dinas").contains("dapat diusulkan untuk uji coba terbatas"))
    try tables.set("scenario-table.csv", [Self.policy], "legal_status", "exceeds")
    #expect(try tables.text("nota-dinas").contains("Tidak ada kebijakan yang dapat diusulkan"))
    let beyond = try tables.text("nota-dinas", policy: Self.policy)
    #expect(beyond.contains("tidak diusulkan: melampaui ketentuan"))
    #expect(beyond.contains("Melampaui ketentuan yang berlaku"))
    try tables.set("scenario-table.csv", [Self.policy], "legal_status", "conforms")
    try tables.set("scenario-table.csv", [Self.policy], "verdict", "refuse")
    #expect(
      try tables.text("nota-dinas", policy: Self.policy)
        .contains("tidak diusulkan: melewati ambang studi"))
    try tables.set("scenario-table.csv", [Self.policy], "verdict", "watch")
    #expect(try tables.text("nota-dinas").contains("belum diusulkan"))
  }

  @Test("without thresholds nothing passes and nothing is proposed")
  func unjudged() throws {
    let tables = try DocumentTables(study(thresholds: []))
    let text = try tables.text("nota-dinas", .english, policy: Self.policy)
    #expect(text.contains("The study sets no thresholds"))
    #expect(text.contains("Set thresholds first"))
    #expect(!text.contains("can be proposed for"))
  }

  @Test("staff are called synthetic when they are, and services unjudged when there are none")
  func conditions() throws {
    let tables = try tables()
    let synthetic = try tables.papers(isStaffSynthetic: true)
    #expect(synthetic[0].html.contains("sintetis"))
    let registered = try tables.papers(isStaffSynthetic: false)
    #expect(!registered[0].html.contains("sintetis"))
    #expect(try tables.text("nota-dinas").contains("tidak memuat layanan"))
  }

  @Test("every paper bears classification, run and that it is a simulation, in both languages")
  func stamps() throws {
    let tables = try tables()
    for language in Language.allCases {
      let papers = try tables.papers(language)
      #expect(papers.count == 5)
      for paper in papers {
        #expect(paper.html.contains("0123abcd"))
        #expect(
          paper.html.contains(
            language == .indonesian
              ? "Simulasi, bukan keputusan kepegawaian" : "A simulation, not a personnel decision"))
        #expect(paper.html.contains(language == .indonesian ? "Klasifikasi:" : "Classification:"))
      }
    }
    #expect(try tables.papers()[3].html.contains("DRAF. Bukan naskah dinas"))
  }

  @Test("the staff paper has its six headings in order")
  func headings() throws {
    let html = try #require(try tables().papers().first { $0.name == "telaahan-staf" }).html
    let headings = html.matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.1) }
    #expect(
      headings == [
        "Persoalan", "Praanggapan", "Fakta yang Memengaruhi", "Analisis", "Kesimpulan", "Saran",
      ])
  }

  @Test("every number stands in a table at the place it names; no other digits are made up")
  func traceable() throws {
    let tables = try tables()
    for language in Language.allCases {
      for paper in try tables.papers(language, policy: Self.policy) {
        for number in paper.html.matches(of: /<data value="([^"]*)" data-at="([^"]*)">/) {
          let place = number.2.split(separator: "|", omittingEmptySubsequences: false)
            .map(String.init)
          let lines = tables.lines(place[0])
          let column = try #require(lines[0].firstIndex(of: place[place.count - 1]))
          let key = Array(place[1..<(place.count - 1)])
          let line = try #require(lines.first { $0.starts(with: key) })
          #expect(line[column] == String(number.1))
        }
        let rest = paper.html
          .replacing(/<data [^>]*>[^<]*<\/data>/, with: "")
          .replacing(/<span data-given>[^<]*<\/span>/, with: "")
          .replacing(/<[^>]*>/, with: "").replacing("&#39;", with: "")
          .replacing("90%", with: "").replacing("P90", with: "").replacing("CO₂", with: "")
        #expect(rest.filter(\.isNumber).isEmpty, "\(paper.name): \(rest)")
      }
    }
  }

  @Test("names from files can't become markup")
  func hostile() throws {
    var study = study()
    let name = "<img src=x onerror=alert(1)>&\"'"
    study.people = (0..<20).map { TestPerson("P\(1000 + $0)", unit: name) }
    for paper in try DocumentTables(study).papers(policy: Self.policy) {
      #expect(!paper.html.contains("<img"))
    }
  }

  @Test("a policy that the tables lack is refused with those they have")
  func unknownPolicy() throws {
    let tables = try tables()
    #expect(throws: OfficeDocuments.Failure.unknownPolicy("three", [Self.policy])) {
      try tables.papers(policy: "three")
    }
    #expect(throws: OfficeDocuments.Failure.self) { try tables.papers(policy: "today") }
  }
}
