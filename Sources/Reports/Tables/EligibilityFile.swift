public import HybridWork
public import Simulation

/// `eligibility-counts.csv`: how many people each rule of each policy keeps out.
public enum EligibilityFile {
  /// The file's text.
  ///
  /// One line a rule, then one line `all-rules`, whose `passed` counts the eligible and whose bounds
  /// are the eligible if everyone not assessable failed or passed. Counts below the study's smallest
  /// group are suppressed: an empty field, as is the count that would give them away; whom one rule
  /// alone keeps out is shown beside a shown count of all it keeps out. A rule that is
  /// not in force on the policy's day has no counts. An exception's line `exception:ID` has its
  /// effect under `unassessed_means`, and under `passed` the people it decides about.
  public static func text(_ result: StudyResult, language: Language) -> String {
    var csv = CSVText(header: [
      "scenario", "rule", "text", "reference", "unassessed_means", "people", "passed", "failed",
      "unassessed", "failed_only_this", "lower_bound", "upper_bound", "in_force",
    ])
    let smallest = result.study.reporting.smallestGroup
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let decisions = result.decisions[scenario]
      for (index, rule) in decisions.rules.enumerated() {
        let isInForce = decisions.isInForce[index]
        csv.add(
          [
            policy.id, rule.id, rule.text[language], rule.reference, rule.unassessed.rawValue,
            String(decisions.count),
          ] + (isInForce ? counts(decisions, rule: index, smallest) : ["", "", "", ""])
            + ["", "", String(isInForce)])
      }
      for (index, exception) in decisions.exceptions.enumerated() {
        let people = decisions.count(decidedByException: index)
        let parts = shown([people, decisions.count - people], smallest)
        csv.add(
          [
            policy.id, "exception:\(exception.id)", exception.text[language],
            exception.reference, exception.effect.rawValue, String(decisions.count), parts[0],
          ] + ["", "", "", "", "", "true"])
      }
      csv.add(
        [policy.id, "all-rules", "", policy.reference, "", String(decisions.count)]
          + allRules(decisions, smallest) + [""])
    }
    return csv.text
  }

  private static func counts(
    _ decisions: EligibilityDecisions, rule: Int, _ smallest: Int
  ) -> [String] {
    let counts = decisions.counts(ofRule: rule)
    let parts = shown([counts.passed, counts.failed, counts.unassessed], smallest)
    let only = String(counts.failedOnlyThis)
    // Whom the rule keeps out at all: shown beside the count, they would give away a hidden part.
    let keepsUnassessed = decisions.rules[rule].unassessed == .fail
    let kept = counts.failed + (keepsUnassessed ? counts.unassessed : 0)
    let isKeptHidden = keepsUnassessed ? parts[0].isEmpty : parts[1].isEmpty
    let others = kept - counts.failedOnlyThis
    return parts + [
      isKeptHidden || shown([counts.failedOnlyThis, others], smallest)[0].isEmpty ? "" : only
    ]
  }

  /// The eligible, the others, and the bounds; a bound is hidden with few people on either side.
  private static func allRules(_ decisions: EligibilityDecisions, _ smallest: Int) -> [String] {
    let eligible = decisions.eligibleCount
    let bounds = [decisions.bounds.lower, decisions.bounds.upper].map { bound in
      shown([bound, decisions.count - bound], smallest)[0]
    }
    return shown([eligible, decisions.count - eligible], smallest) + ["", ""] + bounds
  }

  /// Counts that sum to the staff; those too small are left empty, and what would give them away.
  private static func shown(_ counts: [Int], _ smallest: Int) -> [String] {
    zip(counts, SmallCells.hidden(counts, smallest: smallest)).map { $1 ? "" : String($0) }
  }
}
