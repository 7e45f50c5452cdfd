/// A fault in a key of a YAML file, or in the kind of value it has.
public enum KeyFault: Equatable, Sendable {
  /// A key nobody reads.
  case unknown(found: String, nearest: String?, allowed: [String])
  case duplicate(key: String, firstLine: Int)
  case missing(key: String)
  /// Two keys of which only one may be given.
  case excludesOther(key: String, other: String)
  /// None of some keys of which one must be given.
  case oneNeeded(keys: [String])
  case wrongKind(found: ValueKind, expected: ValueKind)
  /// A list that must have at least one entry.
  case emptyList
}

/// The kinds of value a file can hold or a key can expect.
public enum ValueKind: Equatable, Sendable {
  case nothing
  case text
  case quotedText
  case bilingualText
  case number
  case integer
  case share
  case flag
  case date
  case time
  case list
  case mapping
}
