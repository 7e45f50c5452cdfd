import HybridWork
import Simulation

/// The service, weekday and half hour with the lowest expected coverage under a scenario.
struct WorstPlace {
  let results: WrittenStudy
  let scenario: Int

  /// The place as files name it; nil without services.
  var place: [String]? {
    let line = [results.id(scenario)]
    guard let service = results.written.text(.scenarios, line, "worst_service"),
      let weekday = results.written.text(.scenarios, line, "worst_weekday")
    else { return nil }
    return [service, weekday, results.written.text(.scenarios, line, "worst_half_hour") ?? ""]
  }

  /// The place in words; nil without services.
  var name: Bilingual? {
    guard let place else { return nil }
    let title =
      results.study.services.first { $0.id == place[0] }?.title
      ?? Bilingual(id: place[0], en: place[0])
    let day = Weekday(name: place[1])?.text ?? Bilingual(id: place[1], en: place[1])
    let time = place[2].isEmpty ? Self.time("") : Self.time(" \(place[2])")
    return Bilingual(
      id: "\(title.indonesian), \(day.indonesian)\(time.indonesian)",
      en: "\(title.english), \(day.english)\(time.english)")
  }

  /// The place and its coverage.
  var html: HTML {
    guard let name, let coverage = results.range(scenario, "worst_coverage_") else {
      return .both { HTML($0[.noServices]) }
    }
    return .given(name).followed(by: ": ").followed(by: coverage.html(.percent(decimals: 0)))
  }

  /// The same, in few words where it is as under the baseline.
  var comparedHTML: HTML {
    guard scenario > 0, isAsToday,
      let coverage = results.range(scenario, "worst_coverage_")
    else { return html }
    return .both(Bilingual(id: "seperti hari ini: ", en: "as today: "))
      .followed(by: coverage.html(.percent(decimals: 0)))
  }

  /// Whether place and coverage are the baseline's, to half a percentage point.
  var isAsToday: Bool {
    let today = WorstPlace(results: results, scenario: 0)
    guard let own = results.figure(scenario, "worst_coverage_mean"),
      let baseline = results.figure(0, "worst_coverage_mean")
    else { return false }
    return place == today.place && abs(own.value - baseline.value) < 0.005
  }

  /// A half hour of a file with the mark of each language; a shift as it is.
  static func time(_ text: String) -> Bilingual {
    Bilingual(id: text.replacing(":", with: "."), en: text)
  }
}
