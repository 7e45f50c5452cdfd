import HybridWork
public import Simulation

/// `coverage.csv`: every policy × service × weekday × half hour, the data of a heat map.
public enum CoverageFile {
  /// The file's text.
  ///
  /// Averages over the open days of all calendars. The fields about citizens are empty for posts,
  /// which are judged by the day; a backlog has no lines.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "service", "weekday", "half_hour", "need", "servers_mean", "coverage_mean",
      "arrivals_mean", "queue_mean", "wait_minutes_mean",
    ])
    let places = result.queues.cells.map { cell in
      let service = result.study.services[cell.service]
      return [service.id, cell.weekday.name, cell.time(of: service) ?? ""]
    }
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let coverage = result.coverage.means(scenario: scenario)
      for (place, names) in places.enumerated() where !coverage[place].isNaN {
        let day = result.queues.place(place, scenario: scenario)
        csv.add(
          [policy.id] + names
            + [
              day.need, day.servers, coverage[place], day.arrivals, day.queue,
              day.waitMinutesPerArrival,
            ].map(CSVText.number))
      }
    }
    return csv.text
  }
}
