import HybridWork
import Populations
import StudyFiles
import Testing

@Suite("Answers to the questionnaire")
struct SurveyFileTests {
  private let units = [
    WorkUnit(name: "Bagian A", people: 0..<40), WorkUnit(name: "Bagian B", people: 40..<60),
  ]

  private func read(
    _ text: String, columns: [SurveyQuestion: String] = [:], decimalComma: Bool = false
  ) -> (answers: SurveyAnswers?, complaints: [String]) {
    let log = DiagnosticLog()
    let answers = SurveyFile.read(
      SourceFile(name: "a.csv", bytes: text.utf8), units: units, columns: columns,
      decimalComma: decimalComma, log: log)
    for diagnostic in log.diagnostics {
      #expect(diagnostic.sentence(in: .indonesian) != diagnostic.sentence(in: .english))
    }
    return (answers, log.diagnostics.map { $0.text(in: .english) })
  }

  @Test("codes, and the wordings of a form in either language, say the same")
  func wordings() {
    let codes = read(
      "unit,sex,commute_mode,interest,stress\nBagian B,P,public,true,4\nBagian A,,,,\n")
    #expect(codes.complaints == [])
    let form = read(
      """
      Timestamp,Unit kerja,Jenis kelamin,How you most often travel to the office,\
      Akan mengajukan hari kerja fleksibel bila memenuhi syarat,\
      Tekanan kerja sebulan terakhir (1 sangat rendah – 5 sangat tinggi)
      1/2/2026,Bagian B,Perempuan,Public transport,Ya,4
      1/2/2026,Bagian A,,,,
      """)
    #expect(form.complaints == [])
    for answers in [codes.answers, form.answers] {
      #expect(answers?.unit == [1, 0])
      #expect(answers?.values(.sex).first == 1)
      #expect(answers?.values(.commuteMode).first == 2)
      #expect(answers?.values(.interest).first == 1)
      #expect(answers?.values(.stress).first == 4)
      #expect(answers?.values(.stress).last?.isNaN == true)
      #expect(answers?.values(.laptop).allSatisfy(\.isNaN) == true)
    }
  }

  @Test("headers can be mapped and numbers have a decimal comma")
  func mapping() {
    let (answers, complaints) = read(
      "Unit;Jarak\nBagian A;12,5\n", columns: [.unit: "Unit", .commuteKilometres: "Jarak"],
      decimalComma: true)
    #expect(complaints == [])
    #expect(answers?.values(.commuteKilometres) == [12.5])
  }

  @Test("every wrong answer is named by line, and none that may be a name is repeated")
  func complaints() {
    let (answers, complaints) = read(
      """
      unit,commute_km,interest,satisfaction
      Bagian A,300,ya,3
      Siti Aminah,1,mungkin Siti,3
      ,Budi Santoso,tidak,6
      """)
    #expect(answers == nil)
    #expect(
      complaints.map { String($0.prefix { $0 != " " }) } == [
        "a.csv:2:10:", "a.csv:3:1:", "a.csv:3:15:", "a.csv:4:1:", "a.csv:4:2:", "a.csv:4:21:",
      ])
    for name in ["Siti", "Budi"] { #expect(!complaints.contains { $0.contains(name) }) }
    #expect(complaints[1].contains("Bagian A, Bagian B"))
  }

  @Test("a missing unit, a mapping without its column and a question asked twice are refused")
  func headers() {
    #expect(read("satuan,stress\nBagian A,3\n").complaints[0].contains("there is no column"))
    let mapped = read("unit,stress\nBagian A,3\n", columns: [.laptop: "Laptop"])
    #expect(mapped.answers == nil)
    let twice = read("unit,Unit kerja\nBagian A,Bagian A\n")
    #expect(twice.complaints[0].contains("stands in several columns: unit; Unit kerja"))
    let log = DiagnosticLog()
    #expect(SurveyQuestion.headers("unit=Unit Kerja,gaji=Gaji", log: log) == [.unit: "Unit Kerja"])
    #expect(log.diagnostics.count == 1)
  }
}
