import Foundation
import Testing

@Suite("luwes inventory")
struct InventoryTranscriptTests {
  /// A copy of the project's inputs, in which a study may be changed.
  private func copiedInputs() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["scenarios", "notebooks-data"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    return folder
  }

  /// Makes a study of a copy use a table of positions beside it.
  private func use(_ table: String, in study: URL) throws {
    let file = study.appendingPathComponent("study.yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.filter { !$0.hasPrefix("positions:") }.flatMap { line -> [String] in
      line.hasPrefix("population:") ? [String(line), "positions: \(table)"] : [String(line)]
    }
    try changed.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  @Test(
    "the file written, fed back as positions, gives the same inventory to the byte",
    arguments: ["national-fwa", "west-java-mkd", "bandung-city"])
  func roundTrip(name: String) throws {
    let folder = try copiedInputs()
    let study = folder.url.appendingPathComponent("scenarios/\(name)")
    func inventory(_ table: String) throws -> (report: String, file: String) {
      let run = try Program.run([
        "inventory", study.path, "--out", study.appendingPathComponent(table).path,
      ])
      try #require(run.exitCode == 0, "\(run.complaints)")
      #expect(run.complaints.isEmpty)
      // The last line names the file.
      let report = run.output.split(separator: "\n").dropLast().joined(separator: "\n")
      return (report, try folder.text("scenarios/\(name)/\(table)"))
    }
    let first = try inventory("first.csv")
    try use("first.csv", in: study)
    let second = try inventory("second.csv")
    #expect(second.file == first.file)
    #expect(second.report == first.report)
    #expect(first.file.split(separator: "\r\n").count > 10)
  }

  @Test("the doubtful stand first, thresholds are shown, and both languages are spoken")
  func report() throws {
    let indonesian = try Program.run(["inventory", "scenarios/west-java-mkd"])
    #expect(indonesian.exitCode == 0)
    #expect(indonesian.output.hasPrefix("Jabatan, yang meragukan lebih dulu\n"))
    #expect(indonesian.output.contains("Pegawai menurut unit"))
    #expect(indonesian.output.contains("Asumsi (penilaian, J)"))
    #expect(indonesian.output.contains("0,80 / 0,20 / 0,05"))
    let english = try Program.run(["inventory", "scenarios/west-java-mkd", "--lang", "en"])
    let lines = english.output.split(separator: "\n").map(String.init)
    func line(_ start: String) throws -> Int {
      try #require(lines.firstIndex { $0.hasPrefix(start) }, "\(start)")
    }
    #expect(try line("doubtful") < line("partly"))
    #expect(try line("partly") < line("can be done away"))
    #expect(try line("can be done away") < line("place-bound"))
    // 25 heads of agency and the like are too few to be shown at the study's limit of 30.
    let heads = try #require(lines.first { $0.contains("Kepala Perangkat") })
    #expect(heads.contains("  *  "))
    #expect(!english.output.contains("S-00"), "no person is named")
  }

  @Test("without a table everything is derived and doubtful")
  func derived() throws {
    let run = try Program.run(["inventory", "scenarios/bandung-city", "--lang", "en"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Positions that no table describes were derived"))
    #expect(!run.output.contains("\npartly "))
    #expect(!run.output.contains("\nplace-bound "))
  }

  @Test("other thresholds give other classes; impossible ones end with 64")
  func thresholds() throws {
    let strict = try Program.run([
      "inventory", "scenarios/west-java-mkd", "--lang", "en", "--away-from", "1",
    ])
    #expect(strict.exitCode == 0)
    #expect(strict.output.contains("1.00 / 0.20 / 0.05"))
    #expect(!strict.output.contains("\ncan be done away "))
    let wrong = try Program.run([
      "inventory", "scenarios/west-java-mkd", "--away-from", "0.1",
    ])
    #expect(wrong.exitCode == 64)
  }

  @Test("a file that is there is left alone unless it may be replaced")
  func existingFile() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("positions.csv")
    try "mine".write(to: file, atomically: true, encoding: .utf8)
    let arguments = ["inventory", "scenarios/west-java-mkd", "--out", file.path]
    let refused = try Program.run(arguments)
    #expect(refused.exitCode == 65)
    #expect(refused.output.isEmpty)
    #expect(try folder.text("positions.csv") == "mine")
    #expect(try Program.run(arguments + ["--overwrite"]).exitCode == 0)
    #expect(try folder.text("positions.csv").hasPrefix("position,position_kind,counter_share"))
  }
}
