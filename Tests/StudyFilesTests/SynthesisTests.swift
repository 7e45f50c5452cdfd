import HybridWork
import Populations
import StudyFiles
import Testing

@Suite("Staff made up from margins")
struct SynthesisTests {
  private func margins() throws -> Margins {
    let log = DiagnosticLog()
    var inputs: [InputFile] = []
    let path = FixtureFile.path("margins/sound.yaml")
    let margins = MarginsFile.load(path: path, name: "sound.yaml", inputs: &inputs, log: log)
    #expect(FixtureFile.complaints(log) == [])
    return try #require(margins)
  }

  private func population(_ margins: Margins, seed: UInt64 = 7) throws -> Population {
    let log = DiagnosticLog()
    let population = Population.synthesized(from: margins, seed: seed, name: "m.yaml", log: log)
    #expect(FixtureFile.complaints(log) == [])
    return try #require(population)
  }

  @Test("people have the totals of the margins, and values as a register has them")
  func totals() throws {
    let people = try population(margins())
    #expect(people.units.map(\.name) == ["Dinas A", "Dinas B"])
    #expect(people.units.map(\.people.count) == [50, 50])
    let sexes = people.categories(.sex)
    #expect(sexes.codes.count { sexes.levels[Int($0)] == "L" } == 55)
    // Forty percent of the fifty people of Dinas A, who are place-bound and serve half the day.
    let services = people.categories(.service)
    #expect(services.levels == ["permits"])
    let serving = (0..<100).filter { services.value($0) != nil }
    #expect(serving.count == 20)
    #expect(serving.allSatisfy { people.text(.taskClass, person: $0) == "place-bound" })
    let shares = people.numbers(.directServiceShare)
    #expect((0..<100).allSatisfy { shares[$0] == 0 || services.value($0) != nil })
    #expect(serving.allSatisfy { (0.5...1).contains(shares[$0]) })
    let boxes = people.categories(.talentBox)
    #expect(boxes.levels == TalentCell.allCases.map(\.name))
    #expect(boxes.codes.count { $0 == CategoryColumn.unknown } == 25)
    let years = (0..<100).compactMap { people.text(.birthDate, person: $0) }
    #expect(years.allSatisfy { $0.hasSuffix("-07-01") && $0 >= "1965" && $0 < "2001" })
    #expect(people.values(.generation) != nil)
    #expect(people.values(.grade) == nil)
  }

