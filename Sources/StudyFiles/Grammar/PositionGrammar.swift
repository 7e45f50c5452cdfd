import HybridWork

/// The names that registers give to kinds of positions, the older ones included.
enum PositionGrammar {
  /// The kind that a text names, or nil if it names none.
  ///
  /// Echelons are read as UU 5/2014 article 131 converted them: I and II to JPT, III to
  /// administrator, IV to pengawas, V to pelaksana. JFT is *fungsional*; JFU and staff are
  /// *pelaksana*. A structural position without its echelon is refused.
  static func kind(_ text: String) throws(RegisterFault) -> PositionKind? {
    let words = words(of: text)
    let name = words.joined(separator: " ")
    if let kind = PositionKind(rawValue: name) ?? names[name] { return kind }
    let bare = words.filter { !["jabatan", "struktural", "eselon", "esl"].contains($0) }
    guard words.count > bare.count else { return nil }
    let isStructural = words.contains { $0 != "jabatan" && !bare.contains($0) }
    guard isStructural else { return names[bare.joined(separator: " ")] ?? PositionKind(bare) }
    if bare.isEmpty { throw .positionWithoutEchelon(text: text) }
    return bare.count <= 2 ? echelon(bare.joined()) : nil
  }

  /// The words in small letters; points, slashes and hyphens part them.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The kind of an echelon such as `iia`, `3` or `iv`.
  private static func echelon(_ text: String) -> PositionKind? {
    let number = text.last.map { "abcd".contains($0) } == true ? text.dropLast() : text[...]
    return switch number {
    case "i", "1", "ii", "2": .jpt
    case "iii", "3": .administrator
    case "iv", "4": .pengawas
    case "v", "5": .pelaksana
    default: nil
    }
  }

  private static let names: [String: PositionKind] = [
    "pimpinan tinggi": .jpt, "jabatan pimpinan tinggi": .jpt, "jpt utama": .jpt,
    "jpt madya": .jpt, "jpt pratama": .jpt, "pimpinan tinggi utama": .jpt,
    "pimpinan tinggi madya": .jpt, "pimpinan tinggi pratama": .jpt,
    "jft": .fungsional, "fungsional tertentu": .fungsional,
    "fungsional keahlian": .fungsional, "fungsional keterampilan": .fungsional,
    "jfu": .pelaksana, "fungsional umum": .pelaksana, "staf": .pelaksana, "staff": .pelaksana,
    "pelaksana umum": .pelaksana,
  ]
}

extension PositionKind {
  fileprivate init?(_ words: [String]) { self.init(rawValue: words.joined(separator: " ")) }
}
