import HybridWork
import Simulation

/// The service, weekday and half hour with the lowest expected coverage under a scenario.
struct WorstPlace {
  let context: ReportContext
  let scenario: Int

  /// The place as files name it; nil without services.
  var place: [String]? {
    let line = [context.id(scenario)]
    guard let service = context.written.text(.scenarios, line, "worst_service"),
      let weekday = context.written.text(.scenarios, line, "worst_weekday")
    else { return nil }
    return [service, weekday, context.written.text(.scenarios, line, "worst_half_hour") ?? ""]
  }

  /// The place and its coverage.
  var html: HTML {
    guard let place, let coverage = context.scenarioRange(scenario, "worst_coverage_") else {
      return .both { HTML($0[.noServices]) }
    }
    let title =
      context.study.services.first { $0.id == place[0] }?.title
      ?? Bilingual(id: place[0], en: place[0])
    let day = Weekday(name: place[1])?.text ?? Bilingual(id: place[1], en: place[1])
    let time = place[2].isEmpty ? Self.time("") : Self.time(" \(place[2])")
    return .given(
      Bilingual(
        id: "\(title.indonesian), \(day.indonesian)\(time.indonesian)",
        en: "\(title.english), \(day.english)\(time.english)")
    ).followed(by: ": ").followed(by: coverage.html(.percent(decimals: 0)))
  }

  /// The same, in few words where it is as under the baseline.
  var comparedHTML: HTML {
    guard scenario > 0, isAsToday,
      let coverage = context.scenarioRange(scenario, "worst_coverage_")
    else { return html }
    return .both(Bilingual(id: "seperti hari ini: ", en: "as today: "))
      .followed(by: coverage.html(.percent(decimals: 0)))
  }

  /// Whether place and coverage are the baseline's, to half a percentage point.
  var isAsToday: Bool {
    let today = WorstPlace(context: context, scenario: 0)
    guard let own = context.scenarioFigure(scenario, "worst_coverage_mean"),
      let baseline = context.scenarioFigure(0, "worst_coverage_mean")
    else { return false }
    return place == today.place && abs(own.value - baseline.value) < 0.005
  }

  /// A half hour of a file with the mark of each language; a shift as it is.
  static func time(_ text: String) -> Bilingual {
    Bilingual(id: text.replacing(":", with: "."), en: text)
  }
}
