import HybridWork
import Simulation

extension Study {
  /// The study with one policy against the baseline, without services unless the outcome or a safeguard
  /// looks at them: waits take most of a run.
  func pair(_ policy: Policy, by outcome: Outcome) -> Study {
    let pair = comparing([policy])
    let needsServices =
      outcome.isOfServices || pair.scenarios.contains { !$0.levers.safeguards.isEmpty }
    return needsServices ? pair : pair.withoutServices
  }
}
