import Foundation
import Testing

@Suite("luwes run of which nothing has changed")
struct KeptResultsTests {
  /// A copy of the scenarios with a cache of its own and one study's results.
  ///
  /// The study has no services, so that no counter days need be solved; it warns of that.
  private struct Place {
    let folder: TemporaryFolder
    let study: String

    init() throws {
      folder = try TemporaryFolder()
      for name in ["scenarios", "notebooks-data"] {
        try FileManager.default.copyItem(
          at: Program.root.appendingPathComponent(name),
          to: folder.url.appendingPathComponent(name))
      }
      study = folder.url.appendingPathComponent("scenarios/jakarta-year-end").path
      try Data("services: []\n".utf8).write(to: URL(fileURLWithPath: study + "/services.yaml"))
    }

    func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

    /// Runs the study into a folder; whether the results were taken from the cache is told.
    func run(
      _ options: [String] = [], to out: String = "out", environment: [String: String] = [:]
    ) throws -> (isTaken: Bool, outcome: Program.Outcome) {
      let variables = ["LUWES_CACHE": path("cache"), "LUWES_KEPT_RUNS": ""]
      let outcome = try Program.run(
        ["run", study, "--worlds", "2", "--replications", "1", "--policies", "dki-year-end-wfa"]
          + ["--lang", "en", "--out", path(out)] + options,
        environment: variables.merging(environment) { $1 })
      try #require(outcome.exitCode == 0, "\(outcome.complaints)")
      return (outcome.complaints.contains("were taken from the cache"), outcome)
    }

    func names(_ out: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: path(out)).sorted()
    }

