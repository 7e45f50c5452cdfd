import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

/// Each sentence on both sides of its condition; the numbers are put into the tables by hand.
@Suite("Sentences stand only on the numbers that support them")
struct PolicySentenceTests {
  private static let policy = "two-days"
  private static let other = "thursday"

  private func tables() throws -> DocumentTables {
    var study = SmallStudy(people: (0..<20).map { TestPerson("P\(1000 + $0)") })
    for index in study.people.indices where index < 8 { study.people[index].service = "loket" }
    // On nodes of the grid of waits, so that few days have to be solved.
    study.values[.counterPatienceMinutes] = 24.532530197109352
    study.services = [RandomStudies.counter]
    study.policies = [
      SmallStudy.policy(Self.policy, .fixed([.thursday, .friday]), takeUp: .ordered),
      SmallStudy.policy(Self.other, .fixed([.thursday]), takeUp: .ordered),
    ]
    study.thresholds = [
      Threshold(outcome: .budgetNetRupiah, comparison: .difference, safe: 0, watch: 0)
    ]
    return try DocumentTables(study)
  }

  /// The answers to likely questions, with a range put into a table.
  private func answers(
    _ file: String, _ line: [String], _ prefix: String, _ low: String, _ high: String,
    mean: String? = nil
  ) throws -> String {
    var tables = try tables()
    try set(&tables, file, line, prefix, low, high, mean: mean)
    return try tables.text("tanya-jawab", policy: Self.policy)
  }

  private func set(
    _ tables: inout DocumentTables, _ file: String, _ line: [String], _ prefix: String,
    _ low: String, _ high: String, mean: String? = nil
  ) throws {
    let middle = mean ?? String(((Double(low) ?? 0) + (Double(high) ?? 0)) / 2)
    for (end, value) in [("mean", middle), ("p05", low), ("p95", high)] {
      try tables.set(file, line, prefix + end, value)
    }
  }

  /// Which of some sentences a text has.
  private func found(_ sentences: [String], in text: String) -> [String] {
    sentences.filter { text.contains($0) }
  }

  @Test(
    "waits grow, shrink, stay or are not known by their range alone",
    arguments: [
      ("1", "3", "Waktu tunggu bertambah"), ("-3", "-1", "Waktu tunggu berkurang"),
      ("-1", "3", "Belum dapat dipastikan apakah waktu tunggu"),
      ("-0.049", "0.049", "Waktu tunggu tidak berubah"), ("0.01", "0.05", "Waktu tunggu bertambah"),
    ])
  func wait(low: String, high: String, expected: String) throws {
    let text = try answers(
      "outcomes.csv", [Self.policy, "all", "p90_wait_minutes"], "difference_", low, high)
    let all = [
      "Waktu tunggu bertambah", "Waktu tunggu berkurang", "Waktu tunggu tidak berubah",
      "Belum dapat dipastikan apakah waktu tunggu",
    ]
    #expect(found(all, in: text) == [expected])
  }

  @Test(
    "more lost citizens are named if the whole range says so and it is half a citizen",
    arguments: [
      ("1", "9", "5", true), ("0", "9", "5", false), ("-1", "9", "5", false),
      ("0.1", "0.8", "0.4", false), ("0.1", "0.8", "0.5", true),
    ])
  func lost(low: String, high: String, mean: String, isSaid: Bool) throws {
    let text = try answers(
      "outcomes.csv", [Self.policy, "all", "lost_citizens"], "difference_", low, high, mean: mean)
    #expect(text.contains("Pemohon tidak terlayani bertambah") == isSaid)
  }

  @Test(
    "petrol falls if both litres and carbon surely do",
    arguments: [("10", "20", true), ("0", "20", false), ("20", "0", false), ("-5", "-2", false)])
  func fuel(litres: String, carbon: String, isSaid: Bool) throws {
    var tables = try tables()
    for (outcome, low) in [("fuel_litres", litres), ("co2_kg", carbon)] {
      try set(&tables, "outcomes.csv", [Self.policy, "all", outcome], "difference_", low, "90")
    }
    let text = try tables.text("tanya-jawab", policy: Self.policy)
    #expect(text.contains("BBM perjalanan pegawai berkurang") == isSaid)
  }

  @Test(
    "staff gain or bear by the side of zero on which the whole range lies",
    arguments: [
      ("1000000", "3000000", ["Pegawai beruntung bersih"]),
      ("-3000000", "-1000000", ["Pegawai rugi bersih"]),
      ("-1000000", "3000000", ["Belum dapat dipastikan apakah pegawai beruntung"]),
      ("0", "0", []),
    ])
  func staffGain(low: String, high: String, expected: [String]) throws {
    let text = try answers("ledger-parties.csv", [Self.policy, "net_staff"], "", low, high)
    let all = [
      "Pegawai beruntung bersih", "Pegawai rugi bersih",
      "Belum dapat dipastikan apakah pegawai beruntung",
    ]
    #expect(found(all, in: text) == expected)
  }

