import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Quotas, odds and evaluation in policy files")
struct PlacesTests {
  private func levers(_ edits: [(old: String, new: String)]) throws -> PolicyLevers {
    let folder = try StudyFolderFixture()
    for edit in edits {
      try folder.apply(
        BrokenInput.Edit(file: "policies/two-days.yaml", old: edit.old, new: edit.new))
    }
    let (loaded, log) = folder.load()
    #expect(log.diagnostics.isEmpty)
    return try #require(loaded).study.policies[0].levers
  }

  private static let cap = "cap: {share_of_unit_away: 0.5}"
  private static let source = "source: x, date: 2024-04-17, confidence: J"

  @Test("a quota may be a share or a head-count, with an order and beside a cap")
  func quotas() throws {
    let share = try levers([(Self.cap, "cap: {quota: {share: 0.3}}")])
    #expect(share.quota == Quota(.share(0.3), order: []))
    #expect(share.capShareOfUnitAway == nil)
    let people = try levers([
      (
        Self.cap,
        "cap: {share_of_unit_away: 0.4, quota: {people: 10}, order: [rotation, seniority]}"
      )
    ])
    #expect(people.quota == Quota(.people(10), order: [.rotation, .seniority]))
    #expect(people.capShareOfUnitAway == 0.4)
  }

  @Test("odds come with the way of take-up, each with its source")
  func odds() throws {
    let read = try levers([
      (
        Self.cap,
        """
        \(Self.cap)
        take_up:
          kind: voluntary
          odds:
            - {column: commute_km, per_10_km: 1.3, at_km: 10, \(Self.source)}
            - {column: sex, value: P, ratio: 1.0, \(Self.source)}
        """
      )
    ])
    #expect(
      read.takeUpOdds.map(\.modifier) == [
        .commute(per10Kilometres: 1.3, at: 10), .level(.sex, "P", ratio: 1),
      ])
    #expect(read.takeUpOdds[0].provenance.confidence == .judgement)
  }

  @Test("an evaluation is read with its score")
  func evaluation() throws {
    let read = try levers([
      (
        Self.cap,
        """
        \(Self.cap)
        evaluation: {line: 0.9, window_months: 1, lose_months: 3, noise_sd: 0.1, true_sd: 0.05, attendance_weight: 0.2, \(Self.source)}
        """
      )
    ])
    let evaluation = try #require(read.evaluation)
    #expect(evaluation.line == 0.9 && evaluation.windowMonths == 1 && evaluation.loseMonths == 3)
    #expect(evaluation.score.noiseSpread == 0.1 && evaluation.score.trueSpread == 0.05)
    #expect(evaluation.score.attendanceWeight == 0.2)
  }
}
