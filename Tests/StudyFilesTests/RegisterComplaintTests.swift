import HybridWork
import StudyFiles
import Testing

@Suite("Registers that cannot be read")
struct RegisterComplaintTests {
  @Test(
    "each kind of bad cell is refused in its line and column",
    arguments: [
      (.sex, "X", .register(.notASex(text: "X"))),
      (.sex, "", .table(.blank)),
      (.unit, "", .table(.blank)),
      (.identifier, " ", .table(.blank)),
      (.birthDate, "31-02-1980", .date(.noSuchDay(text: "31-02-1980", month: 2, daysInMonth: 29))),
      (.birthDate, "29251", .date(.serialNumber(text: "29251"))),
      (
        .employmentStatus, "PPK",
        .name(
          .unknown(
            found: "PPK", nearest: "PPPK",
            allowed: ["PNS", "CPNS", "PPPK", "PPPK paruh waktu", "non-ASN"]))
      ),
      (.grade, "III-d", .register(.notAGrade(text: "III-d", nearest: "III/d"))),
      (
        .commuteMode, "motorcyle",
        .name(
          .unknown(
            found: "motorcyle", nearest: "motorcycle",
            allowed: ["motorcycle", "car", "public", "active", "other"]))
      ),
      (.talentBox, "10", .register(.notABox(text: "10"))),
      (.talentBox, "0", .register(.notABox(text: "0"))),
      (
        .directServiceShare, "1.5", .number(.outOfRange(text: "1.5", range: 0...1))
      ),
      (.directServiceShare, "25%", .number(.percent(text: "25%", write: "0.25"))),
      (.commuteKilometres, "9,5 ", .number(.decimalComma(text: "9,5", write: "9.5"))),
      (.commuteKilometres, "", .table(.blank)),
      (.tenureMonths, "-1", .number(.outOfRange(text: "-1", range: 0...600))),
      (.laptop, "ada", .name(.notAFlag(text: "ada", write: "true"))),
      (
        .discipline, "ringan",
        .name(
          .unknown(
            found: "ringan", nearest: nil,
            allowed: ["none", "in_process", "light", "moderate", "severe"]))
      ),
      (.identifier, "1.98001E+17", .register(.spoiltNIP)),
      (.identifier, "198001312005011000", .register(.spoiltNIP)),
      (.identifier, "'198001312005011000", .register(.spoiltNIP)),
    ] as [(RegisterColumn, String, Problem)])
  func badCell(column: RegisterColumn, text: String, problem: Problem) {
    var rows = RegisterRows()
    rows.separator = ";"
    rows.add()
    rows.add([column: text])
    let (contents, log) = rows.read()
    #expect(contents == nil)
    #expect(FixtureFile.problems(log) == [problem])
    let complaint = log.diagnostics.first
    #expect(complaint?.severity == .error)
    #expect(complaint?.line == 3)
    #expect(complaint?.keyPath == column.rawValue)
    let before = RegisterRows.person.prefix { $0.key != column }.count
    let widths = rows.rows[1].prefix(before).map { $0.count + 1 }
    let spaces = text.allSatisfy { $0 == " " } ? text.count : 0
    #expect(complaint?.column == widths.reduce(1, +) + spaces)
  }

  @Test("all faults are found at once, in every column")
  func allFaults() {
    var rows = RegisterRows()
    rows.add([.sex: "X", .taskClass: "rutin"])
    rows.add([.commuteKilometres: "jauh", .laptop: "?"])
    let log = rows.read().log
    #expect(log.diagnostics.map(\.line) == [2, 2, 3, 3])
    #expect(log.diagnostics.map(\.keyPath) == ["sex", "task_class", "commute_km", "laptop"])
  }

