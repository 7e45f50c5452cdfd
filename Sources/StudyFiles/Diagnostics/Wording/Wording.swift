/// One sentence in both languages.
struct Wording: Equatable {
  let id: String
  let en: String

  func text(in language: Language) -> String {
    switch language {
    case .indonesian: id
    case .english: en
    }
  }

  /// Both sentences with a second one behind each.
  func followed(by other: Wording?) -> Wording {
    guard let other else { return self }
    return Wording(id: "\(id) \(other.id)", en: "\(en) \(other.en)")
  }

  /// "Write x instead", where what to write is certain.
  static func write(_ text: String?) -> Wording? {
    text.map { Wording(id: "Tulis \($0).", en: "Write \($0).") }
  }

  /// "Did you mean x?", where a near name is known.
  static func nearest(_ name: String?) -> Wording? {
    name.map { Wording(id: "Mungkin maksudnya \"\($0)\"?", en: "Did you mean \"\($0)\"?") }
  }

  /// The names that can be used, at most forty of them.
  static func allowed(_ names: [String]) -> Wording? {
    guard !names.isEmpty else { return nil }
    let list = names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")
    return Wording(id: "Yang diterima: \(list).", en: "Accepted: \(list).")
  }

  /// Text from a file between quotation marks, shortened and without line ends.
  static func quoted(_ text: String) -> String {
    let line = text.unicodeScalars.map { $0.value < 0x20 ? "␣" : String($0) }
    let shown = line.count > 60 ? line.prefix(60).joined() + "…" : line.joined()
    return "\"\(shown)\""
  }
}
