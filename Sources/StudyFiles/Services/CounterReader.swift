import HybridWork

/// Reads a counter: by profile, from totals alone, or from a log of its tickets.
struct CounterReader {
  private let keys: YAMLMapping
  private let sources: ServiceSources

  /// What a counter's demand and time are when all keys have been looked at.
  private struct Facts {
    let opening: ServiceOpening
    var visitors: Double?
    var slots: [DaySlot]?
    var weekdayWeights: [Double]?
    var handlingMinutes: Double?
    var standard: CounterService.Standard?
    var terms: CounterTerms
  }

  init(_ keys: YAMLMapping, sources: ServiceSources) {
    self.keys = keys
    self.sources = sources
  }

  /// The counter and its opening days; nil if something is wrong.
  func read() -> (kind: Service.Kind, openOn: Set<Weekday>)? {
    let base = base()
    let counters = keys.required("counters").flatMap(Self.counters)
    let own = ownFigures()
    var reader = CounterTermsReader(keys, from: base?.terms ?? CounterTerms())
    let terms = reader.read()
    let arrivals = keys.optional("arrivals")
    let visitorsPlace = arrivals == nil ? keys.required("visitors_per_day") : nil
    if arrivals != nil, let visitors = keys.optional("visitors_per_day") {
      visitors.complain(.key(.excludesOther(key: "arrivals", other: "visitors_per_day")))
      return nil
    }
    // 1.600 is sixteen hundred to an Indonesian planner, as in amounts of money.
    let visitors = visitorsPlace?.number(in: 0.1...1_000_000, isMoney: true)
    guard var facts = base, let counters, let own, var terms,
      (visitorsPlace == nil) == (visitors == nil)
    else { return nil }
    terms.otherStaffedCounters = counters.other
    facts.terms = terms
    facts.visitors = visitors
    facts.handlingMinutes = own.handlingMinutes ?? facts.handlingMinutes
    facts.standard = own.standard ?? facts.standard
    if let arrivals {
      let opening = facts.opening
      guard let tickets = arrivals.mapping({ sources.tickets($0, opening: opening) }) else {
        return nil
      }
      take(tickets, into: &facts)
    } else if facts.slots == nil {
      assumeShape(&facts)
    }
    return counter(facts, counters: counters.own)
  }

  /// What the profile says, or only the opening hours.
  private func base() -> Facts? {
    let profile = keys.optional("profile")
    let open = keys.optional("open")
    if profile != nil, let open {
      open.complain(.key(.excludesOther(key: "profile", other: "open")))
      return nil
    }
    guard let profile else {
      guard let open else {
        keys.value.complain(.key(.oneNeeded(keys: ["profile", "open"])))
        return nil
      }
      return open.mapping(ServiceOpening.init).map { Facts(opening: $0, terms: CounterTerms()) }
    }
    let name = profile.name(among: sources.profiles.keys.sorted())
    guard let name, let read = sources.profiles[name] ?? nil else { return nil }
    return Facts(
      opening: read.opening, slots: read.slots, weekdayWeights: read.weekdayWeights,
      handlingMinutes: read.handlingMinutes, standard: read.standard, terms: read.terms)
  }

  /// The service's own time and standard, which replace a profile's; nil if one is wrong.
  private func ownFigures() -> (handlingMinutes: Double?, standard: CounterService.Standard?)? {
    let handlingPlace = keys.optional("handling_minutes")
    let handling = handlingPlace?.number(in: 0.1...480)
    let standardPlace = keys.optional("standard")
    let standard = standardPlace?.mapping(ServiceProfile.standard)
    guard (handlingPlace == nil) == (handling == nil), (standardPlace == nil) == (standard == nil)
    else { return nil }
    return (handling, standard)
  }

  private func take(_ tickets: TicketDemand, into facts: inout Facts) {
    facts.visitors = tickets.visitorsPerDay
    facts.slots = tickets.slots
    facts.weekdayWeights = tickets.weekdayMeans
    // Who comes before opening, as far as the machine gives tickets then, stands in the log.
    facts.terms.waitingAtOpening = tickets.waitingAtOpening
    facts.terms.waitingBeforeMinutes = tickets.waitingBeforeMinutes
    facts.terms.isShapeAssumed = false
    if let minutes = tickets.handlingMinutes, minutes >= 0.1 { facts.handlingMinutes = minutes }
  }

  /// Gives a counter of which only totals are known a generic shape, and says so.
  private func assumeShape(_ facts: inout Facts) {
    guard let (name, shape) = sources.shape(of: keys) else { return }
    let breakRule = facts.terms.breakRule
    facts.slots = facts.opening.slots { start, isBreak in
      isBreak && breakRule == .closed ? 0 : shape.weight(at: start)
    }
    facts.weekdayWeights = shape.weekdayWeights(openOn: facts.opening.days)
    facts.standard = facts.standard ?? shape.standard
    facts.terms.isShapeAssumed = true
    (keys.optional("id") ?? keys.value).complain(
      .service(.shapeAssumed(name)), severity: .warning)
  }

  private func counter(
    _ facts: Facts, counters: Int
  ) -> (kind: Service.Kind, openOn: Set<Weekday>)? {
    if facts.handlingMinutes == nil { _ = keys.required("handling_minutes") }
    // Without a shape the lack of one has been said; a standard may come with it.
    if facts.standard == nil, facts.slots != nil { _ = keys.required("standard") }
    guard let visitors = facts.visitors, let slots = facts.slots,
      let weights = facts.weekdayWeights, let minutes = facts.handlingMinutes,
      let standard = facts.standard
    else { return nil }
    let counter = CounterService(
      counters: counters,
      demand: CounterService.Demand(
        visitorsPerDay: visitors, weekdayWeights: weights, slots: slots),
      handlingMinutes: minutes, standard: standard, terms: facts.terms)
    return (.counter(counter), facts.opening.days)
  }

  /// `8`, all staffed by its own people, or `{own: 8, other: 21}`.
  private static func counters(_ value: YAMLValue) -> (own: Int, other: Int)? {
    guard value.isMapping else { return value.integer(in: 1...1000).map { ($0, 0) } }
    return value.mapping { keys in
      let own = keys.required("own")?.integer(in: 1...1000)
      let other = keys.required("other")?.integer(in: 0...1000)
      guard let own, let other else { return nil }
      return (own, other)
    }
  }
}
