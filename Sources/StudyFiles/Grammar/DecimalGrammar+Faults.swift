extension DecimalGrammar {
  /// Names what is wrong with a text that ``number(_:)`` does not read.
  func fault(in untrimmed: String) -> NumberFault {
    let text = trimmingSpaces(untrimmed)
    let lower = text.lowercased()
    let digits = lower.filter { $0.isASCII && $0.isNumber }
    if text.count > Self.longest, !digits.isEmpty {
      return .tooLong(text: text, limit: Self.longest)
    }
    if ["nan", ".nan", "inf", "-inf", ".inf", "-.inf", "infinity", "-infinity"].contains(lower) {
      return .notFinite(text: text)
    }
    guard !digits.isEmpty else { return .notANumber(text: text) }
    if lower.hasSuffix("%") { return .percent(text: text, write: share(ofPercent: text)) }
    if lower.hasPrefix("rp") {
      return .currency(text: text, write: certainSpelling(of: String(text.dropFirst(2))))
    }
    return shapeFault(text) ?? spellingFault(text, lower)
  }

  /// Names the fault of a text of digits and marks.
  private func shapeFault(_ text: String) -> NumberFault? {
    guard let shape = DecimalShape(text) else { return nil }
    switch shape.reading(mark: mark) {
    case .grouped(let whole, let decimals):
      return .grouped(text: text, write: spelled(shape.sign, whole, decimals))
    case .groupOrDecimals(let whole, let decimals):
      // Three digits after the grammar's own mark are doubtful only in an amount of money.
      return .ambiguous(
        text: text,
        readings: [spelled(shape.sign, whole, decimals), spelled(shape.sign, whole + decimals, "")])
    case .otherMark(let whole, let decimals):
      let write = spelled(shape.sign, whole, decimals)
      return mark == .point
        ? .decimalComma(text: text, write: write) : .decimalPoint(text: text, write: write)
    case .missingDigit(let whole, let decimals):
      return .missingDigit(text: text, write: spelled(shape.sign, whole, decimals))
    case .plain(let whole, let decimals):
      return .leadingZero(text: text, write: spelled(shape.sign, whole, decimals))
    case .unclear:
      return .notANumber(text: text)
    }
  }

  /// Names the fault of a text with other characters than digits and marks.
  private func spellingFault(_ text: String, _ lower: String) -> NumberFault {
    if lower.hasPrefix("0x") || lower.hasPrefix("-0x") {
      let value = Int(lower.replacing("0x", with: "", maxReplacements: 1), radix: 16)
      return .hexadecimal(text: text, write: value.map(String.init))
    }
    if text.contains(":"), text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":") }) {
      return .time(text: text)
    }
    if text.hasPrefix("+"), let write = certainSpelling(of: String(text.dropFirst())) {
      return .plusSign(text: text, write: write)
    }
    if text.contains("_") {
      return .underscore(text: text, write: certainSpelling(of: text.filter { $0 != "_" }))
    }
    if lower.contains("e"), let value = Double(lower.replacing(",", with: ".")) {
      let isPlain = value.magnitude < 1e15 && (value == 0 || value.magnitude >= 1e-4)
      return .exponent(text: text, write: isPlain ? spelling(of: value) : nil)
    }
    return .notANumber(text: text)
  }

  /// The share a percentage stands for, with its digits unchanged.
  private func share(ofPercent text: String) -> String? {
    let body = trimmingSpaces(String(text.dropLast()))
    guard let shape = DecimalShape(body) else { return nil }
    switch shape.reading(mark: mark) {
    case .plain(let whole, let decimals), .otherMark(let whole, let decimals),
      .groupOrDecimals(let whole, let decimals):
      let padded = String(repeating: "0", count: max(0, 3 - whole.count)) + whole
      return spelled(shape.sign, String(padded.dropLast(2)), padded.suffix(2) + decimals)
    default:
      return nil
    }
  }

  /// The text in the form of the grammar, if it has only one meaning.
  private func certainSpelling(of text: String) -> String? {
    guard let shape = DecimalShape(trimmingSpaces(text)) else { return nil }
    switch shape.reading(mark: mark) {
    case .plain(let whole, let decimals), .grouped(let whole, let decimals),
      .otherMark(let whole, let decimals):
      return spelled(shape.sign, whole, decimals)
    default:
      return nil
    }
  }

  private func spelling(of value: Double) -> String {
    let text = NumberText.plain(value)
    return mark == .point ? text : text.replacing(".", with: ",")
  }

  /// Digits in the form of the grammar, without superfluous zeros.
  private func spelled(_ sign: String, _ whole: String, _ decimals: String) -> String {
    let leading = String(whole.drop { $0 == "0" })
    let trailing = String(decimals.reversed().drop { $0 == "0" }.reversed())
    let body = (leading.isEmpty ? "0" : leading)
    return sign + (trailing.isEmpty ? body : body + String(mark.character) + trailing)
  }

  private func trimmingSpaces(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
