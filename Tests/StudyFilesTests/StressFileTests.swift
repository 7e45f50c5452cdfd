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
}
