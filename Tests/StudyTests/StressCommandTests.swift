import Foundation
import Testing

@Suite("luwes stress")
struct StressCommandTests {
  private static let command = [
    "stress", "scenarios/west-java-mkd", "--worlds", "2", "--policies", "thursday-no-exemption",
    "--lang", "en",
  ]

  @Test("the tests of the study are run, told and written")
  func runs() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    let run = try Program.run(
      Self.command + ["--tests", "thursday-flood,amnesty-samsat", "--out", out])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("A flood every Thursday: 30% of staff cut off"))
    #expect(run.output.contains("Amnesty weeks at Samsat Kawaluyaan"))
    let files = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(files.sorted() == ["manifest.json", "stress.csv", "stress.md"])
    let csv = try String(contentsOfFile: out + "/stress.csv", encoding: .utf8)
    let lines = csv.split(whereSeparator: \.isNewline)
    #expect(lines[0].hasPrefix("test,scenario,outcome,unit,mean,p05,p95,difference_mean"))
    // Two tests, two scenarios, nine outcomes.
    #expect(lines.count == 1 + 2 * 2 * 9)
    // A surge that nobody planned for changes no need and no roster.
    let coverage = lines.first {
      $0.hasPrefix("amnesty-samsat,everyone-in-office,coverage,")
    }
    #expect(coverage?.split(separator: ",")[7] == "0")
  }

  @Test("a list of tests without any is a wrong command line")
  func nothingAsked() throws {
    #expect(try Program.run(Self.command + ["--tests", ","]).exitCode == 64)
  }

  @Test("a test that is not there ends with 65 and names those that are")
  func unknown() throws {
    let run = try Program.run(Self.command + ["--tests", "earthquake"])
    #expect(run.exitCode == 65)
    #expect(run.output.isEmpty)
    #expect(run.complaints.contains("earthquake"))
    #expect(run.complaints.contains("thursday-flood"))
  }
}
