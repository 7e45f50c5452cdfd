/// The values of a study file that came from cells, each with the cell that complaints about it name.
indirect enum StudyTree {
  /// A scalar as text, and whether it stands without quotation marks.
  case scalar(String, isPlain: Bool, at: WorkbookPlace?)
  case list([StudyTree])
  case mapping([Entry])

  /// A key with its value, in the order of the file.
  struct Entry {
    let key: String
    var value: StudyTree
    /// The cell of the key, or of what made it.
    var place: WorkbookPlace?
  }

  /// The values of a node; `place` turns a place of its file into a cell.
  init(_ node: YAMLNode, place: (TextPosition) -> WorkbookPlace?) {
    switch node.content {
    case .scalar(let text, let isPlain):
      self = .scalar(text, isPlain: isPlain, at: place(node.position))
    case .list(let nodes): self = .list(nodes.map { StudyTree($0, place: place) })
    case .mapping(let entries):
      self = .mapping(
        entries.map { entry in
          Entry(
            key: entry.key, value: StudyTree(entry.value, place: place),
            place: place(entry.keyPosition))
        })
    }
  }

  /// The entries of a mapping; none for anything else.
  var entries: [Entry] {
    if case .mapping(let entries) = self { entries } else { [] }
  }

  /// The text of a scalar; nil for anything else.
  var text: String? {
    if case .scalar(let text, _, _) = self { text } else { nil }
  }

  /// The texts of a list of scalars; nil for anything else.
  var texts: [String]? {
    guard case .list(let items) = self else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }

  /// The value at some keys; nil where a key is missing.
  subscript(path path: some Collection<String>) -> StudyTree? {
    guard let key = path.first else { return self }
    return entries.first { $0.key == key }?.value[path: path.dropFirst()]
  }

  /// Puts a value at some keys, making the mappings on the way.
  ///
  /// - Returns: Whether it could: not if something stands there already.
  mutating func put(
    _ value: StudyTree, at path: some Collection<String>, place: WorkbookPlace?
  ) -> Bool {
    guard let key = path.first else { return false }
    guard case .mapping(var entries) = self else { return false }
    let rest = path.dropFirst()
    if let index = entries.firstIndex(where: { $0.key == key }) {
      guard !rest.isEmpty, entries[index].value.put(value, at: rest, place: place) else {
        return false
      }
    } else if rest.isEmpty {
      entries.append(Entry(key: key, value: value, place: place))
    } else {
      var inner = StudyTree.mapping([])
      _ = inner.put(value, at: rest, place: place)
      entries.append(Entry(key: key, value: inner, place: place))
    }
    self = .mapping(entries)
    return true
  }

  /// Adds the entries of another mapping, mapping by mapping.
  ///
  /// - Returns: The keys that both give, each with its place; they are not added.
  mutating func merge(
    _ other: StudyTree, path: [String] = []
  ) -> [(path: String, at: WorkbookPlace?)] {
    guard case .mapping(var mine) = self, case .mapping(let theirs) = other else { return [] }
    var conflicts: [(path: String, at: WorkbookPlace?)] = []
    for entry in theirs {
      guard let index = mine.firstIndex(where: { $0.key == entry.key }) else {
        mine.append(entry)
        continue
      }
      if case .mapping = mine[index].value, case .mapping = entry.value {
        conflicts += mine[index].value.merge(entry.value, path: path + [entry.key])
      } else {
        conflicts.append(((path + [entry.key]).joined(separator: "."), entry.place))
      }
    }
    self = .mapping(mine)
    return conflicts
  }

  /// Takes away what stands at some keys, and the mappings that are empty then.
  mutating func remove(_ path: some Collection<String>) {
    guard let key = path.first, case .mapping(var entries) = self,
      let index = entries.firstIndex(where: { $0.key == key })
    else { return }
    let rest = path.dropFirst()
    if !rest.isEmpty { entries[index].value.remove(rest) }
    if rest.isEmpty {
      entries.remove(at: index)
    } else if case .mapping(let inner) = entries[index].value, inner.isEmpty {
      entries.remove(at: index)
    }
    self = .mapping(entries)
  }

  /// Every scalar made anew.
  func mapScalars(_ change: (String, Bool, WorkbookPlace?) -> StudyTree) -> StudyTree {
    switch self {
    case .scalar(let text, let isPlain, let place): change(text, isPlain, place)
    case .list(let items): .list(items.map { $0.mapScalars(change) })
    case .mapping(let entries):
      .mapping(
        entries.map {
          Entry(key: $0.key, value: $0.value.mapScalars(change), place: $0.place)
        })
    }
  }

  /// Whether both say the same: quotation marks count only where they decide what is read, numbers by
  /// their value, and the order of keys not at all.
  func says(_ other: StudyTree) -> Bool {
    switch (self, other) {
    case (.scalar(let a, let plainA, _), .scalar(let b, let plainB, _)):
      if a == b { return plainA == plainB || !Self.needsPlain(a) }
      guard plainA, plainB, let (x, y) = Double(a).flatMap({ x in Double(b).map { (x, $0) } })
      else { return false }
      return x == y
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.says($1) }
    case (.mapping(let a), .mapping(let b)):
      return a.count == b.count
        && a.allSatisfy { entry in
          b.first { $0.key == entry.key }.map { entry.value.says($0.value) } ?? false
        }
    default: return false
    }
  }

  /// Whether a text means something else in quotation marks.
  private static func needsPlain(_ text: String) -> Bool {
    Double(text) != nil || ["true", "false", "", "~", "null"].contains(text)
      || (text.count == 5 && text.dropFirst(2).first == ":")
  }
}
