public import HybridWork
public import Simulation

/// `eligibility-counts.csv`: how many people each rule of each policy keeps out.
public enum EligibilityFile {
  /// The file's text.
  ///
  /// One line a rule, then one line `all-rules`, whose `passed` counts the eligible and whose bounds
  /// are the eligible if everyone not assessable failed or passed. Counts below the study's smallest
  /// group are suppressed: an empty field, as is the count that would give them away.
  public static func text(_ result: StudyResult, language: Language) -> String {
    var csv = CSVText(header: [
      "scenario", "rule", "text", "reference", "unassessed_means", "people", "passed", "failed",
      "unassessed", "failed_only_this", "lower_bound", "upper_bound",
    ])
    let smallest = result.study.reporting.smallestGroup
    func shown(_ counts: [Int]) -> [String] {
      let hidden = counts.map { $0 > 0 && $0 < smallest }
      return counts.indices.map { hidden[$0] ? "" : String(counts[$0]) }
    }
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let decisions = result.decisions[scenario]
      for (index, rule) in decisions.rules.enumerated() {
        let counts = decisions.counts(ofRule: index)
        let parts = [counts.passed, counts.failed, counts.unassessed]
        // With one small part hidden the largest goes too, else subtraction would reveal it.
        var texts = shown(parts)
        if texts.count(where: \.isEmpty) == 1,
          let largest = parts.indices.max(by: { parts[$0] < parts[$1] })
        {
          texts[largest] = ""
        }
        csv.add(
          [
            policy.id, rule.id, rule.text[language], rule.reference, rule.unassessed.rawValue,
            String(decisions.count),
          ] + texts + shown([counts.failedOnlyThis]) + ["", ""])
      }
      let bounds = decisions.bounds
      let eligible = decisions.eligibleCount
      csv.add(
        [policy.id, "all-rules", "", policy.reference, "", String(decisions.count)]
          + shown([eligible, decisions.count - eligible]) + ["", ""]
          + shown([bounds.lower, bounds.upper]))
    }
    return csv.text
  }
}
