import Foundation
import Testing

@Suite("the calendar that ships")
struct CalendarDataTests {
  /// Monday to Friday less holidays and collective leave; 2023 to 2026 as counted independently from
  /// the joint decrees (PyPI `holidays` 0.109), 2022 from the same source.
  @Test(
    "working days of each year",
    arguments: [(2022, 246), (2023, 239), (2024, 238), (2025, 237), (2026, 240)])
  func workingDays(year: Int, days: Int) throws {
    let folder = try TemporaryFolder()
    for name in ["scenarios", "notebooks-data"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    let file = folder.url.appendingPathComponent("scenarios/west-java-mkd/study.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("from: 2023-07-01", with: "from: \(year)-01-01")
      .replacing("to: 2024-06-30", with: "to: \(year)-12-31")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let run = try Program.run([
      "validate", file.deletingLastPathComponent().path, "--lang", "en",
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output.contains(" \(days) working days "), "\(run.output)")
  }
}
