public import HybridWork
public import Simulation

/// Simulates a policy week by week and asks when its guardrails would give the alarm.
///
/// Each week of the calendar is counted on its own, with the luck it has within the whole calendar:
/// spells of absence run on from week to week, and worlds stay the same.
public struct TriggerRun: Sendable {
  private let study: Study
  private let policy: Policy
  private let triggers: [Trigger]
  private let worse: [Worsening]

  /// Prepares a policy with its guardrails.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - policy: The policy guarded.
  ///   - triggers: The guardrails; each service they name is one of the study's.
  ///   - worse: What they are to notice.
  public init(_ study: Study, policy: Policy, triggers: [Trigger], worse: [Worsening]) {
    self.study = study.comparing([policy])
    self.policy = policy
    self.triggers = triggers
    self.worse = worse
  }

  /// Simulates every week as assumed and under everything worse.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: The alarms.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> TriggerResult {
    let weeks = study.calendar.wholeWeeks
    var states: [TriggerResult.State] = []
    for (place, worsening) in ([nil] + worse.map { $0 }).enumerated() {
      let study = worsening.map(self.worsened) ?? study
      var values: [[[Double]]] = triggers.map { _ in [] }
      for (number, week) in weeks.enumerated() {
        progress(
          (Double(place) + Double(number) / Double(weeks.count)) / Double(worse.count + 1))
        let run = try StudyRun(study.continuing(week))
        let samples = run.run(threads: threads, grid: grid).samples
        for (trigger, rule) in triggers.enumerated() {
          let key = OutcomeKey(rule.outcome, rule.service.map { .service($0) } ?? .all)
          values[trigger].append(samples.samples(key, scenario: 1))
        }
      }
      states.append(TriggerResult.State(worse: worsening, alarms: alarms(values)))
    }
    return TriggerResult(
      policy: policy, triggers: triggers, weeks: weeks.count, states: states)
  }

  private func worsened(_ worsening: Worsening) -> Study {
    switch worsening {
    case .test(let test): study.under(test)
    case .assumption(let id, let value): study.fixing(id, at: value)
    }
  }

  /// The alarm of each trigger in each calendar, then the first of any.
  private func alarms(_ values: [[[Double]]]) -> [[Int?]] {
    let count = study.run.worlds * study.run.replications
    let own = zip(triggers, values).map { trigger, weeks in
      (0..<count).map { sample in trigger.alarm(weeks.lazy.map { $0[sample] }) }
    }
    let any = (0..<count).map { sample in own.compactMap { $0[sample] }.min() }
    return own + [any]
  }
}
