import HybridWork

/// Reads services to citizens and the profiles that counters share.
enum ServicesFile {
  /// A service and the place of its identifier.
  struct PlacedService {
    let service: Service
    let place: YAMLValue
  }

  /// The services that could be read, and whether those are all.
  struct Contents {
    let services: [PlacedService]
    let isComplete: Bool
  }

  /// Reads the file; nil if it cannot be opened or is not well-formed.
  static func load(_ input: InputFile, log: DiagnosticLog) -> Contents? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      let profiles = keys.optional("profiles").map(profiles) ?? [:]
      let entries = keys.required("services")?.list(mayBeEmpty: true)
      var seen = SeenNames(.definitions)
      let services = (entries ?? []).compactMap { entry in
        entry.mapping { service($0, profiles: profiles, seen: &seen) }
      }
      return Contents(services: services, isComplete: services.count == entries?.count)
    }
  }

  /// Profiles by name; nil for those that could not be read.
  private static func profiles(_ value: YAMLValue) -> [String: ServiceProfile?] {
    let profiles = value.mapping { keys in
      keys.all().map { entry in
        (entry.key.text() ?? "", entry.value.mapping(ServiceProfile.init))
      }
    }
    return Dictionary(profiles ?? [], uniquingKeysWith: { first, _ in first })
  }

  private static func service(
    _ keys: YAMLMapping, profiles: [String: ServiceProfile?], seen: inout SeenNames
  ) -> PlacedService? {
    let place = keys.required("id")
    let id = place?.text()
    let title = keys.required("title")?.bilingual()
    let need: (kind: Service.Kind, openOn: Set<Weekday>)?
    switch keys.alternative([["profile", "counters", "visitors_per_day"], ["posts"]]) {
    case 0: need = counter(keys, profiles)
    case 1: need = keys.required("posts")?.mapping(posts)
    default: need = nil
    }
    let districtPlace = keys.optional("district")
    let district = districtPlace?.text()
    let provenance = keys.provenance()
    guard let place, let id, seen.isNew(id, at: place), let title, let need, let provenance,
      (districtPlace == nil) == (district == nil)
    else { return nil }
    let service = Service(
      id: id, title: title, kind: need.kind, openOn: need.openOn, provenance: provenance,
      district: district)
    return PlacedService(service: service, place: place)
  }

  private static func counter(
    _ keys: YAMLMapping, _ profiles: [String: ServiceProfile?]
  ) -> (kind: Service.Kind, openOn: Set<Weekday>)? {
    let name = keys.required("profile")?.name(among: profiles.keys.sorted())
    let counters = keys.required("counters")?.integer(in: 1...1000)
    // 1.600 is sixteen hundred to an Indonesian planner, as in amounts of money.
    let visitors = keys.required("visitors_per_day")?.number(
      in: 0.1...1_000_000, isMoney: true)
    guard let name, let profile = profiles[name] ?? nil, let counters, let visitors else {
      return nil
    }
    let counter = CounterService(
      counters: counters,
      demand: CounterService.Demand(
        visitorsPerDay: visitors, weekdayWeights: profile.weekdayWeights,
        halfHourWeights: profile.halfHourWeights),
      halfHours: profile.halfHours, handlingMinutes: profile.handlingMinutes,
      standard: profile.standard)
    return (.counter(counter), profile.openOn)
  }

  private static func posts(_ keys: YAMLMapping) -> (kind: Service.Kind, openOn: Set<Weekday>)? {
    let minimum = keys.required("minimum")?.integer(in: 1...100_000)
    let days = keys.required("days")?.weekdays()
    guard let minimum, let days else { return nil }
    return (.posts(minimum: minimum), days)
  }
}
