import Foundation
import Testing

@Suite("luwes trigger and luwes check")
struct GuardCommandTests {
  private static let trigger = [
    "trigger", "scenarios/west-java-mkd", "--policies", "thursday-all", "--policy", "thursday-all",
    "--worlds", "2", "--lang", "en",
  ]

  @Test("a guardrail on the command line needs a measure, a side and a policy that is there")
  func refused() throws {
    let one = ["--outcome", "coverage", "--below", "0.9"]
    for extra in [
      [], ["--outcome", "budget_net_rupiah", "--below", "1"], one + ["--above", "1"],
      one + ["--worse", "arrival_factor"], one + ["--worse", "sick_share=5"],
      one + ["--weeks", "0"],
    ] {
      #expect(try Program.run(Self.trigger + extra).exitCode == 64, "\(extra)")
    }
    let service = try Program.run(Self.trigger + one + ["--service", "nowhere"])
    #expect(service.exitCode == 65)
    #expect(service.complaints.contains("samsat-kawaluyaan"))
  }

  @Test("checks end with 0 when they hold and 1 when one is broken, with the world named")
  func checks() throws {
    let command = ["check", "scenarios/west-java-mkd", "--worlds", "3", "--lang", "en"]
    let held = try Program.run(command)
    #expect(held.exitCode == 0)
    #expect(held.output.contains("More staff never lengthens the queue"))
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("checks.yaml").path
    func write(_ never: String) throws {
      try """
      checks:
        - id: sickness
          title: {id: "Sakit", en: "Sickness"}
          when: {assumption: sick_share, value: 0.06, instead_of: 0.01}
          then: {outcome: coverage, never: \(never)}

      """.write(toFile: file, atomically: true, encoding: .utf8)
    }
    try write("decreases")
    let broken = try Program.run(command + ["--file", file])
    #expect(broken.exitCode == 1)
    #expect(broken.output.contains("broken"))
    #expect(broken.output.contains("world "))
    try write("shrinks")
    let wrong = try Program.run(command + ["--file", file])
    #expect(wrong.exitCode == 65)
    #expect(wrong.complaints.contains("decreases"))
  }
}
