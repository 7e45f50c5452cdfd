import HybridWork

/// Reads a file of meetings and official travel.
enum MeetingsFile {
  /// The plans; nil if the file or one of them cannot be read, which is reported.
  static func load(_ input: InputFile, log: DiagnosticLog) -> [MeetingPlan]? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      let provenance = keys.provenance()
      var seen = SeenNames(.definitions)
      let plans = keys.required("meetings")?.each { entry in
        entry.mapping { plan($0, seen: &seen) }
      }
      return provenance == nil ? nil : plans
    }
  }

  private static func plan(_ keys: YAMLMapping, seen: inout SeenNames) -> MeetingPlan? {
    let place = keys.required("place")
    let name = place?.text()
    func number(_ key: String, _ range: ClosedRange<Double>) -> Double? {
      keys.required(key)?.number(in: range)
    }
    let meetings = number("meetings_per_year", 0...10_000)
    let travellers = number("travellers", 0...1000)
    let days = number("days", 0...60)
    let nights = number("nights", 0...60)
    let kilometres = number("km", 0...20_000)
    let catered = number("catered", 0...10_000)
    guard let place, let name, seen.isNew(name, at: place), let meetings, let travellers,
      let days, let nights, let kilometres, let catered
    else { return nil }
    return MeetingPlan(
      place: name, meetingsPerYear: meetings,
      trip: MeetingPlan.Trip(
        travellers: travellers, days: days, nights: nights, kilometres: kilometres),
      catered: catered)
  }
}
