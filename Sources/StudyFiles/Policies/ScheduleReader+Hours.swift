import HybridWork

/// The hours of a schedule's days, and where flexible days are worked.
extension ScheduleReader {
  /// The value of the key `hours`; nil if something in it is wrong.
  static func hours(_ value: YAMLValue) -> DayHours? {
    value.mapping { keys in
      let office = keys.required("office").flatMap(Self.span)
      let (onSitePlace, corePlace) = (keys.optional("on_site"), keys.optional("core"))
      let startPlace = keys.optional("flexible_start")
      let onSite = onSitePlace.map { Self.span($0) }
      let core = corePlace.map { Self.span($0) }
      let start = startPlace.map { Self.flexibleStart($0) }
      if onSitePlace == nil, startPlace == nil {
        value.complain(.key(.oneNeeded(keys: ["on_site", "flexible_start"])))
        return nil
      }
      guard let office, onSite.map({ $0 != nil }) ?? true, core.map({ $0 != nil }) ?? true,
        start.map({ $0 != nil }) ?? true
      else { return nil }
      let hours = DayHours(office: office, onSite: onSite ?? nil, flexibleStart: start ?? nil)
      let isSound = [
        isPossible(hours, at: onSitePlace), keepsCore(hours, core ?? nil, at: startPlace),
      ]
      return isSound.contains(false) ? nil : hours
    }
  }

  private static func span(_ value: YAMLValue) -> DayHours.Span? {
    value.mapping { keys in
      let from = keys.required("from")?.time()
      let end = keys.required("to")
      guard let from, let end, let to = end.time() else { return nil }
      guard let span = DayHours.Span(from: from, to: to) else {
        end.complain(.schedule(.endsBeforeStart(from: from, to: to)))
        return nil
      }
      return span
    }
  }

  private static func flexibleStart(_ value: YAMLValue) -> DayHours.FlexibleStart? {
    value.mapping { keys in
      let minutes = keys.required("minutes")?.integer(in: 1...240)
      let early = keys.required("early")?.share()
      let late = keys.required("late")?.share()
      let provenance = keys.provenance()
      guard let minutes, let early, let late, let provenance else { return nil }
      guard early + late <= 1 else {
        value.complain(.schedule(.moreThanEveryone(early: early, late: late)))
        return nil
      }
      return DayHours.FlexibleStart(
        minutes: minutes, earlyShare: early, lateShare: late, provenance: provenance)
    }
  }

  /// Reports hours on site that lie outside the office's, or are all of them.
  private static func isPossible(_ hours: DayHours, at place: YAMLValue?) -> Bool {
    guard let place, let onSite = hours.onSite else { return true }
    guard hours.office.contains(onSite) else {
      place.complain(.schedule(.onSiteOutsideOffice(hours.office)))
      return false
    }
    if onSite == hours.office {
      place.complain(.schedule(.onSiteAllDay))
      return false
    }
    return true
  }

  /// Reports a flexible start that leaves no core hours, or not those that are stated.
  private static func keepsCore(
    _ hours: DayHours, _ stated: DayHours.Span?, at place: YAMLValue?
  ) -> Bool {
    guard let place, let start = hours.flexibleStart else { return true }
    guard let core = hours.core, stated.map(core.contains) ?? true else {
      place.complain(.schedule(.startBreaksCore(minutes: start.minutes, stated ?? hours.office)))
      return false
    }
    return true
  }

  /// The value of the key `place`; nil if something in it is wrong.
  static func place(_ value: YAMLValue) -> FlexiblePlace? {
    value.mapping { keys in
      let kind = keys.required("kind")?.choice(FlexiblePlace.Kind.self)
      let isAway = kind != .home
      let kilometres = (isAway ? keys.required("km") : keys.optional("km"))?
        .number(in: 0...20_000)
      let days = keys.optional("days_per_trip")
      let daysPerTrip = days.map { $0.integer(in: 1...60) } ?? 1
      let recall =
        kind == .elsewhere
        ? keys.required("recall_minutes") : keys.optional("recall_minutes")
      let minutes = recall?.integer(in: 0...10_080)
      guard let kind, let daysPerTrip, (recall == nil) == (minutes == nil) else { return nil }
      guard isAway else {
        let given = ["km", "days_per_trip", "recall_minutes"].first(where: keys.has)
        guard let given else { return .home }
        keys.optional(given)?.complain(.schedule(.wayToHome))
        return nil
      }
      if kind == .elsewhere && minutes == nil { return nil }
      return kilometres.map {
        FlexiblePlace(
          kind: kind, kilometres: $0, daysPerTrip: daysPerTrip, recallMinutes: minutes)
      }
    }
  }
}
