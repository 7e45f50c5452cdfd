import HybridWork

/// Puts made-up names in the place of a register's texts where a study's files name them.
///
/// Keys of the files say of which column a text is: `unit`, `position`, `education`, `service` in
/// conditions, lists of units, and `value` beside `column`. Other texts stay.
struct RegisterRenaming {
  let names: [RegisterColumn: [String: String]]

  /// The values with the names changed.
  func renamed(_ tree: StudyTree) -> StudyTree {
    guard !names.isEmpty else { return tree }
    return renamed(tree, of: nil)
  }

  private func renamed(_ tree: StudyTree, of column: RegisterColumn?) -> StudyTree {
    switch tree {
    case .scalar(let text, let isPlain, let place):
      guard let column, let name = names[column]?[text] else { return tree }
      return .scalar(name, isPlain: isPlain && name == text, at: place)
    case .list(let items):
      // Texts that are pooled have one name, which a list may say once only.
      var seen: Set<String> = []
      return .list(
        items.map { renamed($0, of: column) }.filter { item in
          guard column != nil, let text = item.text else { return true }
          return seen.insert(text).inserted
        })
    case .mapping(let entries):
      let stated = tree[path: ["column"]]?.text.flatMap(RegisterColumn.init(rawValue:))
      return .mapping(
        entries.map { entry in
          var entry = entry
          let own = entry.key == "value" ? stated : Self.column(ofKey: entry.key)
          entry.value = renamed(entry.value, of: own ?? (Self.isTest(entry.key) ? column : nil))
          return entry
        })
    }
  }

  private static func column(ofKey key: String) -> RegisterColumn? {
    switch key {
    case "units", "six_day_units", "blud_units": .unit
    default:
      RegisterColumn(rawValue: key).flatMap {
        [.unit, .position, .education, .service, .grade].contains($0) ? $0 : nil
      }
    }
  }

  /// Whether a key is a test within a condition on one column.
  private static func isTest(_ key: String) -> Bool { ["in", "not_in", "is", "not"].contains(key) }
}