  @Test("what meetings online save is never credited to flexible days")
  func meetings() throws {
    var tables = try tables()
    func put(_ measure: String, _ value: String) throws {
      try set(&tables, "ledger-parties.csv", [Self.policy, measure], "", value, value)
    }
    try put("cashable_budget_flexible_days", "2000000")
    try put("cashable_budget_meetings", "0")
    let without = try tables.text("tanya-jawab", policy: Self.policy)
    #expect(!without.contains("rapat dan perjalanan daring"))
    try put("cashable_budget_meetings", "7000000")
    let text = try tables.text("tanya-jawab", policy: Self.policy)
    #expect(text.contains("Dari jumlah itu Rp 7,0 juta berasal dari rapat dan perjalanan daring"))
    #expect(text.contains("dari hari fleksibel sendiri Rp 2,0 juta."))
  }

  @Test(
    "that some can't be assessed is said from half a person in a thousand on",
    arguments: [("0.4", "0.4005", true), ("0.4", "0.4004", false), ("0.4", "0.4", false)])
  func unassessed(low: String, high: String, isSaid: Bool) throws {
    var tables = try tables()
    try tables.set("scenario-table.csv", [Self.policy], "eligible_share_lower", low)
    try tables.set("scenario-table.csv", [Self.policy], "eligible_share_upper", high)
    let text = try tables.text("tanya-jawab", policy: Self.policy)
    #expect(text.contains("Sebagian pegawai belum dapat dinilai") == isSaid)
  }

  @Test("how many take part is said where the last step of take-up has a number")
  func takers() throws {
    var tables = try tables()
    let steps = tables.lines("take-up.csv").filter { $0[0] == Self.policy && $0[1] == "all" }
    let last = try Array(#require(steps.last).prefix(3))
    try set(&tables, "take-up.csv", last, "people_", "11", "15")
    let text = try tables.text("tanya-jawab", policy: Self.policy)
    #expect(text.contains("Diperkirakan 13 (rentang 90%: 11 sampai 15) pegawai benar-benar"))
    try tables.set("take-up.csv", last, "people_mean", "")
    let without = try tables.text("tanya-jawab", policy: Self.policy)
    #expect(!without.contains("benar-benar bekerja fleksibel"))
  }

  @Test("how often the budget is better off is said as the table says it, or not at all")
  func sureness() throws {
    var tables = try tables()
    let line = [Self.policy, "all", "budget_net_rupiah"]
    try tables.set("outcomes.csv", line, "probability_better", "0.75")
    #expect(
      try tables.text("tanya-jawab", policy: Self.policy)
        .contains("lebih hemat daripada kondisi saat ini di 75% kalender"))
    try tables.set("outcomes.csv", line, "probability_better", "")
    #expect(
      try !tables.text("tanya-jawab", policy: Self.policy).contains("kalender tersimulasi"))
  }

  @Test(
    "the weakest point gets worse, stays or is better by its coverage and place",
    arguments: [
      ("0.5", "Titik layanan terlemah memburuk: "), ("0.95", "Titik layanan terlemah: "),
      ("0.9", "Titik layanan terlemah tetap "), ("0.904", "Titik layanan terlemah tetap "),
    ])
  func coverage(level: String, expected: String) throws {
    var tables = try tables()
    for (policy, value) in [("everyone-in-office", "0.9"), (Self.policy, level)] {
      for (column, place) in [
        ("worst_service", "loket"), ("worst_weekday", "monday"), ("worst_half_hour", "08:00"),
      ] {
        try tables.set("scenario-table.csv", [policy], column, place)
      }
      try tables.set("scenario-table.csv", [policy], "worst_coverage_mean", value)
    }
    let text = try tables.text("tanya-jawab", policy: Self.policy)
    let all = [
      "Titik layanan terlemah memburuk: ", "Titik layanan terlemah: ",
      "Titik layanan terlemah tetap ",
    ]
    #expect(found(all, in: text) == [expected])
  }

  @Test("a policy that saves more is named with what keeps it out, one that saves less is not")
  func larger() throws {
    var tables = try tables()
    try set(
      &tables, "scenario-table.csv", [Self.policy], "cashable_saving_rupiah_", "1000", "3000")
    try tables.set("scenario-table.csv", [Self.policy], "verdict", "safe")
    try tables.set("scenario-table.csv", [Self.other], "verdict", "refuse")
    for (saving, isNamed) in [("9000", true), ("500", false)] {
      try set(
        &tables, "scenario-table.csv", [Self.other], "cashable_saving_rupiah_", saving, saving)
      let text = try tables.text("tanya-jawab", policy: Self.policy)
      #expect(text.contains("menghemat lebih banyak (") == isNamed)
      #expect(text.contains("melewati ambang studi") == isNamed)
    }
  }
}
