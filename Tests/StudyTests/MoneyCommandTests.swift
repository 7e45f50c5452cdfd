import Foundation
import Testing

@Suite("luwes params, claim and switch")
struct MoneyCommandTests {
  @Test("params finds a word in either language and shows number, code, date, source and scope")
  func params() throws {
    let run = try Program.run(["params", "pertalite", "--lang", "en"])
    #expect(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output.contains("fuel_price  Price of Pertalite [rupiah/litre]"))
    #expect(run.output.contains("7,650 (from 2022-01-01), 10,000 (from 2022-09-03)"))
    #expect(run.output.contains("X · 2026-03-01 · indonesia.yaml"))
    #expect(run.output.contains("applies: All of Indonesia"))
    let indonesian = try Program.run(["params", "tarif"])
    #expect(indonesian.output.contains("alternatif p-1: 1.699,53"))
  }

  @Test("params --unsourced lists judgement alone, and an unknown word nothing")
  func unsourced() throws {
    let run = try Program.run(["params", "--unsourced"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("official_fuel_elasticity"))
    #expect(!run.output.contains("fuel_price  "))
    let none = try Program.run(["params", "xyzzy"])
    #expect(none.exitCode == 0)
    #expect(none.output.hasPrefix("0 dari "))
    #expect(try Program.run(["params", "--folder", "docs"]).exitCode == 65)
  }

  private static let few = ["--worlds", "20", "--replications", "1", "--policies", "thursday-all"]

  @Test("a claim of 75% of electricity is beyond what one day in five allows")
  func claim() throws {
    let run = try Program.run(
      ["claim", "electricity -75%", "scenarios/west-java-mkd", "--lang", "en"] + Self.few)
    #expect(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output.contains("\"electricity -75%\": BEYOND WHAT THE ACCOUNTS ALLOW"))
    #expect(run.output.contains("Smallest change of policy"))
    #expect(run.output.contains("-20.0%"))
  }

  @Test("every claim of the file is answered, those about feelings with what to measure")
  func all() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    let run = try Program.run(
      ["claim", "all", "scenarios/west-java-mkd", "--out", out] + Self.few)
    #expect(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output.contains("TIDAK DAPAT DIUJI"))
    #expect(run.output.contains("kuesioner stres"))
    #expect(run.output.contains("tidak dapat dibedakan dari perubahan biasa"))
    let csv = try results.text("out/claims.csv")
    #expect(csv.contains("\r\nawards,awards,,untestable,,,,,,\r\n"))
    #expect(csv.contains("\r\nseventy-five-percent,electricity,-0.75,"))
  }

  @Test("what is no claim ends with 64 and says how to write one")
  func wrongClaim() throws {
    let run = try Program.run(["claim", "listrk -5%", "scenarios/west-java-mkd"])
    #expect(run.exitCode == 64)
    #expect(run.complaints.contains("Maksud Anda \"listrik\"?"))
    #expect(run.output.isEmpty)
  }

  @Test("switch refuses a policy that is not there and an outcome without a direction")
  func switching() throws {
    let common = ["switch", "scenarios/jakarta-year-end", "--lang", "en"]
    #expect(
      try Program.run(common + ["--policy", "nothing"]).exitCode == 65)
    #expect(
      try Program.run(
        common + ["--policy", "dki-year-end-wfa", "--outcome", "desk_need"]
      ).exitCode == 64)
  }
}
