import Foundation
import Testing

@Suite("luwes audit")
struct AuditTranscriptTests {
  private static let tables = [
    "audit-boundary.csv", "audit-burden.csv", "audit-decomposition.csv", "audit-rules.csv",
    "audit.csv",
  ]

  @Test("the page in Indonesian, by default, and in English, of the same figures")
  func page() throws {
    let office = try AuditedOffice()
    let indonesian = try office.audit("id", [])
    #expect(indonesian.exitCode == 0)
    #expect(indonesian.output.hasPrefix("# Audit keadilan: Kelurahan contoh\n\n## Dua hari\n"))
    for line in [
      "Pegawai ASN: 60; 0 bukan ASN, tidak diaudit; memenuhi syarat: 39.",
      "| sex: L | 40 | 80,0% | 0,0 | 1,00 | acuan | 3,40 | 4,00 | 2,78 | "
        + "0,0% ± 0,00% | 80,0% … 80,0% |",
      "| sex: P | 20 | 35,0% | -45,0 | 0,44 | di bawah 4/5 | 4,30 | 4,00 | 3,56 | "
        + "0,0% ± 0,00% | 35,0% … 35,0% |",
      "### Beban bagi yang tetap di kantor",
      "| Hari di kantor per minggu | 3,70 | 0,123 | 0,0319 |",
      "| Hari layanan tambahan per minggu bagi petugas yang tetap di kantor | "
        + "2,00 | 0,200 | 0,0823 |",
      "| sex: P | -45,0 | Punya alat | -25,0 | Punya alat: hapus syarat (+17 orang tambahan) |",
      "| sex: P | -45,0 | Pengecualian yang menolak: Sedang dihukum ringan | -20,0 | – |",
    ] { #expect(indonesian.output.contains("\n\(line)\n"), "\(line)") }
    let english = try office.audit("en", ["--lang", "en"])
    #expect(english.exitCode == 0)
    #expect(english.output.hasPrefix("# Fairness audit: Example office\n\n## Two days\n"))
    for line in [
      "Civil servants: 60; 0 not civil servants, left out; eligible: 39.",
      "| sex: P | 20 | 35.0% | -45.0 | 0.44 | below 4/5 | 4.30 | 4.00 | 3.56 | "
        + "0.0% ± 0.00% | 35.0% … 35.0% |",
      "### The burden of those who stay",
      "| Extra counter days a week for those who stay | 2.00 | 0.200 | 0.0823 |",
      "| sex: P | -45.0 | Exceptions that refuse: Under a light penalty | -20.0 | – |",
      "- Small counts, and those they could be worked out from, are suppressed; the limit is 3.",
    ] { #expect(english.output.contains("\n\(line)\n"), "\(line)") }
    // The page printed is the page written, and the tables know no language.
    let written = try office.lines("en/audit.md")
    #expect(english.output.hasPrefix(written[0]))
    #expect(written.allSatisfy(english.output.contains))
    for table in Self.tables {
      #expect(try office.lines("id/\(table)") == office.lines("en/\(table)"))
    }
  }

  @Test("five tables, the page and the manifest are written, to the figures worked out by hand")
  func files() throws {
    let office = try AuditedOffice()
    try #require(try office.audit("out", []).exitCode == 0)
    #expect(office.files("out") == (Self.tables + ["audit.md", "manifest.json"]).sorted())
    // 7 of 20 women and 32 of 40 men. Hours: 0.8 a day, 1.6 for the first of each sex.
    #expect(
      try office.lines("out/audit.csv") == [
        "policy,grouping,group,is_reference,suppressed,people,eligible,selection_rate,difference,"
          + "ratio,below_four_fifths,office_days_per_week,counter_days_per_week,"
          + "commute_hours_per_week",
        "two-days,all,all,false,,60,39,0.65,,,,3.7,,3.04",
        "two-days,sex,L,true,,40,32,0.8,0,1,false,3.4,4.00,2.78",
        "two-days,sex,P,false,,20,7,0.35,-0.45,0.4375,true,4.3,4.00,3.56",
        "two-days,position_kind,pelaksana,true,,60,39,0.65,0,1,false,3.7,4.00,3.04",
        "two-days,sex+position_kind,L + pelaksana,true,,40,32,0.8,0,1,false,,,",
        "two-days,sex+position_kind,P + pelaksana,false,,20,7,0.35,-0.45,0.4375,true,,,",
      ])
    // Lost to the rule 9 ÷ 20 less 8 ÷ 40, to the exceptions 4 ÷ 20. Without the rule all 8 men and
    // 9 women more: 16 ÷ 20 of the women, four fifths of all the men.
    #expect(
      try office.lines("out/audit-rules.csv").dropFirst() == [
        "two-days,part_of_gap,sex,P,L,equipment,,,-0.25,,",
        "two-days,part_of_gap,sex,P,L,,,exceptions,-0.2,,",
        "two-days,cheapest_change,sex,P,L,equipment,,dropped,,17,0.8",
      ])
    let burden = try office.lines("out/audit-burden.csv")
    // 6 servers leave 12 days to the 6 who stay: 3 and 7 days, a mean of 5.
    #expect(burden.last == "two-days,extra_counter_days,days a week,2.00,0.200,0.0823")
    #expect(burden.count == 4)
    #expect(
      try office.lines("out/audit-decomposition.csv").last
        == "two-days,sex,P,L,1,-0.45,0,-0.45,0,0")
    #expect(
      try office.lines("out/audit-boundary.csv").last
        == "two-days,position_kind,pelaksana,0,0,0,0,0.65,0.65")
  }

  @Test("no output holds an identifier, a name or a date of birth")
  func noPersonalData() throws {
    let office = try AuditedOffice()
    // The words are in the register, or the test could not fail.
    let register = try office.lines("office/staff.csv")[1]
    #expect(AuditedOffice.personal.allSatisfy(register.contains))
    let run = try office.audit("out", ["--lang", "en"])
    let refused = try office.audit("out", ["--reference", "sex=M"])
    var texts = [run.output, run.complaints, refused.output, refused.complaints]
    for file in try #require(office.files("out")) {
      texts.append(try office.lines("out/\(file)").joined(separator: "\n"))
    }
    #expect(texts.count == 11)
    for text in texts {
      for word in AuditedOffice.personal { #expect(!text.contains(word), "\(word)") }
    }
  }

  @Test("below the smallest group counts are marked as suppressed, and nothing tells them")
  func suppression() throws {
    let office = try AuditedOffice()
    try office.suppress(below: 8)
    let run = try office.audit("out", ["--lang", "en"])
    try #require(run.exitCode == 0)
    let access = try office.lines("out/audit.csv")
    // 7 eligible women are too few, and the men would tell them.
    #expect(access.contains("two-days,sex,L,true,eligible,40,,,,,,,,"))
    #expect(access.contains("two-days,sex,P,false,eligible,20,,,,,,,,"))
    #expect(run.output.contains("| sex: P | 20 | suppressed | – | – | – | – | – | – | – | – |"))
    let rules = try office.lines("out/audit-rules.csv")
    #expect(rules.count == 1)
    #expect(
      try office.lines("out/audit-burden.csv").last
        == "two-days,extra_counter_days,days a week,,,")
  }

  @Test(
    "a reference that is no group ends with 65, says which is nearest, and writes nothing",
    arguments: [
      ("sex=p", "--reference: p is not among the groups of this audit. Did you mean P?"),
      ("sex=M", "--reference: M is not among the groups of this audit. It has: L, P."),
      (
        "position_kind=pelaksan",
        "--reference: pelaksan is not among the groups of this audit. Did you mean pelaksana?"
      ),
      ("unit=Kelurahan A", "--reference: unit is not among the groups of this audit. "),
    ])
  func unknownReference(reference: String, complaint: String) throws {
    let office = try AuditedOffice()
    let run = try office.audit("out", ["--lang", "en", "--reference", reference])
    #expect(run.exitCode == 65)
    #expect(run.output.isEmpty)
    #expect(run.complaints.contains(complaint), "\(run.complaints)")
    #expect(office.files("out") == nil)
  }

  @Test("a reference that is named is compared with; the complaint about another is in Indonesian")
  func reference() throws {
    let office = try AuditedOffice()
    #expect(try office.audit("out", ["--reference", "sex=P"]).exitCode == 0)
    // 0.8 ÷ 0.35.
    #expect(
      try office.lines("out/audit.csv").contains {
        $0.hasPrefix("two-days,sex,L,false,,40,32,0.8,0.45,2.285714286,false,")
      })
    let refused = try office.audit("out", ["--reference", "sex=p"])
    #expect(refused.exitCode == 65)
    #expect(
      refused.complaints.contains("--reference: p bukan kelompok audit ini. Maksudnya P?"))
  }

  @Test(
    "options out of their range end with 64",
    arguments: [
      ["--groups", "commute_km"], ["--reference", "sex"], ["--rater-error", "0.6"],
      ["--redraws", "1"],
    ])
  func usage(options: [String]) throws {
    #expect(try AuditedOffice().audit("out", options).exitCode == 64)
  }

  @Test("a run writes waiting by district when a service names one, and only then")
  func districts() throws {
    let office = try AuditedOffice()
    try #require(try office.run("without").exitCode == 0)
    #expect(office.files("without")?.contains("waiting-by-district.csv") == false)
    try office.place(in: "Kecamatan Utara")
    try #require(try office.run("with").exitCode == 0)
    let lines = try office.lines("with/waiting-by-district.csv")
    #expect(
      lines[0] == "scenario,district,measure,unit,mean,p05,p50,p95,difference_mean,"
        + "difference_p05,difference_p95")
    let starts = ["today", "two-days"].flatMap { policy in
      ["mean_wait_minutes,minutes", "served_within_standard,share", "lost_share,share"].map {
        "\(policy),Kecamatan Utara,\($0),"
      }
    }
    #expect(lines.count == 7)
    for (line, start) in zip(lines.dropFirst(), starts) { #expect(line.hasPrefix(start)) }
    for line in lines[1...3] { #expect(line.hasSuffix(",0,0,0")) }
    // The one counter's waits are those of outcomes.csv: mean, p05, p50 and p95.
    let outcomes = try office.lines("with/outcomes.csv")
    let row = try #require(
      outcomes.first { $0.hasPrefix("two-days,service:permits,mean_wait_minutes,") }
    ).split(separator: ",", omittingEmptySubsequences: false)
    let district = lines[4].split(separator: ",", omittingEmptySubsequences: false)
    #expect(district[4] == row[5])
    #expect(district[5...7] == row[7...9])
  }
}
