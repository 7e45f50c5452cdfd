/// The forms in which a register gives identifiers, sex, grades and flags.
package enum RegisterGrammar {
  /// An employee's number (NIP, 18 digits) or any other identifier, as text.
  ///
  /// Spaces within 18 digits, an apostrophe before them and the formula `="…"` round them are
  /// dropped. Forms that show a spreadsheet has kept only 15 digits are refused: `1,985E+17`, 16
  /// digits or more with decimals, or 18 digits that end in `000`, since the last three digits of
  /// a NIP count from 001.
  package static func identifier(_ text: String) throws(RegisterFault) -> String {
    if text.utf8.count == 18, text.utf8.allSatisfy(isDigit) {
      if text.utf8.suffix(3).allSatisfy({ $0 == UInt8(ascii: "0") }) {
        throw .spoiltIdentifier(text: text)
      }
      return text
    }
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 {
      return try identifier(String(text.dropFirst(2).dropLast()))
    }
    let bare = text.hasPrefix("'") ? text.dropFirst() : text[...]
    if isExponential(bare) || hasDecimals(bare) { throw .spoiltIdentifier(text: text) }
    let compact = bare.filter { $0 != " " }
    guard compact.utf8.count == 18, compact.utf8.allSatisfy(isDigit) else { return text }
    if compact.hasSuffix("000") { throw .spoiltIdentifier(text: text) }
    return String(compact)
  }

  /// Whether an identifier needs no second look: it holds neither a space nor an apostrophe nor
  /// an equals sign nor a number with an exponent or decimals, and is no NIP that may be spoilt.
  static func isPlainIdentifier(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var isOfDigits = true
    for byte in bytes where !isDigit(byte) {
      isOfDigits = false
      if byte == UInt8(ascii: "E") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: " ")
        || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "=")
        || (bytes.count > 16 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")))
      {
        return false
      }
    }
    return !isOfDigits || bytes.count != 18
      || !bytes.suffix(3).allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// `L` or `P`; the full Indonesian words are accepted in any case.
  package static func sex(_ text: String) throws(RegisterFault) -> String {
    switch text.lowercased() {
    case "l", "laki-laki", "laki laki": return "L"
    case "p", "perempuan": return "P"
    default: throw .notASex(text: text)
    }
  }

  /// A grade as `III/d`, or a bare `I`…`XVII`; the case and spaces around the slash do not matter.
  package static func grade(_ text: String) throws(RegisterFault) -> String {
    let compact = text.filter { $0 != " " }
    let parts = compact.split(separator: "/", omittingEmptySubsequences: false)
    let band = parts[0].uppercased()
    if parts.count == 1, romanNumerals.contains(band) { return band }
    if parts.count == 2 {
      let letter = parts[1].lowercased()
      if letters(ofBand: band).contains(letter) { return "\(band)/\(letter)" }
    }
    throw .notAGrade(text: text, nearest: nearestGrade(to: compact))
  }

  /// `true`, `ya` or `1`, against `false`, `tidak` or `0`, in any case.
  package static func flag(_ text: String) throws(Problem) -> Bool {
    switch text.lowercased() {
    case "true", "ya", "1": return true
    case "false", "tidak", "0": return false
    default: throw .name(.notAFlag(text: text, write: likelyFlag(text)))
    }
  }

  /// The spelling of a flag that a text in another form probably means.
  static func likelyFlag(_ text: String) -> String? {
    switch text.lowercased() {
    case "true", "ya", "1", "yes", "y", "on", "benar", "ada", "iya": "true"
    case "false", "tidak", "0", "no", "n", "off", "salah", "tidak ada", "tdk": "false"
    default: nil
    }
  }

  private static func hasDecimals(_ text: Substring) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return parts.count == 2 && parts[0].utf8.count >= 16 && parts[0].utf8.allSatisfy(isDigit)
      && parts[1].utf8.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private static func isExponential(_ text: Substring) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let exponent = parts[1].first == "+" ? parts[1].dropFirst() : parts[1]
    let digits = parts[0].utf8.filter { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") }
    return !exponent.isEmpty && exponent.utf8.allSatisfy(isDigit) && !digits.isEmpty
      && digits.allSatisfy(isDigit) && parts[0].utf8.count - digits.count <= 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func letters(ofBand band: String) -> [String] {
    switch band {
    case "I", "II", "III": ["a", "b", "c", "d"]
    case "IV": ["a", "b", "c", "d", "e"]
    default: []
    }
  }

  /// The grade meant by `IIId`, `III-d`, `3/d` and the like.
  private static func nearestGrade(to text: String) -> String? {
    let plain = text.filter { $0.isLetter || $0.isNumber }
    guard let letter = plain.last?.lowercased() else { return nil }
    var band = plain.dropLast().uppercased()
    if let number = Int(band), (1...4).contains(number) { band = romanNumerals[number - 1] }
    return letters(ofBand: band).contains(letter) ? "\(band)/\(letter)" : nil
  }

  private static let romanNumerals = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII",
  ]
}
