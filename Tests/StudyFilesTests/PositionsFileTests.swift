import HybridWork
import StudyFiles
import Testing

@Suite("Tables of positions")
struct PositionsFileTests {
  private func read(
    _ text: String, _ mapping: PositionsMapping = PositionsMapping()
  ) -> (table: PositionTable?, complaints: [String]) {
    let log = DiagnosticLog()
    let table = PositionsFile.read(
      SourceFile(name: "p.csv", bytes: text.utf8), mapping: mapping, log: log)
    for diagnostic in log.diagnostics {
      #expect(diagnostic.sentence(in: .indonesian) != diagnostic.sentence(in: .english))
    }
    return (table, FixtureFile.complaints(log))
  }

  @Test("one row a task: shares are added up by place, answers by time")
  func tasks() throws {
    let (table, complaints) = read(
      """
      position,position_kind,task,share_of_time,place,by_ict,face_to_face
      Analis,fungsional,Menulis,0.6,alone,ya,tidak
      Staf,,Arsip,1,field,,
      Analis,,Rapat,0.3,together,true,true
      Analis,,Lapangan,0.1,field,0,1
      """)
    #expect(complaints == [])
    let analyst = try #require(table?["Analis"])
    #expect(TaskPlace.allCases.map { analyst.shares[$0] } == [0, 0.1, 0.3, 0.6])
    #expect(analyst.kind == .fungsional)
    #expect(analyst.movableShare == 0.6)
    #expect(analyst.answer(.byICT) == .yes)
    #expect(analyst.answer(.faceToFace) == .no)
    #expect(table?["Staf"]?.answer(.byICT) == .unknown)
    #expect(table?.asked == [.byICT, .faceToFace])
    #expect(table?.profiles.map(\.position) == ["Analis", "Staf"])
  }

  @Test("one row a position: shares as they are, unasked columns left out, others ignored")
  func positions() throws {
    let (table, complaints) = read(
      """
      position,counter_share,field_share,together_share,alone_share,constant_supervision,class
      Loket,0.85,0,0,0.15,false,away
      Staf,0,0,0.2,0.8,true,
      """)
    #expect(complaints == [])
    #expect(table?.asked == [.constantSupervision])
    #expect(table?["Loket"]?.movableShare == 0.15)
    #expect(table?["Staf"]?.movableShare == 0, "constant supervision speaks against all of it")
    #expect(table?["Loket"]?.basis == .declared)
  }

  @Test("an agency's headers, semicolons and decimal commas")
  func mapped() throws {
    let mapping = PositionsMapping(
      columns: [.position: "Nama Jabatan", .task: "Uraian Tugas", .shareOfTime: "Beban"],
      decimalComma: true)
    let (table, complaints) = read(
      "Nama Jabatan;Uraian Tugas;Beban;place\nAnalis;Menulis;0,75;alone\n"
        + "Analis;Rapat;0,25;together\n", mapping)
    #expect(complaints == [])
    #expect(table?["Analis"]?.shares[.alone] == 0.75)
  }

  @Test(
    "shares that do not sum to 1 are refused beyond five thousandths",
    arguments: [
      ("0.4949", false), ("0.495", true), ("0.5", true), ("0.505", true), ("0.5051", false),
    ])
  func sums(row: (String, Bool)) {
    let wide = read(
      "position,counter_share,field_share,together_share,alone_share\nA,0.5,0,0,\(row.0)\n")
    #expect((wide.table != nil) == row.1)
    let long = read(
      "position,task,share_of_time,place\nA,x,0.5,counter\nA,y,\(row.0),alone\n")
    #expect((long.table != nil) == row.1)
    #expect(wide.complaints.isEmpty == row.1 && long.complaints.isEmpty == row.1)
  }

  @Test("everything wrong with rows of tasks is said at once")
  func brokenTasks() {
    let (table, complaints) = read(
      """
      position,position_kind,task,share_of_time,place,by_ict
      Analis,fungsional,Menulis,0.6,alon,ya
      Analis,pelaksana,Rapat,40%,together,maybe
      Staf,pelaksana,Arsip,0.5,field,
      Staf,fungsional,Surat,0.5,alone,
      Loket,,Layanan,0.5,counter,
      Loket,,Layanan,0.5,counter,
      ,,Layanan,1,counter,
      Sopir,,Mengemudi,0.9,field,
      """)
    #expect(table == nil)
    #expect(
      complaints == [
        "p.csv:2:31: place: \"alon\" is unknown. Did you mean \"alone\"? "
          + "Accepted: counter, field, together, alone.",
        "p.csv:3:24: share_of_time: \"40%\" is a percentage, but shares are written from 0 to 1. "
          + "Write 0.4.",
        "p.csv:3:37: by_ict: \"maybe\" is neither true nor false. Write true or false.",
        "p.csv:5:6: position_kind: the kind fungsional contradicts pelaksana for the same position "
          + "(from line 4). Make them equal.",
        "p.csv:7:8: task: the task \"Layanan\" of this position already stands in line 6. "
          + "Add up the shares, or choose another name.",
        "p.csv:8:1: position: this cell is blank, but a value is required. Fill it.",
        "p.csv:9:1: position: the shares of time of \"Sopir\" sum to 0.9, 1 (±0.005) is expected. "
          + "Correct the shares.",
      ])
  }

  @Test("everything wrong with rows of positions is said at once")
  func brokenPositions() {
    let (table, complaints) = read(
      """
      position,position_kind,counter_share,field_share,together_share,alone_share,movable_share,basis
      A,pelaksan,1,0,0,0,,
      B,,1.2,0,0,-0.2,,
      C,,1,0,0,0,0.3,
      D,,1,0,0,0,,guessed
      E,,1,0,0,0,,
      E,,0,0,0,1,,
      F,,,0,0,1,,
      """)
    #expect(table == nil)
    #expect(
      complaints == [
        "p.csv:2:3: position_kind: \"pelaksan\" is unknown. Did you mean \"pelaksana\"? "
          + "Accepted: jpt, administrator, pengawas, fungsional, pelaksana.",
        "p.csv:3:4: counter_share: \"1.2\" is out of range. Write a number from 0 to 1.",
        "p.csv:3:12: alone_share: \"-0.2\" is out of range. Write a number from 0 to 1.",
        "p.csv:4:12: movable_share: movable_share 0.3 is above together_share + alone_share (0). "
          + "Correct it, or leave it blank to have it computed.",
        "p.csv:5:13: basis: \"guessed\" is unknown. Accepted: declared, derived.",
        "p.csv:7:1: position: the position \"E\" already stands in line 6. Delete one of them.",
        "p.csv:8:4: counter_share: this cell is blank, but a value is required. Fill it.",
      ])
  }

  @Test("a table without its columns names those it lacks, by the form it has")
  func missingColumns() {
    let tasks = read("position,place\nA,alone\n").complaints
    #expect(tasks.count == 2)
    #expect(tasks[0].hasPrefix("p.csv:1: task: "))
    #expect(tasks[1].hasPrefix("p.csv:1: share_of_time: "))
    let positions = read("jabatan,counter_share,field_share,together_share\nA,1,0,0\n").complaints
    #expect(positions.count == 2)
    #expect(positions[0].hasPrefix("p.csv:1: position: "))
    #expect(positions[1].hasPrefix("p.csv:1: alone_share: "))
    #expect(read("position,position,task\n").table == nil)
  }
}
