import HybridWork
import StudyFiles
import Testing

@Suite("Registers that can be read")
struct RegisterFileTests {
  private static let indonesian = RegisterMapping(
    columns: [
      .identifier: "NIP", .unit: "Unit Kerja", .sex: "JK", .birthDate: "Tanggal Lahir",
      .employmentStatus: "Status", .grade: "Gol.", .positionKind: "Jenis Jabatan",
      .position: "Jabatan", .talentBox: "Kotak", .taskClass: "Jenis Tugas",
      .directServiceShare: "Porsi Layanan", .commuteKilometres: "Jarak (km)",
      .commuteMode: "Kendaraan", .laptop: "Laptop", .bandwidthMbps: "Mbps",
    ], decimalComma: true)

  private func export() throws -> Population {
    let log = DiagnosticLog()
    let contents = RegisterFile.load(
      path: FixtureFile.path("register/export.csv"), name: "export.csv", mapping: Self.indonesian,
      log: log)
    #expect(FixtureFile.complaints(log) == [])
    #expect(contents?.skipped.count == 0)
    return try #require(contents?.population)
  }

  @Test(
    "an agency's export: BOM, semicolons, decimal commas, own headers, columns nobody asked for")
  func agencyExport() throws {
    let people = try export()
    #expect(people.units.map(\.name) == ["Dinas \"Satu\"", "Dinas Dua"])
    #expect(people.identifiers == ["198001312005011001", "197902122005011002", "HONOR-7"])
    #expect(people.numbers(.directServiceShare) == [0.25, 1, 0])
    #expect(people.numbers(.commuteKilometres) == [9.5, 0.5, 12])
    #expect(people.numbers(.bandwidthMbps)[0] == 12.5)
    #expect(people.numbers(.bandwidthMbps)[1...].allSatisfy { $0.isNaN })
    #expect(people.flags(.laptop) == [.yes, .no, .unknown])
    #expect(people.values(.discipline) == nil)
    #expect(people.values(.service) == nil)
  }

  @Test("values have one spelling, however the agency writes them")
  func values() throws {
    let people = try export()
    let texts = { (column: RegisterColumn) in
      (0..<people.count).map { people.text(column, person: $0) }
    }
    #expect(texts(.sex) == ["P", "L", "P"])
    #expect(texts(.birthDate) == ["1980-01-31", "1979-02-12", "1999-07-01"])
    #expect(texts(.grade) == ["III/d", "IX", nil])
    #expect(texts(.gradeBand) == ["III", "III", nil])
    #expect(texts(.generation) == ["x", "x", "z"])
    #expect(texts(.employmentStatus) == ["PNS", "PPPK", "non-ASN"])
    #expect(texts(.position) == ["Analis Kebijakan", nil, nil])
    #expect(people.categories(.grade).levels == ["III/d", "IX"])
    #expect(people.categories(.sex).levels == ["L", "P"])
    // PermenPANRB 3/2020: box 8 is meets expectation, high potential; box 1 low in both.
    #expect(texts(.talentBox) == ["meets-high", nil, "below-low"])
  }

  @Test(
    "a box number means the cell of the agency's scheme",
    arguments: [
      (TalentNumbering.permenPANRB, "above-low"), (.ministryOfFinance, "meets-low"),
      (.swappedAxes, "below-high"),
    ])
  func boxes(numbering: TalentNumbering, cell: String) {
    var rows = RegisterRows()
    rows.add([.talentBox: "4"])
    let population = rows.read(RegisterMapping(talentNumbering: numbering)).contents?.population
    #expect(population?.text(.talentBox, person: 0) == cell)
    #expect(population?.categories(.talentBox).levels == TalentCell.allCases.map(\.name))
  }

  @Test("blanks are unknown where a blank is allowed, also when they are made of spaces")
  func blanks() throws {
    let allowed: [RegisterColumn] = [
      .birthDate, .grade, .position, .education, .talentBox, .service, .laptop, .bandwidthMbps,
      .discipline, .tenureMonths, .superiorApproval, .disability,
    ]
    var rows = RegisterRows()
    rows.add(Dictionary(uniqueKeysWithValues: allowed.map { ($0, "") }))
    rows.add(Dictionary(uniqueKeysWithValues: allowed.map { ($0, "\" \u{A0} \"") }))
    let (contents, log) = rows.read()
    #expect(FixtureFile.complaints(log) == [])
    let population = try #require(contents?.population)
    for column in allowed {
      #expect(population.text(column, person: 0) == nil)
      #expect(population.text(column, person: 1) == nil)
    }
  }

  @Test("the service none is no service")
  func noService() {
    var rows = RegisterRows()
    rows.add([.service: "none"])
    rows.add([.service: "permits"])
    let services = rows.read().contents?.population.categories(.service)
    #expect(services == CategoryColumn(levels: ["permits"], codes: [CategoryColumn.unknown, 0]))
  }

  @Test("the order of rows changes nothing")
  func rowOrder() {
    var rows = RegisterRows()
    var draws = TestDraws(seed: 11)
    for _ in 0..<200 {
      rows.add([
        .unit: "Dinas \(draws.below(7))", .position: "Jabatan \(draws.below(30))",
        .grade: ["III/a", "II/c", "", "IV/e"][draws.below(4)],
        .birthDate: "\(1960 + draws.below(40))-0\(1 + draws.below(9))-11",
        .commuteKilometres: "\(draws.below(60)).\(draws.below(10))",
        .laptop: ["true", "tidak", ""][draws.below(3)],
      ])
    }
    var order = Array(rows.rows.indices)
    for place in order.indices.reversed() { order.swapAt(place, draws.below(place + 1)) }
    #expect(order != Array(rows.rows.indices))
    let first = rows.read().contents?.population
    let second = rows.read(order: order).contents?.population
    #expect(first?.count == 200)
    #expect(areEqual(first, second))
  }

  @Test("texts that differ in one letter, or begin alike, stay apart")
  func manyValues() {
    var rows = RegisterRows()
    let texts = (0..<300).map { "\(String(repeating: "a", count: $0 % 17))b\($0)" }
    for text in texts { rows.add([.position: text]) }
    let population = rows.read().contents?.population
    let read = (0..<300).compactMap { population?.text(.position, person: $0) }
    #expect(read == texts)
    #expect(population?.categories(.position).levels.count == 300)
  }

  @Test("a category has at most 65,535 different values")
  func tooManyValues() {
    let header = "identifier,unit,sex,employment_status,position_kind,task_class,position,"
    var text = header + "direct_service_share,commute_km,commute_mode\n"
    for number in 0..<65_536 { text += "s\(number),A,L,PNS,jpt,routine,p\(number),0,1,car\n" }
    let (contents, log) = RegisterRows.read(text)
    #expect(contents == nil)
    #expect(FixtureFile.problems(log) == [.register(.tooManyValues(limit: 65_535))])
    #expect(log.diagnostics.first?.keyPath == "position")
  }
}
