/// The text of a YAML file in which keys that occur twice are renamed until it can be composed.
///
/// Yams refuses a mapping with a repeated key and tells where the key stands first. That first
/// occurrence is overwritten with as many signs that no file uses, so that every other place keeps
/// its line and column, and the second occurrence is found among the composed nodes.
struct YAMLSource {
  /// A first occurrence that was overwritten.
  struct RenamedKey: Equatable {
    let key: String
    let position: TextPosition
  }

  private(set) var text: String
  private(set) var renamedKeys: [RenamedKey] = []

  init(_ text: String) { self.text = text }

  /// The overwritten key at a place, if there is one.
  func renamedKey(at position: TextPosition) -> RenamedKey? {
    renamedKeys.first { $0.position == position }
  }

  /// Overwrites the key at a place; false if it is not spelt there as it reads, as with escapes.
  mutating func renameKey(_ key: String, at position: TextPosition) -> Bool {
    guard let start = index(of: position) else { return false }
    let scalars = text.unicodeScalars
    var bodyStart = start
    if let first = scalars[start...].first, first == "\"" || first == "'" {
      bodyStart = scalars.index(after: start)
    }
    let body = scalars[bodyStart...].prefix(key.unicodeScalars.count)
    guard !key.isEmpty, body.elementsEqual(key.unicodeScalars) else { return false }
    let replacement = Self.name(number: renamedKeys.count, length: key.unicodeScalars.count)
    text.unicodeScalars.replaceSubrange(bodyStart..<body.endIndex, with: replacement)
    renamedKeys.append(RenamedKey(key: key, position: position))
    return true
  }

  /// A name of `length` private-use characters that differs for every number below 1000.
  private static func name(number: Int, length: Int) -> [Unicode.Scalar] {
    let filler = Unicode.Scalar(0xF000 as UInt16) ?? " "
    let last = Unicode.Scalar(0xE000 + UInt16(number % 1000)) ?? " "
    return Array(repeating: filler, count: length - 1) + [last]
  }

  private func index(of position: TextPosition) -> String.Index? {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var line = 1
    while line < position.line {
      guard index < scalars.endIndex else { return nil }
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      // A CR is a line end of its own unless LF follows.
      if scalar == "\n" || scalar == "\r" && (index == scalars.endIndex || scalars[index] != "\n") {
        line += 1
      }
    }
    return scalars.index(index, offsetBy: (position.column ?? 1) - 1, limitedBy: scalars.endIndex)
  }
}
