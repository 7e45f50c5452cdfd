import HybridWork
public import Simulation

/// `priority-waits.csv`: how long priority citizens and the others wait, estimated.
public enum PriorityFile {
  /// Whether any counter of a study has priority citizens.
  public static func isNeeded(for study: Study) -> Bool {
    study.services.contains { ($0.counter?.terms.priorityShare ?? 0) > 0 }
  }

  /// The file's text: one line a policy and counter with priority citizens.
  ///
  /// Minutes are estimates at planned demand, central assumptions and the policy's mean staff; they are
  /// the same for any number of `threads`, at least 1.
  public static func text(_ result: StudyResult, threads: Int = 1) -> String {
    var csv = CSVText(header: [
      "scenario", "service", "priority_share", "priority_wait_minutes", "ordinary_wait_minutes",
    ])
    for (policy, waits) in zip(result.study.scenarios, result.priorityWaits(threads: threads)) {
      for waits in waits {
        let service = result.study.services[waits.service]
        csv.add(
          [policy.id, service.id]
            + [
              service.counter?.terms.priorityShare ?? .nan, waits.priorityMinutes,
              waits.ordinaryMinutes,
            ].map(CSVText.number))
      }
    }
    return csv.text
  }
}
