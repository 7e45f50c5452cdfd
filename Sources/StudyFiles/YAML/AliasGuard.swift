/// Recognises files whose aliases multiply, before they are composed.
///
/// All aliases are refused later, at their true places. But Yams compares the keys of a mapping by
/// their whole content, and a few dozen aliases of aliases used as a key would keep it busy for ever.
enum AliasGuard {
  /// The most aliases a file may seem to have; 19 can repeat a value about a thousand times.
  private static let limit = 19

  /// The first anchor of a file with too many aliases; nil for every other file.
  static func firstAnchor(in text: String) -> (name: String, position: TextPosition)? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var aliases = 0
    var anchor: (name: String, position: TextPosition)?
    var (line, column) = (1, 0)
    var previous: Unicode.Scalar = " "
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      column += 1
      if "&*".unicodeScalars.contains(scalar), " \t\n\r[{,".unicodeScalars.contains(previous) {
        let name = scalars.prefix { !" \t\n\r,[]{}".unicodeScalars.contains($0) }
        if scalar == "*", !name.isEmpty { aliases += 1 }
        if scalar == "&", !name.isEmpty, anchor == nil {
          anchor = (String(name), TextPosition(line: line, column: column))
        }
      }
      if scalar == "\n" { (line, column) = (line + 1, 0) }
      previous = scalar
    }
    return aliases > limit ? anchor : nil
  }
}