    func append(_ text: String, to file: String) throws {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }
  }

  @Test("leaves the files, the table and the database record of the first, byte for byte")
  func sameBytes() throws {
    let place = try Place()
    let first = try place.run(["--database", place.path("first.sqlite")])
    let again = try place.run(
      ["--database", place.path("again.sqlite"), "--threads", "1"], to: "again")
    let computed = try place.run(["--no-cache"], to: "computed")
    #expect([first.isTaken, again.isTaken, computed.isTaken] == [false, true, false])
    let names = try place.names("out")
    #expect(names.count > 15 && names.contains("manifest.json"))
    for out in ["again", "computed"] {
      #expect(try place.names(out) == names)
      for name in names {
        let isSame = FileManager.default.contentsEqual(
          atPath: place.path("out/\(name)"), andPath: place.path("\(out)/\(name)"))
        #expect(isSame, "\(out)/\(name)")
      }
    }
    func table(_ outcome: Program.Outcome, _ out: String) -> String {
      outcome.output.replacing(place.path(out), with: "")
    }
    #expect(first.outcome.output.count > 1000)
    #expect(table(again.outcome, "again") == table(first.outcome, "out"))
    let added = again.outcome.complaints.replacing(
      "Nothing has changed since this study was run: its results were taken from the cache; "
        + "--no-cache computes them again.\n", with: "")
    #expect(added == first.outcome.complaints && added.contains("services: warning:"))
    let run = try #require(first.outcome.output.split(separator: " ").last).prefix(12)
    let recorded = try [("first", "out"), ("again", "again")].map { name, out in
      try Program.run(
        ["results", "show", String(run), "--database", place.path("\(name).sqlite")]
      ).output.replacing(place.path(out), with: "").split(separator: "\n")
        .filter { !$0.contains(":") || !$0.contains("202") }
    }
    #expect(recorded[0] == recorded[1] && recorded[0].count > 3)
  }

  @Test("says nothing when it is to be quiet")
  func quiet() throws {
    let place = try Place()
    let first = try place.run(["--quiet"])
    let again = try place.run(["--quiet"], to: "again")
    #expect(again.outcome.output == "")
    #expect(again.outcome.complaints == first.outcome.complaints)
    #expect(try place.names("again") == place.names("out"))
    // It was kept all the same.
    #expect(try place.run().isTaken)
  }

  @Test("is computed when any of its files differs, or one of its own comes before a shared one")
  func changedInputs() throws {
    let place = try Place()
    #expect(try !place.run(["--quiet"]).isTaken)
    #expect(try place.run().isTaken)
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: place.path("out/manifest.json"))))
    let inputs = try #require((manifest as? [String: Any])?["inputs"] as? [[String: String]])
    #expect(inputs.count > 8)
    for input in inputs.compactMap({ $0["path"] }) {
      try place.append(
        input.hasSuffix(".csv") ? "\n" : "# changed\n", to: "\(place.study)/\(input)")
      #expect(try !place.run().isTaken, "\(input)")
    }
    #expect(try place.run().isTaken)
    let shared = try #require(
      inputs.compactMap { $0["path"] }.first { $0.hasPrefix("../policies/") })
    let own = "\(place.study)/" + shared.dropFirst("../".count)
    try FileManager.default.createDirectory(
      atPath: "\(place.study)/policies", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: "\(place.study)/\(shared)", toPath: own)
    #expect(try !place.run().isTaken)
  }

  @Test("is computed when any option differs that changes a byte")
  func changedOptions() throws {
    let place = try Place()
    #expect(try !place.run().isTaken)
    let options = [
      ["--seed", "4"], ["--worlds", "3"], ["--replications", "2"],
      ["--sampling", "sobol", "--worlds", "8"],
      ["--lang", "id"], ["--set", "sick_share=0.05"], ["--assumption-set", "cautious"],
      ["--policies", "thursday-all"], ["--on-bad-row", "skip"], ["--no-cache"],
    ]
    for options in options {
      let other = try place.run(options)
      #expect(!other.isTaken, "\(options)")
      #expect(!other.outcome.complaints.contains("diambil dari simpanan"), "\(options)")
      // The first is used each time, so that it stays among those that are kept.
      #expect(try place.run().isTaken, "\(options)")
    }
  }

  @Test("is computed with other code for the processor, another place, or nothing to be kept")
  func changedCircumstances() throws {
    let place = try Place()
    #expect(try !place.run().isTaken)
    #expect(try !place.run(environment: ["OPENBLAS_CORETYPE": "Haswell"]).isTaken)
    #expect(try !place.run(environment: ["LUWES_KEPT_RUNS": "0"]).isTaken)
    #expect(try !place.run(environment: ["LUWES_CACHE": place.path("other")]).isTaken)
    #expect(try place.run().isTaken)
    let refused = try Program.run(
      ["run", place.study, "--out", place.path("out")], environment: ["LUWES_KEPT_RUNS": "few"])
    #expect(refused.exitCode == 64)
    #expect(refused.complaints.contains("LUWES_KEPT_RUNS takes a number of runs, not few."))
  }

  @Test("is computed, and says so, when what was kept is damaged")
  func damaged() throws {
    let place = try Place()
    #expect(try !place.run().isTaken)
    let entries = try FileManager.default.contentsOfDirectory(atPath: place.path("cache/runs"))
    #expect(entries.count == 1)
    try place.append("x", to: place.path("cache/runs/\(entries[0])/outcomes.csv"))
    let again = try place.run()
    #expect(!again.isTaken)
    #expect(again.outcome.complaints.contains("this cache file is damaged, computed anew"))
    let third = try place.run()
    #expect(third.isTaken && !third.outcome.complaints.contains("damaged"))
  }

  @Test("is computed for a part of the worlds, for personal data, and by verify")
  func neverKept() throws {
    let place = try Place()
    let personal = ["--on-bad-row", "skip", "--with-personal-data", place.path("rows")]
    for options in [personal, personal, ["--shard", "1/1"], ["--shard", "1/1"]] {
      #expect(try !place.run(options).isTaken)
    }
    #expect(!FileManager.default.fileExists(atPath: place.path("cache/runs")))
    #expect(try !place.run(to: "whole").isTaken)
    // A kept table that is not what the study gives is not what a study is verified by.
    let verified = try Program.run(
      ["verify", place.path("whole"), "--study", place.study, "--rerun", "--lang", "en"],
      environment: ["LUWES_CACHE": place.path("cache"), "LUWES_KEPT_RUNS": ""])
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaints)")
    #expect(!verified.complaints.contains("cache"))
  }
}
