import Exploration
import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("What pilots found")
struct PilotEvidenceFileTests {
  private func read(_ text: String) -> (evidence: [PilotEvidence]?, complaints: [String]) {
    let log = DiagnosticLog()
    let evidence = PilotEvidenceFile.read(SourceFile(name: "e.yaml", bytes: text.utf8), log: log)
    return (evidence, log.diagnostics.map { $0.text(in: .english) })
  }

  private let entry = """
    evidence:
      - outcome: output_change
        unit: share
        policy: mkd-boxes-45789
        units: [Biro Organisasi, Biro Umum]
        treated_units: 4
        estimand: offer
        estimate: 0.012
        std_error: 0.02
        df: 5.5
        inference: cr2
        place: own
        source: "a pilot"
        date: 2024-07-01
        confidence: D

    """

  @Test("every key is read")
  func sound() throws {
    let (evidence, complaints) = read(entry)
    #expect(complaints == [])
    let first = try #require(evidence?.first)
    #expect(first.outcome == .outputChange)
    #expect(first.groups == [.unit("Biro Organisasi"), .unit("Biro Umum")])
    #expect(first.treatedUnits == 4)
    #expect(first.degreesOfFreedom == 5.5)
    #expect(first.inference == .cr2)
    #expect(first.place == .own)
    #expect(first.provenance.source == "a pilot")
  }

  @Test("evidence from elsewhere states how far agencies differ")
  func elsewhere() {
    let elsewhere = entry.replacing("place: own", with: "place: elsewhere\n    transfer_sd: 0.05")
    #expect(read(elsewhere).evidence?.first?.place == .elsewhere(transferDeviation: 0.05))
    let silent = read(entry.replacing("place: own", with: "place: elsewhere"))
    #expect(silent.evidence == nil)
    #expect(silent.complaints.contains { $0.contains("transfer_sd") })
  }

  @Test("another unit of measure, an unknown key and an error of 0 are refused where they stand")
  func refusals() {
    let unit = read(entry.replacing("unit: share", with: "unit: percent"))
    #expect(unit.evidence == nil)
    #expect(unit.complaints.contains { $0.hasPrefix("e.yaml:3:11:") })
    let key = read(entry.replacing("df: 5.5", with: "dof: 5.5"))
    #expect(key.complaints.contains { $0.hasPrefix("e.yaml:10:5:") })
    let zero = read(entry.replacing("std_error: 0.02", with: "std_error: 0"))
    #expect(zero.evidence == nil)
    #expect(zero.complaints.contains { $0.hasPrefix("e.yaml:9:16:") })
  }
}
