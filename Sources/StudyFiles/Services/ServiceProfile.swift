import HybridWork

/// What the counters of one kind have in common: opening hours, shape of the demand, standard.
struct ServiceProfile {
  let opening: ServiceOpening
  /// All half hours with their weights.
  let slots: [DaySlot]
  /// In the order of `Weekday.allCases`; 0 where closed.
  let weekdayWeights: [Double]
  let handlingMinutes: Double
  let standard: CounterService.Standard
  let terms: CounterTerms

  /// Reads a profile; nil if something in it is wrong.
  init?(_ keys: YAMLMapping) {
    let opening = keys.required("open")?.mapping(ServiceOpening.init)
    let weights = keys.required("half_hours")
    let weekdayWeights = keys.required("weekdays")?.weekdayWeights(openOn: opening?.days)
    let handlingMinutes = keys.required("handling_minutes")?.number(in: 0.1...480)
    let standard = keys.required("standard")?.mapping(Self.standard)
    var reader = CounterTermsReader(keys, from: CounterTerms())
    let terms = reader.read()
    let slots =
      weights.flatMap { opening?.slots(weights: $0, breakRule: reader.terms.breakRule) }
    let provenance = keys.provenance()
    guard let opening, let slots, let weekdayWeights, let handlingMinutes, let standard,
      var terms, let provenance
    else { return nil }
    terms.isShapeAssumed = provenance.confidence.isAssumption
    self.opening = opening
    self.slots = slots
    self.weekdayWeights = weekdayWeights
    self.handlingMinutes = handlingMinutes
    self.standard = standard
    self.terms = terms
  }

  /// The keys of a counter's standard.
  static func standard(_ keys: YAMLMapping) -> CounterService.Standard? {
    // A standard of all visitors can't be met by any number of counters.
    let share = keys.required("share")?.number(in: 0.01...0.99)
    let minutes = keys.required("within_minutes")?.number(in: 0...480)
    guard let share, let minutes else { return nil }
    return CounterService.Standard(share: share, withinMinutes: minutes)
  }
}
