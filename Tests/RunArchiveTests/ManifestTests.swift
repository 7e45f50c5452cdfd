import Foundation
import RunArchive
import Testing

@Suite("Manifests and hashes")
struct ManifestTests {
  /// Everything a run's identity rests on, each part to be changed by itself.
  private struct Parts {
    var version = "0.1.0"
    var study = "office"
    var seed: UInt64 = 7
    var worlds = 20
    var replications = 2
    var baseline = "today"
    var policies = ["two-days", "thursday"]
    var language = "id"
    var onBadRow: String?
    var inputs = [("study.yaml", "a"), ("staff.csv", "b")]
    var outputs = [("outcomes.csv", "c"), ("scenario-table.md", "d")]

    var manifest: Manifest {
      func entries(_ files: [(String, String)]) -> [Manifest.Entry] {
        files.map { Manifest.Entry(path: $0.0, hash: ContentHash(text: $0.1), kept: .tracked) }
      }
      var options = Manifest.Options(
        seed: seed, worlds: worlds, replications: replications, baseline: baseline,
        policies: policies, language: language)
      options.onBadRow = onBadRow
      return Manifest(
        version: version, study: study, options: options, inputs: entries(inputs),
        outputs: entries(outputs))
    }
  }

  @Test(
    "a hash is the SHA-256 of the bytes",
    arguments: [
      // FIPS 180-2, appendix B, and the well-known digest of nothing.
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func hashes(text: String, digits: String) {
    #expect(ContentHash(text: text).digits == digits)
    #expect(ContentHash(Array(text.utf8)) == ContentHash(text: text))
  }

  @Test("a run's identity is the hash of version, study, options, inputs and outcomes")
  func identity() {
    let hash = { (text: String) in ContentHash(text: text).digits }
    let parts = [
      "luwes 0.1.0", "study office", "seed 7", "worlds 20", "replications 2", "baseline today",
      "policies two-days,thursday", "study.yaml \(hash("a"))", "staff.csv \(hash("b"))",
      "outcomes.csv \(hash("c"))",
    ]
    #expect(Parts().manifest.runID == hash(parts.joined(separator: "\n")))
  }

  @Test("every part that decides the results changes the identity, and the language does not")
  func everyPartCounts() {
    let changes: [(inout Parts) -> Void] = [
      { $0.version = "0.1.1" }, { $0.study = "other" }, { $0.seed = 8 }, { $0.worlds = 21 },
      { $0.replications = 3 }, { $0.baseline = "other" }, { $0.policies = ["thursday"] },
      { $0.policies = ["thursday", "two-days"] }, { $0.inputs[1].1 = "B" },
      { $0.inputs[1].0 = "staff2.csv" }, { $0.inputs.removeLast() }, { $0.outputs[0].1 = "C" },
      { $0.onBadRow = "skip" },
    ]
    var identities = [Parts().manifest.runID]
    for change in changes {
      var parts = Parts()
      change(&parts)
      identities.append(parts.manifest.runID)
    }
    #expect(Set(identities).count == changes.count + 1)
    var translated = Parts()
    translated.language = "en"
    translated.outputs[1].1 = "D"
    #expect(translated.manifest.runID == identities[0])
  }

  @Test("a manifest written is read back whole, and says what is kept where")
  func roundTrip() throws {
    var parts = Parts()
    parts.onBadRow = "skip"
    let manifest = parts.manifest
    let json = try manifest.json()
    #expect(try JSONDecoder().decode(Manifest.self, from: Data(json.utf8)) == manifest)
    #expect(json.contains("\"run_id\" : \"\(manifest.runID)\""))
    #expect(json.contains("\"kept\" : \"tracked\""))
    #expect(json.contains("\"on_bad_row\" : \"skip\""))
    #expect(json.hasSuffix("}\n"))
  }
}
