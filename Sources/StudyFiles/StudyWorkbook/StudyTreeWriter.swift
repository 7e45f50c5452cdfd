/// Writes values as YAML that a person can read, and notes where each came from.
struct StudyTreeWriter {
  /// Where a value begins in the text, and the cell it came from.
  struct Placed {
    let line: Int
    let column: Int
    let place: WorkbookPlace
  }

  private(set) var text = ""
  private(set) var places: [Placed] = []
  private var line = 1
  private var column = 1

  /// The longest list or mapping that stands on one line, in characters.
  private static let width = 100

  /// Writes lines as they are, such as comments.
  mutating func write(lines: [String]) {
    for text in lines {
      put(text)
      newLine(0)
    }
  }

  /// Writes the keys of a mapping, each on a line of its own.
  mutating func write(_ mapping: StudyTree) {
    for entry in mapping.entries {
      write(entry, indent: 0)
      newLine(0)
    }
  }

  private mutating func put(_ piece: String) {
    text += piece
    column += piece.unicodeScalars.count
  }

  private mutating func newLine(_ indent: Int) {
    text += "\n" + String(repeating: " ", count: indent)
    line += 1
    column = 1 + indent
  }

  private mutating func note(_ place: WorkbookPlace?) {
    if let place { places.append(Placed(line: line, column: column, place: place)) }
  }

  private mutating func write(_ entry: StudyTree.Entry, indent: Int) {
    note(entry.place)
    put(Self.key(entry.key) + ":")
    write(entry.value, indent: indent + 2)
  }

  /// Writes a value behind its key or its dash.
  private mutating func write(_ value: StudyTree, indent: Int, isItem: Bool = false) {
    if case .scalar(let text, let isPlain, let place) = value {
      put(" ")
      note(place)
      put(Self.scalar(text, isPlain: isPlain))
      return
    }
    if !isItem, let length = Self.flowLength(value), length < Self.width {
      put(" ")
      writeFlow(value)
      return
    }
    switch value {
    case .list(let items):
      for item in items {
        newLine(indent)
        put("-")
        write(item, indent: indent + 2, isItem: true)
      }
      if items.isEmpty { put(" []") }
    case .mapping(let entries):
      for (number, entry) in entries.enumerated() {
        if isItem, number == 0 { put(" ") } else { newLine(indent) }
        write(entry, indent: indent)
      }
      if entries.isEmpty { put(" {}") }
    case .scalar: break
    }
  }

  private mutating func writeFlow(_ value: StudyTree) {
    switch value {
    case .scalar(let text, let isPlain, let place):
      note(place)
      put(Self.scalar(text, isPlain: isPlain))
    case .list(let items):
      put("[")
      for (number, item) in items.enumerated() {
        if number > 0 { put(", ") }
        writeFlow(item)
      }
      put("]")
    case .mapping(let entries):
      put("{")
      for (number, entry) in entries.enumerated() {
        if number > 0 { put(", ") }
        note(entry.place)
        put(Self.key(entry.key) + ": ")
        writeFlow(entry.value)
      }
      put("}")
    }
  }

  private static func flowLength(_ value: StudyTree) -> Int? {
    switch value {
    case .scalar(let text, let isPlain, _): return scalar(text, isPlain: isPlain).count
    case .list(let items):
      let lengths = items.compactMap(flowLength)
      return lengths.count == items.count ? lengths.reduce(2) { $0 + $1 + 2 } : nil
    case .mapping(let entries):
      let lengths = entries.compactMap { flowLength($0.value) }
      guard lengths.count == entries.count else { return nil }
      return zip(entries, lengths).reduce(2) { $0 + $1.0.key.count + $1.1 + 4 }
    }
  }

  private static func key(_ key: String) -> String {
    isSafe(key) && Double(key) == nil ? key : quoted(key)
  }

  private static func scalar(_ text: String, isPlain: Bool) -> String {
    guard isPlain else { return quoted(text) }
    if text.isEmpty { return "~" }
    return isSafe(text) || text == "~" ? text : quoted(text)
  }

  /// Whether a text reads as itself without quotation marks.
  private static func isSafe(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.last != " " else { return false }
    let rest = text.unicodeScalars.dropFirst()
    let isLetter = { (scalar: Unicode.Scalar) in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    guard isLetter(first) || (first == "-" && rest.first.map(isLetter) ?? false) || first == "_"
    else { return false }
    return rest.allSatisfy { isLetter($0) || " _./+-".unicodeScalars.contains($0) }
  }

  /// The text in quotation marks, with signs that would end it or its line escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
