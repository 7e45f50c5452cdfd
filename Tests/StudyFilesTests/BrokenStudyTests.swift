import HybridWork
import StudyFiles
import Testing

@Suite("Broken studies")
struct BrokenStudyTests {
  @Test("every broken input is refused with its complaints", arguments: try BrokenInput.all())
  func complaints(input: BrokenInput) throws {
    let folder = try StudyFolderFixture()
    for edit in input.edits { try folder.apply(edit) }
    let (study, log) = folder.load()
    #expect(FixtureFile.complaints(log) == input.complaints)
    #expect((study == nil) == log.hasErrors)
    for diagnostic in log.diagnostics {
      let indonesian = diagnostic.sentence(in: .indonesian)
      #expect(!indonesian.isEmpty && indonesian != diagnostic.sentence(in: .english))
    }
  }

  @Test("there are at least thirty broken inputs, each with a change and a complaint")
  func enoughCases() throws {
    let inputs = try BrokenInput.all()
    #expect(inputs.count >= 30)
    #expect(inputs.allSatisfy { !$0.edits.isEmpty && !$0.complaints.isEmpty })
  }
}
