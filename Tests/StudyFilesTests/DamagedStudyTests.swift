import Foundation
import StudyFiles
import Testing

@Suite("Damaged studies")
struct DamagedStudyTests {
  private static let files = [
    "study.yaml", "services.yaml", "hours.yaml", "law.yaml", "local.yaml", "holidays.csv",
    "policies/today.yaml", "policies/two-days.yaml", "policies/teams.yaml",
  ]

  @Test("a damaged line never makes a study disappear without a complaint", arguments: files)
  func everyLine(file: String) throws {
    let folder = try StudyFolderFixture()
    let text = try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    var refused = 0
    for index in lines.indices {
      for damaged in Self.damages(lines[index]) {
        var copy = lines
        copy[index] = damaged
        try folder.apply(BrokenInput.Edit(file: file, new: copy.joined(separator: "\n")))
        let (study, log) = folder.load()
        #expect((study == nil) == log.hasErrors, "line \(index + 1): \(damaged)")
        if study == nil { refused += 1 }
      }
    }
    #expect(refused > lines.count / 2)
  }

  /// No line, or the line with nothing, a list or a number in place of its value.
  private static func damages(_ line: String) -> [String] {
    guard let colon = line.range(of: ": ") else { return ["", line + "x"] }
    let key = line[..<colon.upperBound]
    return ["", "\(key)~", "\(key)[{a: 1}]", "\(key)-7"]
  }
}
