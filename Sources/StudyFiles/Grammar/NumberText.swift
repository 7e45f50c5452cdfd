/// Numbers as complaints show them.
enum NumberText {
  /// The shortest digits that give the value back, without an exponent where that is readable.
  static func plain(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
      return String(whole)
    }
    let text = "\(value)"
    guard text.contains("e-"), value.magnitude >= 1e-9 else { return text }
    return withoutExponent(text)
  }

  /// A value as ``plain(_:)`` shows it, with at most three digits behind the decimal point.
  static func rounded(_ value: Double) -> String {
    guard value.magnitude < 1e12 else { return "\(value)" }
    return plain((value * 1000).rounded() / 1000)
  }

  private static func withoutExponent(_ text: String) -> String {
    let parts = text.split(separator: "e-")
    guard parts.count == 2, let shift = Int(parts[1]) else { return text }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let digits = parts[0].filter { $0.isNumber }
    let significant = digits.hasSuffix("0") && digits.count == 2 ? digits.dropLast() : digits[...]
    return sign + "0." + String(repeating: "0", count: shift - 1) + significant
  }
}
