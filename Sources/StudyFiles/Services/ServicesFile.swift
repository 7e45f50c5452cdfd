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

  /// Reads the file and the logs and shapes it names; nil if it can't be opened or isn't
  /// well-formed.
  static func load(_ input: InputFile, folder: StudyFolder) -> Contents? {
    YAMLFile.read(path: input.path, name: input.name, log: folder.log) { keys in
      let sources = ServiceSources(keys, folder: folder)
      let entries = keys.required("services")?.list(mayBeEmpty: true)
      var seen = SeenNames(.definitions)
      let services = (entries ?? []).compactMap { entry in
        entry.mapping { service($0, sources: sources, seen: &seen) }
      }
      return Contents(services: services, isComplete: services.count == entries?.count)
    }
  }

  private static func service(
    _ keys: YAMLMapping, sources: ServiceSources, seen: inout SeenNames
  ) -> PlacedService? {
    let place = keys.required("id")
    let id = place?.text()
    let title = keys.required("title")?.bilingual()
    let need: (kind: Service.Kind, openOn: Set<Weekday>)?
    switch keys.alternative([counterKeys, ["posts"], ["backlog"]]) {
    case 0: need = CounterReader(keys, sources: sources).read()
    case 1: need = keys.required("posts")?.mapping(posts)
    case 2: need = keys.required("backlog")?.mapping(BacklogReader.read)
    default: need = nil
    }
    let districtPlace = keys.optional("district")
    let district = districtPlace?.text()
    let provenance = keys.provenance()
    guard let place, let id, seen.isNew(id, at: place), isUsable(id, at: place), let title,
      let need, let provenance, (districtPlace == nil) == (district == nil)
    else { return nil }
    let service = Service(
      id: id, title: title, kind: need.kind, openOn: need.openOn, provenance: provenance,
      district: district)
    return PlacedService(service: service, place: place)
  }

  private static let counterKeys = [
    "profile", "open", "arrivals", "shape", "counters", "visitors_per_day", "handling_minutes",
  ]

  /// Whether the register can name the service among others in one cell.
  private static func isUsable(_ id: String, at place: YAMLValue) -> Bool {
    guard id.contains(StaffPools.separator) else { return true }
    place.complain(.service(.separatorInName(id)))
    return false
  }

  private static func posts(_ keys: YAMLMapping) -> (kind: Service.Kind, openOn: Set<Weekday>)? {
    let minimum = keys.required("minimum")?.integer(in: 1...100_000)
    let shifts = keys.optional("shifts").map { $0.integer(in: 1...3) } ?? 1
    let days = keys.required("days")?.weekdays(of: Weekday.serviceWeek)
    guard let minimum, let shifts, let days else { return nil }
    return (.posts(minimum: minimum, shifts: shifts), days)
  }
}