  @Test("a register written and read again is the same staff", arguments: [1, 2, 3] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    let margins = try margins()
    let log = DiagnosticLog()
    let made = SyntheticRegister.made(from: margins, seed: seed, name: "m.yaml", log: log)
    let csv = RegisterWriter.csv(try #require(made))
    let read = RegisterRows.read(csv)
    #expect(FixtureFile.complaints(read.log) == [])
    #expect(areEqual(read.contents?.population, try population(margins, seed: seed)))
  }

  @Test("equal seeds give equal staff, other seeds others")
  func seeds() throws {
    let margins = try margins()
    #expect(areEqual(try population(margins), try population(margins)))
    #expect(!areEqual(try population(margins), try population(margins, seed: 8)))
  }

  @Test("texts with separators, quotation marks and line ends survive the file")
  func quoting() throws {
    let sound = try margins()
    let names = ["Dinas A, \"B\"", "Bagian;\nC"]
    let cells = sound.margins[0].cells.enumerated().map { index, cell in
      Margin.Cell(values: [names[index / 2], cell.values[1]], count: cell.count)
    }
    let unit = Margin(
      columns: ["unit", "sex"], cells: cells, provenance: sound.margins[0].provenance)
    let service = ConditionalShares(
      column: "service", given: "unit", strata: [],
      otherShares: [.init(value: "permits", share: 0.5), .init(value: "none", share: 0.5)],
      provenance: unit.provenance)
    let margins = Margins(
      population: 100, margins: [unit] + sound.margins.dropFirst(),
      given: [service] + sound.given.dropFirst(), numbers: sound.numbers)
    let log = DiagnosticLog()
    let made = SyntheticRegister.made(from: margins, seed: 1, name: "m.yaml", log: log)
    let csv = RegisterWriter.csv(try #require(made))
    #expect(csv.hasPrefix("identifier,unit,sex,"))
    #expect(csv.contains("\r\nS-000051,\"Dinas A, \"\"B\"\"\","))
    let read = RegisterRows.read(csv).contents?.population
    #expect(read?.units.map(\.name) == ["Bagian;\nC", "Dinas A, \"B\""])
    #expect(areEqual(read, try population(margins, seed: 1)))
  }

  @Test("a column that is needed and not made is asked for")
  func missingColumns() throws {
    let sound = try margins()
    let log = DiagnosticLog()
    let margins = Margins(population: 100, margins: sound.margins)
    #expect(Population.synthesized(from: margins, seed: 1, name: "m.yaml", log: log) == nil)
    let missing: [RegisterColumn] = [
      .positionKind, .taskClass, .directServiceShare, .commuteKilometres, .commuteMode,
    ]
    #expect(FixtureFile.problems(log) == missing.map { .margins(.columnNotMade($0)) })
  }

  @Test("margins that contradict each other are named with the numbers they disagree on")
  func contradiction() throws {
    let sound = try margins()
    let other = Margin(
      columns: ["sex"], cells: [.init(values: ["L"], count: 60), .init(values: ["P"], count: 40)],
      provenance: sound.margins[0].provenance)
    let margins = Margins(
      population: 100, margins: [sound.margins[0], other], given: sound.given,
      numbers: sound.numbers)
    let log = DiagnosticLog()
    #expect(Population.synthesized(from: margins, seed: 1, name: "m.yaml", log: log) == nil)
    #expect(
      FixtureFile.complaints(log) == [
        "m.yaml: two margins contradict each other: for sex L the margin of unit × sex has 55 "
          + "people, that of sex 60. Make them agree."
      ])
  }

  @Test("values no register may have are refused for people made up, too")
  func values() throws {
    let sound = try margins()
    let odd = ConditionalShares(
      column: "laptop", given: "sex", strata: [], otherShares: [.init(value: "maybe", share: 1)],
      provenance: sound.margins[0].provenance)
    let margins = Margins(
      population: 100, margins: sound.margins, given: sound.given + [odd], numbers: sound.numbers)
    let log = DiagnosticLog()
    #expect(Population.synthesized(from: margins, seed: 1, name: "m.yaml", log: log) == nil)
    #expect(log.diagnostics.first?.problem == .name(.notAFlag(text: "maybe", write: nil)))
    #expect(log.diagnostics.first?.keyPath == "laptop")
    #expect(log.diagnostics.last?.problem == .register(.furtherRows(count: 60)))
  }

  @Test("the report says how well margins hold and what each column rests on")
  func report() throws {
    let log = DiagnosticLog()
    let made = try #require(
      SyntheticRegister.made(from: margins(), seed: 1, name: "m.yaml", log: log))
    let english = RegisterWriter.fitReport(made.report, in: .english)
    #expect(
      english.split(separator: "\n").prefix(5) == [
        "All margins are kept exactly.", "Published:",
        "  unit  2024-12-31  [F]  Example in figures",
        "  sex   2024-12-31  [F]  Example in figures", "Assumed:",
      ])
    #expect(english.contains("\n  employment_status     2026-11-22  [J]  assumption\n"))
    let indonesian = RegisterWriter.fitReport(made.report, in: .indonesian)
    #expect(indonesian.hasPrefix("Semua margin dipenuhi dengan tepat.\nDiterbitkan:\n"))
  }

  @Test("the report names the margins that do not hold exactly")
  func misfit() throws {
    let sound = try margins()
    let thirds = Margin(
      columns: ["employment_status"],
      cells: ["PNS", "CPNS", "PPPK"].map { .init(values: [$0], count: 100.0 / 3) },
      provenance: sound.margins[0].provenance)
    let log = DiagnosticLog()
    let made = try #require(
      SyntheticRegister.made(
        from: Margins(population: 100, margins: [thirds]), seed: 1, name: "m.yaml", log: log))
    // One of the three gets the hundredth person: 34 instead of 33 1/3.
    #expect(
      RegisterWriter.fitReport(made.report, in: .english).hasPrefix(
        "Largest misfit of a margin: 0.667 people.\n  employment_status: 0.667 people\n"))
    #expect(
      RegisterWriter.fitReport(made.report, in: .indonesian).hasPrefix(
        "Selisih terbesar dari margin: 0.667 orang.\n  employment_status: 0.667 orang\n"))
  }
}
