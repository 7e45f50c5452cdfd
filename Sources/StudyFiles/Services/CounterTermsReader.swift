import HybridWork

/// Reads how a counter is run and reached: keys that a profile and a service may both give.
struct CounterTermsReader {
  /// What was read so far.
  private(set) var terms: CounterTerms

  private let keys: YAMLMapping
  private var isSound = true

  /// Begins with terms that the keys replace one by one.
  init(_ keys: YAMLMapping, from terms: CounterTerms) {
    self.keys = keys
    self.terms = terms
  }

  /// The terms; nil if one of the keys is wrong.
  mutating func read() -> CounterTerms? {
    take("break_rule", \.breakRule) { $0.choice(CounterTerms.BreakRule.self) }
    take("closing", \.closingRule) { $0.choice(CounterTerms.ClosingRule.self) }
    take("tickets_per_day", \.ticketsPerDay) { $0.integer(in: 1...1_000_000) }
    take("priority_share", \.priorityShare) { $0.share() }
    take("return_share", \.returnShare) { $0.share() }
    take("peaks", \.peaks) { $0.demandPeaks() }
    takePair("waiting_at_opening", (\.waitingAtOpening, \.waitingBeforeMinutes)) { keys in
      (keys.required("share")?.share(), keys.required("minutes_before")?.number(in: 1...720))
    }
    var onlineWithinDays: Int?
    takePair("online", (\.onlineShare, \.onlineHandlingMinutes)) { keys in
      onlineWithinDays = keys.required("within_days")?.integer(in: 0...365)
      return (
        onlineWithinDays.flatMap { _ in keys.required("share")?.share() },
        keys.required("handling_minutes")?.number(in: 0.1...480)
      )
    }
    if let onlineWithinDays { terms.onlineWithinDays = onlineWithinDays }
    return isSound ? terms : nil
  }

  private mutating func take<Value>(
    _ key: String, _ path: WritableKeyPath<CounterTerms, Value>, _ read: (YAMLValue) -> Value?
  ) {
    guard let value = keys.optional(key) else { return }
    guard let found = read(value) else {
      isSound = false
      return
    }
    terms[keyPath: path] = found
  }

  private mutating func takePair(
    _ key: String,
    _ paths: (WritableKeyPath<CounterTerms, Double>, WritableKeyPath<CounterTerms, Double>),
    _ read: (YAMLMapping) -> (Double?, Double?)
  ) {
    guard let value = keys.optional(key) else { return }
    guard case (let first?, let second?)? = value.mapping({ Optional(read($0)) }) else {
      isSound = false
      return
    }
    terms[keyPath: paths.0] = first
    terms[keyPath: paths.1] = second
  }
}
