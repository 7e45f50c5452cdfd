/// The names met so far in one list, so that a name that comes again can be refused.
struct SeenNames {
  /// Whether names are given to something here, or only pick what has a name already.
  enum Use {
    case definitions, references
  }

  private let use: Use
  private var lines: [String: Int] = [:]

  /// No names yet.
  init(_ use: Use) { self.use = use }

  /// Whether the name is new; if not, says so at `value`.
  mutating func isNew(_ name: String, at value: YAMLValue) -> Bool {
    if let line = lines[name] {
      value.complain(.name(.duplicate(name: name, firstLine: use == .definitions ? line : nil)))
      return false
    }
    lines[name] = value.position.line
    return true
  }
}
