public import Exploration
import HybridWork
import Simulation
import Statistics

/// `claims.csv`: what every policy reaches of every claim.
public enum ClaimFile {
  /// The file's text, one line a claim and policy; one line for a claim that is not modelled.
  ///
  /// Changes are relative, over expectations of worlds.
  public static func text(_ assessments: [ClaimAssessment]) -> String {
    var csv = CSVText(header: [
      "claim", "subject", "claimed_change", "verdict", "policy", "probability", "change_mean",
      "change_p05", "change_p95", "bound",
    ])
    for assessment in assessments {
      let claim = assessment.claim
      let head = [
        claim.id, claim.subject.rawValue,
        claim.subject.isModelled ? CSVText.number(claim.change) : "",
        assessment.verdict.rawValue,
      ]
      if assessment.policies.isEmpty { csv.add(head + Array(repeating: "", count: 6)) }
      for reach in assessment.policies {
        csv.add(
          head + [reach.policy.id]
            + [
              reach.probability, reach.change.mean, reach.change.p05, reach.change.p95, reach.bound,
            ].map(CSVText.number))
      }
    }
    return csv.text
  }
}
