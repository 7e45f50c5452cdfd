import HybridWork
public import Simulation

/// A study's worlds weighed anew by what pilots found.
///
/// For every piece of evidence each world predicts the mean over the named groups of policy less
/// baseline, averaged over its replications. A world counts by the product of how likely these
/// predictions make the estimates. Nothing is run again, and nothing outside the study's assumptions
/// can be learnt: if no world comes near an estimate, few are left and the posterior is refused.
public struct Posterior: Sendable {
  /// An earlier forecast beside what a pilot found.
  public struct Forecast: Equatable, Sendable {
    /// What the pilot found.
    public let evidence: PilotEvidence
    /// What the study's worlds had said before, all counting alike.
    public let predicted: WeightedSummary
    /// The share of worlds that predicted less than the estimate.
    public let shareBelow: Double
  }

  /// By world.
  public let weights: PosteriorWeights
  /// In the order of the evidence.
  public let scorecard: [Forecast]
  private let result: StudyResult

  /// Weighs the worlds of a result.
  ///
  /// - Throws: What does not fit, or that too few worlds are left.
  public init(_ result: StudyResult, _ evidence: [PilotEvidence]) throws(PosteriorError) {
    self.result = result
    var logs = Array(repeating: 0.0, count: result.study.run.worlds)
    var scorecard: [Forecast] = []
    for (index, entry) in evidence.enumerated() {
      try Self.check(entry, index + 1)
      let predictions = try Self.predictions(result, entry, index + 1)
      for world in logs.indices { logs[world] += entry.logLikelihood(predictions[world]) }
      scorecard.append(
        Forecast(
          evidence: entry,
          predicted: WeightedSummary(predictions, weights: predictions.map { _ in 1 }),
          shareBelow: Double(predictions.count { $0 < entry.estimate })
            / Double(predictions.count)))
    }
    self.scorecard = scorecard
    weights = PosteriorWeights(logLikelihoods: logs)
    let effective = weights.effectiveSampleSize
    guard effective >= PosteriorWeights.fewestEffective else {
      throw .tooFewWorlds(effective: effective, needed: PosteriorWeights.fewestEffective)
    }
  }

  private static func check(_ entry: PilotEvidence, _ number: Int) throws(PosteriorError) {
    guard entry.estimand == .offer else { throw .otherEstimand(entry: number) }
    guard ["share", "minutes", "days/week"].contains(entry.outcome.unit) else {
      throw .isTotal(entry: number, entry.outcome)
    }
    guard let fewest = entry.fewestUnits, entry.treatedUnits >= fewest else {
      throw .invalidInference(entry: number, entry.inference, fewest: entry.fewestUnits)
    }
  }

  /// By world: policy less baseline, the mean over the groups and replications.
  private static func predictions(
    _ result: StudyResult, _ entry: PilotEvidence, _ number: Int
  ) throws(PosteriorError) -> [Double] {
    guard let policy = result.study.policies.firstIndex(where: { $0.id == entry.policy }) else {
      throw .unknownPolicy(entry: number, entry.policy)
    }
    let run = result.study.run
    var predictions = Array(repeating: 0.0, count: run.worlds)
    for group in entry.groups {
      let key = OutcomeKey(entry.outcome, group)
      let changed = result.samples.samples(key, scenario: policy + 1)
      let before = result.samples.samples(key, scenario: 0)
      guard changed.count == run.worlds * run.replications else {
        throw .notReported(entry: number, entry.outcome, group: group.label)
      }
      for world in 0..<run.worlds {
        for sample in (world * run.replications)..<((world + 1) * run.replications) {
          predictions[world] +=
            (changed[sample] - before[sample]) / Double(run.replications * entry.groups.count)
        }
      }
    }
    guard predictions.allSatisfy(\.isFinite) else {
      throw .notReported(
        entry: number, entry.outcome, group: entry.groups.map(\.label).joined(separator: ", "))
    }
    return predictions
  }

  /// The difference of a scenario from the baseline before and after the evidence.
  ///
  /// nil if the study does not report the outcome or it is nowhere defined.
  public func difference(
    _ key: OutcomeKey, scenario: Int
  ) -> (before: WeightedSummary, after: WeightedSummary)? {
    let values = zip(
      result.samples.samples(key, scenario: scenario), result.samples.samples(key, scenario: 0)
    ).map { $0 - $1 }
    guard values.contains(where: { !$0.isNaN }) else { return nil }
    let replications = result.study.run.replications
    return (
      WeightedSummary(values, weights: values.map { _ in 1 }),
      WeightedSummary(values, weights: values.indices.map { weights.values[$0 / replications] })
    )
  }
}
