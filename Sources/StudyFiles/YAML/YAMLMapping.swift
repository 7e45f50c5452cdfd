/// The keys of one mapping, which remembers those that were asked for.
///
/// It lives only within ``YAMLValue/mapping(_:)``; when that ends, every key nobody asked for is
/// reported as unknown, with the keys that were asked for as the ones allowed.
package final class YAMLMapping {
  /// The mapping as a value, for complaints about it as a whole.
  package let value: YAMLValue

  private let entries: [YAMLNode.Entry]
  private let index: [String: Int]
  private var asked: [String] = []
  private var unasked: Set<String>

  init(value: YAMLValue, entries: [YAMLNode.Entry]) {
    self.value = value
    self.entries = entries
    index = Dictionary(
      entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    unasked = Set(entries.map(\.key))
  }

  /// The value of a key that must be there; its absence is reported.
  package func required(_ key: String) -> YAMLValue? {
    if let found = optional(key) { return found }
    value.complain(.key(.missing(key: key)), path: YAMLValue.path(value.keyPath, key))
    return nil
  }

  /// The value of a key that may be left out; nil if it is.
  package func optional(_ key: String) -> YAMLValue? {
    if !asked.contains(key) { asked.append(key) }
    unasked.remove(key)
    return index[key].map { self.value(of: entries[$0]) }
  }

  /// Whether a key is there, without asking for its value.
  package func has(_ key: String) -> Bool { index[key] != nil }

  /// All keys with their values in the order of the file, for mappings whose keys are names or dates.
  package func all() -> [(key: YAMLValue, value: YAMLValue)] {
    unasked = []
    return entries.map { entry in
      let key = YAMLNode(
        position: entry.keyPosition, content: .scalar(text: entry.key, isPlain: true))
      let path = YAMLValue.path(value.keyPath, entry.key)
      return (
        YAMLValue(node: key, keyPath: path, file: value.file, log: value.log),
        self.value(of: entry)
      )
    }
  }

  /// Reports every key nobody asked for.
  func finish() {
    for entry in entries where unasked.contains(entry.key) {
      value.log.add(
        Diagnostic(
          .key(
            .unknown(
              found: entry.key, nearest: NearestName.find(entry.key, in: asked), allowed: asked)),
          file: value.file, at: entry.keyPosition,
          keyPath: YAMLValue.path(value.keyPath, entry.key)))
    }
  }

  private func value(of entry: YAMLNode.Entry) -> YAMLValue {
    YAMLValue(
      node: entry.value, keyPath: YAMLValue.path(value.keyPath, entry.key), file: value.file,
      log: value.log)
  }
}
