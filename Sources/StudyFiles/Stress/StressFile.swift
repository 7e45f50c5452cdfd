import HybridWork
import Simulation

/// Reads hard times that policies are tried on.
enum StressFile {
  /// A test and the place of its identifier.
  struct PlacedTest {
    let test: StressTest
    let place: YAMLValue
  }

  /// The tests; nil if the file or one of them cannot be read, which is reported.
  static func load(
    _ input: InputFile, services: [Service], log: DiagnosticLog
  ) -> [PlacedTest]? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      var seen = SeenNames(.definitions)
      return keys.required("tests")?.each { entry in
        entry.mapping { keys in
          let place = keys.required("id")
          return test(keys, at: place, services: services.map(\.id), seen: &seen)
            .flatMap { test in place.map { PlacedTest(test: test, place: $0) } }
        }
      }
    }
  }

  private static func test(
    _ keys: YAMLMapping, at place: YAMLValue?, services: [String], seen: inout SeenNames
  ) -> StressTest? {
    let id = place?.text()
    let title = keys.required("title")?.bilingual()
    let strains = keys.required("strains")?.each { $0.mapping { strain($0, services) } }
    let provenance = keys.provenance()
    guard let place, let id, seen.isNew(id, at: place), let title, let strains, let provenance
    else { return nil }
    return StressTest(id: id, title: title, strains: strains, provenance: provenance)
  }

  private static func strain(_ keys: YAMLMapping, _ services: [String]) -> StressTest.Strain? {
    let kind: StressTest.Kind?
    switch keys.alternative([
      ["arrivals_factor"], ["flood_staff_share"], ["epidemic_sick_factor"], ["outage"],
    ]) {
    case 0:
      let factor = keys.required("arrivals_factor")?.number(in: 0.1...10)
      let place = keys.optional("services")
      let named = place?.each { $0.text() }
      for (name, value) in zip(named ?? [], place?.list() ?? []) where !services.contains(name) {
        value.complain(
          .study(.stressOfUnlistedService(name, nearest: NearestName.find(name, in: services))),
          severity: .warning)
      }
      guard let factor, (place == nil) == (named == nil) else { return nil }
      kind = .arrivals(factor: factor, services: named)
    case 1: kind = keys.required("flood_staff_share")?.share().map { .flood(staffShare: $0) }
    case 2:
      kind = keys.required("epidemic_sick_factor")?.number(in: 1...50)
        .map { .epidemic(sickFactor: $0) }
    case 3: kind = keys.required("outage").flatMap(outage)
    default: kind = nil
    }
    let days = days(keys)
    guard let kind, let days else { return nil }
    return StressTest.Strain(kind, on: days)
  }

  /// The strain of an outage; `false` would be none, which is left out instead.
  private static func outage(_ value: YAMLValue) -> StressTest.Kind? {
    guard let isOut = value.flag() else { return nil }
    guard isOut else {
      value.complain(.study(.noOutage))
      return nil
    }
    return .outage
  }

  /// `weekday`, or `from` and `to`, or neither for the whole calendar.
  private static func days(_ keys: YAMLMapping) -> StressTest.Days? {
    if let weekday = keys.optional("weekday") {
      for key in ["from", "to"] {
        guard let date = keys.optional(key) else { continue }
        date.complain(.key(.excludesOther(key: "weekday", other: key)))
        return nil
      }
      return weekday.weekday().map { .weekday($0) }
    }
    guard keys.has("from") || keys.has("to") else {
      _ = [keys.optional("from"), keys.optional("to")]
      return .all
    }
    _ = keys.required("to")
    guard let period = keys.period(from: "from", through: "to"), let last = period.through else {
      return nil
    }
    return .dates(period.from...last)
  }
}
