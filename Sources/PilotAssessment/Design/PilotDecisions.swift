public import Statistics

/// How often a plan's pilots end in each decision of a rule fixed beforehand.
public struct PilotDecisions: Sendable {
  /// Which effect pilots are made up with; raw values are the identifiers of files.
  public enum Effect: String, CaseIterable, Sendable {
    /// Nothing changes.
    case none
    /// Every treated cell is worse by the rule's limit, the smallest change that matters.
    case atLimit = "at_limit"
    /// Each trial's own effects.
    case expected
  }

  /// The shares of trials that end in each decision under one effect.
  public struct Chances: Equatable, Sendable {
    /// The mean true effect on treated cells, in the outcome's unit.
    public let effect: Double
    /// The share that is to continue.
    public let continued: Double
    /// The share that is to be extended.
    public let extended: Double
    /// The share that is to stop.
    public let stopped: Double
    /// The share in which some treated unit is stopped on its own before the end, whatever is
    /// decided on the pilot then.
    public let someUnitStopped: Double
  }

  /// The rule.
  public let rule: PilotRule
  /// How many pilots were made up.
  public let trials: Int
  private let chances: [Effect: Chances]

  /// Analyses pilots and decides on each; the lots and exchanges are those of ``PilotPower`` with
  /// the same key.
  ///
  /// - Throws: ``AssessmentRefusal`` if effects can't be told under this plan.
  public init(
    _ rule: PilotRule, _ plan: PilotPlan, trials: [PilotTrial], draws: Int, key: RandomKey
  ) throws(AssessmentRefusal) {
    let analysis = try PlanAnalysis(plan, draws: draws, key: key.child("exchanges"))
    let found = trials.enumerated().map { number, trial in
      AnalysedTrial(analysis, trial, number: number, key: key)
    }
    self.rule = rule
    self.trials = trials.count
    let decider = Decider(rule: rule, analysis: analysis)
    let truth = found.reduce(0) { $0 + $1.truth } / Double(max(found.count, 1))
    chances = [
      .none: Self.chances(of: 0, found.map { decider.decision($0, adding: 0) }),
      .atLimit: Self.chances(
        of: rule.effectAtLimit, found.map { decider.decision($0, adding: rule.effectAtLimit) }),
      .expected: Self.chances(of: truth, found.map { decider.decision($0, adding: nil) }),
    ]
  }

  /// The chances under an effect.
  public subscript(effect: Effect) -> Chances {
    guard let chances = chances[effect] else { preconditionFailure("no \(effect.rawValue)") }
    return chances
  }

  private enum Verdict { case continued, extended, stopped }

  private static func chances(
    of effect: Double, _ decisions: [(verdict: Verdict, someUnitStopped: Bool)]
  ) -> Chances {
    func share(_ isCounted: ((verdict: Verdict, someUnitStopped: Bool)) -> Bool) -> Double {
      Double(decisions.count(where: isCounted)) / Double(max(decisions.count, 1))
    }
    return Chances(
      effect: effect, continued: share { $0.verdict == .continued },
      extended: share { $0.verdict == .extended }, stopped: share { $0.verdict == .stopped },
      someUnitStopped: share { $0.someUnitStopped })
  }

  /// Applies the rule to analysed trials.
  private struct Decider {
    let rule: PilotRule
    let analysis: PlanAnalysis

    /// The decision on a trial with a constant effect added to its treated cells, or its own (nil).
    ///
    /// Adding δ moves every test as testing the limit less δ does.
    func decision(
      _ trial: AnalysedTrial, adding effect: Double?
    ) -> (verdict: Verdict, someUnitStopped: Bool) {
      let finding = effect == nil ? trial.with : trial.without
      let p = analysis.pByLot(finding, of: rule.effectAtLimit - (effect ?? 0))
      let verdict: Verdict =
        p > PanelAssessment.level
        ? .extended : rule.isBeyond(finding.effect + (effect ?? 0)) ? .stopped : .continued
      return (verdict, someUnitStops(trial, adding: effect))
    }

    private func someUnitStops(_ trial: AnalysedTrial, adding effect: Double?) -> Bool {
      let times = analysis.plan.times
      return analysis.plan.firstTreated.enumerated().contains { place, start in
        guard let start else { return false }
        let cells = (place * times)..<((place + 1) * times)
        guard let effect else { return rule.stops(trial.outcome[cells], from: start) }
        let shown = cells.map { cell in
          trial.untreated[cell] + (cell - place * times >= start ? effect : 0)
        }
        return rule.stops(shown[...], from: start)
      }
    }
  }
}
