import HybridWork
import StudyFiles

/// Input files of the tests, read under their bare names.
enum FixtureFile {
  static func path(_ name: String, here: String = #filePath) -> String {
    here.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/Fixtures/" + name
  }

  /// The complaints as a planner sees them.
  static func complaints(
    _ log: DiagnosticLog, in language: Language = .english
  ) -> [String] {
    log.diagnostics.map { $0.text(in: language) }
  }

  /// The complaints without their sentences: place, key path and problem.
  static func problems(_ log: DiagnosticLog) -> [Problem] { log.diagnostics.map(\.problem) }
}

/// Random numbers for tests (Knuth's MMIX generator, upper bits).
struct TestDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
