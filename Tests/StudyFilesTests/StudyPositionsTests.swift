import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Positions of a study")
struct StudyPositionsTests {
  private static let table = """
    position,counter_share,field_share,together_share,alone_share,face_to_face
    Lurah,0.2,0.1,0.5,0.2,true
    Staf,0.1,0,0,0.9,false
    Piket,0,1,0,0,
    Analis,0,0,0.3,0.7,false
    Kepala,0,0,1,0,
    """

  private func study(_ key: String, _ table: String = table) throws -> StudyFolderFixture {
    let folder = try StudyFolderFixture()
    try folder.apply(
      BrokenInput.Edit(
        file: "study.yaml", old: "services: services.yaml",
        new: "\(key)\nservices: services.yaml"))
    try folder.apply(BrokenInput.Edit(file: "positions.csv", new: table))
    return folder
  }

  @Test("its columns are joined by position, and the table is among the inputs")
  func joined() throws {
    let folder = try study("positions: positions.csv")
    let (loaded, log) = folder.load()
    #expect(FixtureFile.complaints(log) == [])
    let people = try #require(loaded?.study.population)
    for person in 0..<people.count {
      let position = try #require(people.text(.position, person: person))
      #expect(
        people.numbers(.aloneShare)[person] == loaded?.positions?[position]?.shares[.alone])
    }
    #expect(people.flags(.faceToFace).count { $0 == .yes } == 1)
    #expect(people.flags(.faceToFace).count { $0 == .unknown } == 2)
    #expect(loaded?.inputs.contains { $0.name == "positions.csv" } == true)
  }

  @Test("rules can ask the columns of positions, and only those the table has")
  func rules() throws {
    let rule = { (condition: String) in
      BrokenInput.Edit(
        file: "policies/two-days.yaml", old: "eligibility:\n",
        new: "eligibility:\n  - rule: little-counter\n    text: {id: \"a\", en: \"b\"}\n"
          + "    where: \(condition)\n    unassessed: fail\n")
    }
    let sound = try study("positions: positions.csv")
    try sound.apply(
      rule("{all: [{counter_share: {at_most: 0.1}}, {face_to_face: false}]}"))
    let (loaded, log) = sound.load()
    #expect(FixtureFile.complaints(log) == [])
    let study = try #require(loaded?.study)
    let decisions = try EligibilityDecisions(
      rules: study.policies[0].levers.eligibility, population: study.population)
    let counts = decisions.counts(ofRule: 0)
    // Six Staf and three Analis pass; the Lurah fails; Piket and Kepala have no answer.
    #expect([counts.passed, counts.failed, counts.unassessed] == [9, 1, 2])
    let unasked = try complaints(asking: rule("{by_ict: true}"))
    #expect(unasked.contains { $0.contains("by_ict") })
  }

  private func complaints(asking edit: BrokenInput.Edit) throws -> [String] {
    let folder = try study("positions: positions.csv")
    try folder.apply(edit)
    return FixtureFile.complaints(folder.load().1)
  }

  @Test("without a table the columns do not exist")
  func withoutTable() throws {
    let loaded = try #require(StudyFolderFixture().load().0)
    #expect(loaded.positions == nil)
    for column in RegisterColumn.allCases where column.isOfPosition {
      #expect(loaded.study.population.values(column) == nil)
    }
  }

  @Test("positions that the table lacks, or that nobody holds, are warned of by number and name")
  func misfits() throws {
    let text = Self.table.replacing("Lurah", with: "Lura").replacing("Piket", with: "Piket malam")
    let folder = try study("positions: {table: positions.csv, decimal: point}", text)
    let (loaded, log) = folder.load()
    #expect(loaded != nil)
    #expect(
      FixtureFile.complaints(log) == [
        "study.yaml:10:20: positions.table: warning: 2 position(s) of the staff are not in this "
          + "table (\"Lurah\", \"Piket\"): their columns are unknown. Add them.",
        "study.yaml:10:20: positions.table: warning: 2 position(s) of this table are held by nobody "
          + "(\"Lura\", \"Piket malam\"). Check their spelling.",
      ])
  }

  @Test("a missing file, an unknown key and an unknown column are refused")
  func refusals() throws {
    let missing = FixtureFile.complaints(try study("positions: position.csv").load().1)
    #expect(missing.count == 1)
    #expect(missing[0].contains("Did you mean \"positions.csv\"?"))
    let key = FixtureFile.complaints(try study("positions: {file: positions.csv}").load().1)
    #expect(key.count == 2)
    let column = try study("positions: {table: positions.csv, columns: {jabatan: Nama}}")
    let complaints = FixtureFile.complaints(column.load().1)
    #expect(complaints.count == 1)
    #expect(complaints[0].contains("positions.columns.jabatan"))
  }
}
