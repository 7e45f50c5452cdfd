import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("The project's own studies")
struct ProjectStudiesTests {
  @Test(
    "each study loads without an error",
    arguments: [
      "bandung-city", "jakarta-year-end", "national-fwa", "west-java-analysts", "west-java-mkd",
    ])
  func loads(name: String) throws {
    let log = DiagnosticLog()
    let path = FixtureFile.path("../../../scenarios/\(name)")
    let loaded = StudyLoader.load(path, log: log)
    let errors = log.diagnostics.filter { $0.severity == .error }
    #expect(errors.map { $0.text(in: .english) } == [])
    let study = try #require(loaded?.study)
    #expect(study.header.id == name)
    #expect(study.baseline.id == "everyone-in-office")
    #expect(study.policies.count >= 5)
  }
}
