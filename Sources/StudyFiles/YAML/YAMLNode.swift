/// A value of a YAML file as text, with its place; nothing is interpreted yet.
struct YAMLNode: Equatable, Sendable {
  let position: TextPosition
  let content: Content

  /// What stands at the place.
  indirect enum Content: Equatable, Sendable {
    /// A scalar, and whether it stands without quotation marks or block signs.
    case scalar(text: String, isPlain: Bool)
    case list([YAMLNode])
    case mapping([Entry])
  }

  /// A key and its value, in the order of the file.
  struct Entry: Equatable, Sendable {
    let key: String
    let keyPosition: TextPosition
    let value: YAMLNode
  }

  /// The kind of value, as complaints name it.
  var kind: ValueKind {
    switch content {
    case .scalar(let text, let isPlain):
      if !isPlain { .quotedText } else if isNull(text) { .nothing } else { .text }
    case .list: .list
    case .mapping: .mapping
    }
  }

  private func isNull(_ text: String) -> Bool { ["", "~", "null", "Null", "NULL"].contains(text) }
}