  @Test("an identifier that stands twice is named by its lines and never shown")
  func duplicates() {
    var rows = RegisterRows()
    rows.add([.identifier: "198001312005011007"])
    rows.add()
    rows.add([.identifier: "19800131 200501 1 007", .unit: "Dinas B"])
    let (contents, log) = rows.read()
    #expect(contents == nil)
    #expect(FixtureFile.problems(log) == [.register(.identifierTwice(firstLine: 2))])
    #expect(
      FixtureFile.complaints(log) == [
        "r.csv:4:1: identifier: this identifier already stands in line 2. "
          + "Give each person one row."
      ])
  }

  @Test("no complaint shows an identifier", arguments: BadRowTreatment.allCases, Language.allCases)
  func identifiersStayHidden(treatment: BadRowTreatment, language: Language) {
    var rows = RegisterRows()
    for text in ["1.98001E+17", "198001312005011000", "S-44", "S-44", "", "1,97E+17"] {
      rows.add([.identifier: text])
    }
    rows.add([.sex: "X"])
    let log = rows.read(RegisterMapping(onBadRow: treatment)).log
    let text = FixtureFile.complaints(log, in: language).joined(separator: "\n")
    #expect(log.diagnostics.count >= 6)
    for secret in ["1.98001", "19800131", "S-44", "1,97E"] { #expect(!text.contains(secret)) }
  }

  @Test("a spoilt column is shown forty times and counted")
  func spoiltColumn() {
    var rows = RegisterRows()
    for _ in 0..<100 { rows.add([.commuteKilometres: "dekat"]) }
    rows.add([.sex: "X"])
    let log = rows.read().log
    let problems = FixtureFile.problems(log)
    #expect(problems.count == 42)
    #expect(problems.count { $0 == .number(.notANumber(text: "dekat")) } == 40)
    #expect(problems.contains(.register(.furtherRows(count: 60))))
    #expect(problems.last == .register(.notASex(text: "X")))
  }

  @Test("columns that are missing are asked for under the header they should have")
  func missingColumns() {
    let text = RegisterRows().text().replacing("commute_km", with: "comute_km")
      .replacing("sex", with: "JK").replacing("education", with: "pendidikan")
    let mapping = RegisterMapping(columns: [.sex: "Jenis Kelamin", .position: "posision"])
    let (contents, log) = RegisterRows.read(text + "x\n", mapping)
    #expect(contents == nil)
    let missing = log.diagnostics.filter { $0.line == 1 }
    #expect(missing.map(\.keyPath) == ["sex", "position", "commute_km"])
    let nearest = missing.map { diagnostic -> String? in
      guard case .table(.missingColumn(_, let nearest, _)) = diagnostic.problem else { return "?" }
      return nearest
    }
    #expect(nearest == [nil, "position", "comute_km"])
  }

  @Test("a header is read as one column only")
  func headerTwice() {
    var rows = RegisterRows()
    rows.add()
    let twice = rows.read(RegisterMapping(columns: [.position: "grade", .education: "grade"]))
    #expect(twice.contents == nil)
    #expect(
      FixtureFile.problems(twice.log) == [
        .register(.headerMappedTwice(header: "grade", columns: [.position, .education]))
      ])
    // A column that may be left out gives way to the one its header is mapped to.
    let once = rows.read(RegisterMapping(columns: [.position: "education"]))
    #expect(FixtureFile.complaints(once.log) == [])
    #expect(once.contents?.population.text(.position, person: 0) == "S1")
    #expect(once.contents?.population.values(.education) == nil)
    // One that may not is missed.
    let needed = rows.read(RegisterMapping(columns: [.position: "sex"]))
    #expect(
      FixtureFile.problems(needed.log) == [
        .register(.headerMappedTwice(header: "sex", columns: [.position, .sex]))
      ])
  }

  @Test("headers nobody asked for may be missing or stand twice; those that are read may not")
  func headers() {
    var rows = RegisterRows()
    rows.add()
    let text = rows.text()
    let lines = text.split(separator: "\n").map(String.init)
    let strange = RegisterRows.read("\(lines[0]),x,x,,\n\(lines[1]),1,2,3,4\n")
    #expect(FixtureFile.complaints(strange.log) == [])
    #expect(strange.contents?.population.count == 1)
    let doubled = RegisterRows.read("\(lines[0]),sex\n\(lines[1]),P\n")
    #expect(doubled.contents == nil)
    #expect(
      FixtureFile.problems(doubled.log) == [.table(.duplicateHeader(name: "sex", firstColumn: 3))])
  }

  @Test("a file that is no register is refused")
  func noRegister() {
    let empty = RegisterRows().read()
    #expect(empty.contents == nil)
    #expect(FixtureFile.problems(empty.log) == [.table(.noRows)])
    let log = DiagnosticLog()
    let missing = RegisterFile.load(
      path: FixtureFile.path("register/none.csv"), name: "none.csv", mapping: RegisterMapping(),
      log: log)
    #expect(missing == nil)
    #expect(FixtureFile.problems(log) == [.file(.missing)])
    var blank = RegisterRows()
    blank.add(Dictionary(uniqueKeysWithValues: RegisterRows.person.map { ($0.key, "") }))
    #expect(FixtureFile.problems(blank.read().log) == [.table(.noRows)])
  }
}
