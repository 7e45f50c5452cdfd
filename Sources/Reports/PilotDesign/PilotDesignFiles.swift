public import Exploration
import HybridWork
import PilotAssessment
import Statistics

/// The tables of a pilot's design: every plan that was tried, and the services as units.
public enum PilotDesignFiles {
  /// `pilot-power.csv`: one row a plan and test, blank where undefined.
  public static func powers(_ result: PilotDesignResult) -> String {
    var text = CSVText(header: [
      "outcome", "unit", "units", "treated", "months_before", "months", "start", "waves", "ways",
      "min_attainable_p", "test_at_5_percent", "inference", "power", "min_detectable_effect",
      "exaggeration", "sign_error", "true_effect", "spread", "trials", "recommended",
    ])
    for (place, power) in result.powers.enumerated() {
      let plan = power.plan
      for (name, test) in [("randomization", power.byLot), ("cr2", power.byFormula)] {
        let isLot = name == "randomization"
        text.add(
          [
            result.settings.outcome.rawValue, result.settings.outcome.unit, "\(plan.units)",
            "\(plan.treated)", "\(plan.timesBefore)", "\(plan.timesAfter)", plan.start.rawValue,
            "\(plan.waves)", CSVText.number(plan.ways),
            isLot ? CSVText.number(plan.minimumAttainableP) : "",
            isLot ? "\(plan.isTestPossible)" : "", name, CSVText.number(test.power),
            CSVText.number(test.minimumDetectableEffect ?? .nan),
            CSVText.number(test.exaggeration ?? .nan), CSVText.number(test.signError ?? .nan),
            CSVText.number(power.trueEffect), CSVText.number(power.spread), "\(power.trials)",
            "\(place == result.recommended)",
          ])
      }
    }
    return text.text
  }

  /// `pilot-decisions.csv`: how often the sheet's rule ends in each decision, one row an effect.
  public static func decisions(_ result: PilotDesignResult) -> String {
    var text = CSVText(header: [
      "case", "effect", "limit", "continue", "extend", "stop", "some_unit_stopped", "trials",
    ])
    for effect in PilotDecisions.Effect.allCases {
      let chances = result.decisions[effect]
      text.add(
        [effect.rawValue]
          + [
            chances.effect, result.decisions.rule.limit, chances.continued, chances.extended,
            chances.stopped, chances.someUnitStopped,
          ].map(CSVText.number) + ["\(result.decisions.trials)"])
    }
    return text.text
  }

  /// `pilot-units.csv`: the services that could take part, the fittest first.
  public static func units(_ result: PilotDesignResult) -> String {
    var text = CSVText(header: [
      "order", "service", "level", "month_deviation", "effect_mean", "effect_p05", "effect_p95",
      "in_recommended_plan", "drawn_as_treated",
    ])
    for (place, unit) in result.units.enumerated() {
      text.add(
        ["\(place + 1)", unit.service.id]
          + [
            unit.level, unit.monthDeviation, unit.effect.mean, unit.effect.p05, unit.effect.p95,
          ].map(CSVText.number) + [
            "\(place < result.best.plan.units)", "\(result.drawn.contains(place))",
          ])
    }
    return text.text
  }
}
