import HybridWork

/// Reads the exceptions of one policy.
struct ExceptionReader {
  /// An exception and its place in the file.
  struct Placed {
    let exception: EligibilityException
    let place: YAMLValue
  }

  /// The reference of exceptions that have none of their own.
  let reference: String
  /// The exceptions that could be read.
  private(set) var placed: [Placed] = []
  /// The identifiers met so far, those of the rules included.
  private var seen: SeenNames

  init(reference: String, seen: SeenNames) {
    self.reference = reference
    self.seen = seen
  }

  /// The value of the key `exceptions`; nil if something in it is wrong.
  mutating func read(_ value: YAMLValue) -> [EligibilityException]? {
    if value.isNone { return [] }
    guard let entries = value.list() else { return nil }
    for entry in entries {
      guard let exception = entry.mapping({ exception($0) }) else { continue }
      placed.append(Placed(exception: exception, place: entry))
    }
    let limit = EligibilityDecisions.exceptionLimit
    guard entries.count <= limit else {
      value.complain(.policy(.tooManyExceptions(count: entries.count, limit: limit)))
      return nil
    }
    return placed.count == entries.count ? placed.map(\.exception) : nil
  }

  private mutating func exception(_ keys: YAMLMapping) -> EligibilityException? {
    let place = keys.required("exception")
    let name = place?.text()
    let text = keys.required("text")?.bilingual()
    let own = keys.optional("reference").map { $0.text() }
    let level = keys.required("level")?.choice(EligibilityException.Level.self)
    let effect = keys.required("effect")?.choice(EligibilityException.Effect.self)
    let condition = keys.required("where")?.condition()
    var isNew = false
    if let name, let place { isNew = seen.isNew(name, at: place) }
    guard let name, isNew, let text, let reference = own ?? reference, let level, let effect,
      let condition
    else { return nil }
    return EligibilityException(
      id: name, wording: (text, reference), level: level, effect: effect, condition: condition)
  }
}
