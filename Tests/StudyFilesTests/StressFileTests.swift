import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Hard times in files")
struct StressFileTests {
  private func load(_ tests: String) throws -> (LoadedStudy?, DiagnosticLog) {
    let folder = try StudyFolderFixture()
    try folder.apply(BrokenInput.Edit(file: "stress.yaml", old: nil, new: tests))
    try folder.apply(
      BrokenInput.Edit(
        file: "study.yaml", old: "baseline: today", new: "stress: [stress.yaml]\nbaseline: today"))
    var overrides = StudyOverrides()
    overrides.needsStressTests = true
    return folder.load(overrides)
  }

  private static let origin = "source: x, date: 2024-01-01, confidence: J"

  @Test("Strains are read with their days")
  func strains() throws {
    let (study, log) = try load(
      """
      tests:
        - {id: rush, title: {id: a, en: b}, strains: [{arrivals_factor: 1.2}], \(Self.origin)}
        - id: flood
          title: {id: a, en: b}
          strains: [{flood_staff_share: 0.3, weekday: thursday}, {outage: true}, {epidemic_sick_factor: 4, from: 2000-01-01, to: 2099-12-31}]
          source: x
          date: 2024-01-01
          confidence: J
      """)
    #expect(log.diagnostics.isEmpty)
    let tests = try #require(study?.stressTests)
    #expect(tests.map(\.id) == ["rush", "flood"])
    #expect(
      tests[0].strains == [StressTest.Strain(.arrivals(factor: 1.2, services: nil), on: .all)])
    #expect(
      tests[1].strains.map(\.kind) == [
        .flood(staffShare: 0.3), .outage, .epidemic(sickFactor: 4),
      ])
    #expect(tests[1].strains[0].days == .weekday(.thursday))
  }

  @Test("A test on no day of the calendar is left out with a warning")
  func elsewhere() throws {
    let (study, log) = try load(
      "tests: [{id: rush, title: {id: a, en: b}, strains: [{outage: true, from: 1999-01-01, to: 1999-01-02}], \(Self.origin)}]"
    )
    #expect(study?.stressTests?.isEmpty == true)
    #expect(log.diagnostics.map(\.severity) == [.warning])
  }

  @Test(
    "What is no test is refused",
    arguments: [
      "tests: [{id: rush, title: {id: a, en: b}, strains: [{arrivals_factor: 0}]}]",
      "tests: [{id: rush, title: {id: a, en: b}, strains: [{flood_staff_share: 1.3}], source: x, date: 2024-01-01, confidence: J}]",
      "tests: [{id: rush, title: {id: a, en: b}, strains: [{quake: 1}], source: x, date: 2024-01-01, confidence: J}]",
      "tests: [{id: rush, title: {id: a, en: b}, strains: [{outage: true, from: 2024-02-01, to: 2024-01-01}], source: x, date: 2024-01-01, confidence: J}]",
      "tests: [{id: rush, title: {id: a, en: b}, strains: [], source: x, date: 2024-01-01, confidence: J}]",
    ])
  func refused(tests: String) throws {
    let (study, log) = try load(tests)
    #expect(study == nil)
    #expect(log.hasErrors)
  }

  private static func test(_ strains: String) -> String {
    "tests: [{id: rush, title: {id: a, en: b}, strains: [\(strains)], \(origin)}]"
  }

  @Test("An outage that does not happen is refused where it stands")
  func noOutage() throws {
    let (study, log) = try load(Self.test("{outage: false}"))
    #expect(study == nil)
    #expect(log.diagnostics.map(\.problem) == [.study(.noOutage)])
  }

  @Test("A weekday beside dates is refused, not taken without them", arguments: ["from", "to"])
  func weekdayAndDates(key: String) throws {
    let (study, log) = try load(
      Self.test("{outage: true, weekday: monday, \(key): 2024-01-01}"))
    #expect(study == nil)
    #expect(
      log.diagnostics.map(\.problem) == [.key(.excludesOther(key: "weekday", other: key))])
  }

  @Test("One name for two tests is refused across files")
  func twice() throws {
    let folder = try StudyFolderFixture()
    for file in ["stress.yaml", "more.yaml"] {
      try folder.apply(
        BrokenInput.Edit(file: file, old: nil, new: Self.test("{outage: true}")))
    }
    try folder.apply(
      BrokenInput.Edit(
        file: "study.yaml", old: "baseline: today",
        new: "stress: [stress.yaml, more.yaml]\nbaseline: today"))
    var overrides = StudyOverrides()
    overrides.needsStressTests = true
    let (study, log) = folder.load(overrides)
    #expect(study == nil)
    #expect(
      log.diagnostics.map(\.problem) == [
        .study(.stressTwice("rush", otherFile: "stress.yaml"))
      ])
  }

  @Test("A strain on no day is a warning, unless the same strain strikes on others")
  func strainElsewhere() throws {
    let never = "from: 1999-01-01, to: 1999-01-02"
    let (mixed, log) = try load(Self.test("{outage: true}, {arrivals_factor: 1.2, \(never)}"))
    #expect(mixed?.stressTests?.count == 1)
    #expect(
      log.diagnostics.map(\.problem) == [.study(.strainsOutsideCalendar("rush", strains: [2]))])
    let (sameKind, silent) = try load(Self.test("{outage: true}, {outage: true, \(never)}"))
    #expect(sameKind?.stressTests?.count == 1)
    #expect(silent.diagnostics.isEmpty)
  }
}
