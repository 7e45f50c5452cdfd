/// The names met so far in one list, so that a name that comes again can be refused.
struct SeenNames {
  private var lines: [String: Int] = [:]

  /// Whether the name is new; if not, says at `value` where it stands already.
  mutating func isNew(_ name: String, at value: YAMLValue) -> Bool {
    if let line = lines[name] {
      value.complain(.name(.duplicate(name: name, firstLine: line)))
      return false
    }
    lines[name] = value.position.line
    return true
  }
}
