import HybridWork

extension Bilingual {
  /// Both sentences with a second one behind each.
  func followed(by other: Bilingual?) -> Bilingual {
    guard let other else { return self }
    return Bilingual(
      id: "\(indonesian) \(other.indonesian)", en: "\(english) \(other.english)")
  }

  /// "Write x instead", where what to write is certain.
  static func write(_ text: String?) -> Bilingual? {
    text.map { Bilingual(id: "Tulis \($0).", en: "Write \($0).") }
  }

  /// "Did you mean x?", where a near name is known.
  static func nearest(_ name: String?) -> Bilingual? {
    name.map { Bilingual(id: "Mungkin maksudnya \"\($0)\"?", en: "Did you mean \"\($0)\"?") }
  }

  /// The names that can be used, at most forty of them.
  static func allowed(_ names: [String]) -> Bilingual? {
    guard !names.isEmpty else { return nil }
    let list = names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")
    return Bilingual(id: "Yang diterima: \(list).", en: "Accepted: \(list).")
  }

  /// Text from a file between quotation marks, shortened and without line ends.
  static func quoted(_ text: String) -> String {
    let line = text.unicodeScalars.map { $0.value < 0x20 ? "␣" : String($0) }
    let shown = line.count > 60 ? line.prefix(60).joined() + "…" : line.joined()
    return "\"\(shown)\""
  }
}
