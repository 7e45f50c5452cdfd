import HybridWork
import Simulation

/// A study and the tables of one run of it: words from the one, numbers from the other.
///
/// What a report says by a rule of its own, such as which policy leads, is decided here from what the
/// tables say, so that a page of the run and a document made from the folder later say the same.
struct WrittenStudy {
  let study: Study
  let written: WrittenResults

  /// The places of the policies among the scenarios, without the baseline.
  var policies: Range<Int> { 1..<study.scenarios.count }

  func policy(_ scenario: Int) -> Policy { study.scenarios[scenario] }

  func id(_ scenario: Int) -> String { policy(scenario).id }

  func figure(_ scenario: Int, _ column: String) -> Figure? {
    written.figure(.scenarios, [id(scenario)], column)
  }

  func range(_ scenario: Int, _ prefix: String) -> FigureRange? {
    written.range(.scenarios, [id(scenario)], prefix)
  }

  func level(_ outcome: Outcome, _ scenario: Int, group: String = "all") -> FigureRange? {
    written.range(.outcomes, [id(scenario), group, outcome.rawValue])
  }

  func difference(_ outcome: Outcome, _ scenario: Int, group: String = "all") -> FigureRange? {
    written.range(.outcomes, [id(scenario), group, outcome.rawValue], "difference_")
  }

  /// The verdict by the study's thresholds; nil where it sets none.
  func verdict(_ scenario: Int) -> Verdict? {
    switch written.text(.scenarios, [id(scenario)], "verdict") {
    case "safe": .safe
    case "watch": .watch
    case "refuse": .refuse
    default: nil
    }
  }

  /// Whether a policy keeps to the norms in force at its date.
  func conforms(_ scenario: Int) -> Bool {
    written.text(.scenarios, [id(scenario)], "legal_status") != "exceeds"
  }

  /// The thresholds that a policy does not keep safely, by the rule of the verdict, with what was
  /// judged.
  func unsafeReadings(_ scenario: Int) -> [(threshold: Threshold, judged: FigureRange)] {
    study.reporting.thresholds.compactMap { threshold in
      let judged =
        threshold.comparison == .level
        ? level(threshold.outcome, scenario) : difference(threshold.outcome, scenario)
      guard let judged else { return nil }
      let isSafe: Bool
      switch threshold.outcome.direction {
      case .minimise: isSafe = judged.high.value <= threshold.safe
      case .maximise, .info: isSafe = judged.low.value >= threshold.safe
      }
      return isSafe ? nil : (threshold, judged)
    }
  }
}
