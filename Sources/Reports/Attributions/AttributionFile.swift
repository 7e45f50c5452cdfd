public import Exploration
import HybridWork
import Simulation

/// `attribution.csv`: what each rule of a policy is responsible for, one line a rule and outcome.
public enum AttributionFile {
  /// The file's text.
  ///
  /// A line with a `reference` is about a gap: the group less the reference. What is suppressed is
  /// an empty field in a line that says so; an empty field elsewhere is not defined.
  public static func text(_ attribution: RuleAttribution) -> String {
    var csv = CSVText(header: [
      "outcome", "unit", "group", "reference", "rule", "share", "standard_error",
      "world_standard_error", "removal", "v_none", "v_all", "method", "n", "suppressed",
    ])
    let rules = attribution.policy.levers.eligibility
    for outcome in attribution.outcomes + attribution.groups + attribution.gaps {
      for (rule, share) in zip(rules, outcome.shares) {
        let numbers = [
          share?.value, share?.orderError, share?.worldError, share?.removal,
          outcome.ends?.withoutRules, outcome.ends?.withAllRules,
        ]
        csv.add(
          [
            outcome.outcome.rawValue, outcome.outcome.unit, outcome.group.label,
            outcome.reference?.label ?? "", rule.id,
          ] + numbers.map { CSVText.number($0 ?? .nan) } + [
            outcome.method.rawValue, String(outcome.count), share == nil ? "true" : "false",
          ])
      }
    }
    return csv.text
  }
}
