import Foundation
import PilotAssessment
import StudyFiles
import Testing

@Suite("Panels of pilots as files")
struct PanelFileTests {
  /// Reads a panel whose columns are called u, t, d and y, and tells the complaints in English.
  private func load(
    _ text: String, change: (inout PanelHeaders) -> Void = { _ in }
  ) throws -> (panel: Panel?, complaints: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "panel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "panel.csv").path
    try Data(text.utf8).write(to: URL(filePath: path))
    var headers = PanelHeaders(outcome: "y", unit: "u", time: "t", treated: "d")
    change(&headers)
    let log = DiagnosticLog()
    let panel = PanelFile.load(path: path, headers: headers, log: log)
    return (
      panel,
      FixtureFile.complaints(log).map { $0.replacingOccurrences(of: path, with: "panel.csv") }
    )
  }

  private static let sound = """
    u,t,d,y,k,days
    b,2024-01,0,2,7,0
    a,2024-02,1,5,8,1.5
    a,2024-01,0,1,8,0
    b,2024-02,0,3,7,0.25
    """

  @Test("rows are sorted, months counted, and further columns carried along in that order")
  func sound() throws {
    let (found, complaints) = try load(Self.sound) {
      $0.covariates = ["k"]
      $0.others = ["days"]
    }
    #expect(complaints.isEmpty)
    let panel = try #require(found)
    #expect(panel.unitNames == ["a", "b"])
    #expect(panel.clock == .month && panel.times == [2024 * 12, 2024 * 12 + 1])
    #expect(panel.outcome == [1, 5, 2, 3])
    #expect(panel.firstTreated == [2024 * 12 + 1, nil])
    #expect(panel.covariates == [.init(name: "k", values: [8, 8, 7, 7])])
    #expect(panel.others == [.init(name: "days", values: [0, 1.5, 0, 0.25])])
  }

  @Test("semicolons bring the decimal comma; exponents of statistics programs are read")
  func semicolons() throws {
    let text = "\u{FEFF}u;t;d;y\r\na;1;0;1,5\r\na;2;1;2,25\r\nb;1;0;0,5\r\nb;2;0;1\r\n"
    let panel = try #require(try load(text).panel)
    #expect(panel.outcome == [1.5, 2.25, 0.5, 1])
    let small = "u,t,d,y\na,1,0,1e-05\na,2,1,2\nb,1,0,-1.5E+2\nb,2,0,1\n"
    #expect(try #require(try load(small).panel).outcome == [1e-5, 2, -150, 1])
  }

  @Test("the time treatment begins may stand in place of 0 and 1; blank and 0 are never")
  func firstTimes() throws {
    let text = "u,t,d,y\na,1,2,1\na,2,2,5\nb,1,,2\nb,2,,3\nc,1,0,2\nc,2,0,3\n"
    #expect(try #require(try load(text).panel).firstTreated == [2, nil, nil])
  }

  @Test("a column that is not there is told with the nearest one; one named twice is refused")
  func columns() throws {
    let missing = try load(Self.sound) { $0.others = ["day"] }
    #expect(missing.panel == nil)
    #expect(missing.complaints.count == 1)
    #expect(missing.complaints[0].hasPrefix("panel.csv:1"))
    #expect(missing.complaints[0].contains("days"))
    let twice = try load(Self.sound) { $0.others = ["y"] }
    #expect(twice.panel == nil)
    #expect(twice.complaints.contains { $0.contains("is used for two things") })
  }

  @Test("every spoilt cell is told at once, with its line and column")
  func cells() throws {
    let text = """
      u,t,d,y,days
      a,1,0,x,0
      a,2024-01,1,5,
      b,1,0,2,0
      b,2,2024-01,3,0
      """
    let (panel, complaints) = try load(text) { $0.others = ["days"] }
    #expect(panel == nil)
    let places = complaints.map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(
      Set(places) == [
        "panel.csv:2:7:", "panel.csv:3:3:", "panel.csv:3:15:", "panel.csv:5:5:",
      ], "\(complaints)")
  }

  @Test(
    "months above twelve and days that no calendar has are no times",
    arguments: [
      "2024-13", "2024-00", "2023-02-29", "24-01", "2024/01", "Januari",
    ])
  func times(time: String) throws {
    let (panel, complaints) = try load(
      "u,t,d,y\na,\(time),0,1\na,2024-02,1,5\nb,2024-01,0,2\nb,2024-02,0,3\n")
    #expect(panel == nil)
    #expect(complaints.first?.hasPrefix("panel.csv:2:3:") == true, "\(complaints)")
  }

  @Test("a panel that shows nothing is told without a line")
  func nobodyTreated() throws {
    let (panel, complaints) = try load("u,t,d,y\na,1,0,1\na,2,0,5\nb,1,0,2\nb,2,0,3\n")
    #expect(panel == nil)
    #expect(complaints.count == 1 && complaints[0].contains("no unit is ever treated"))
  }
}
