/// Why a value is refused as a number.
///
/// `text` is what stands in the file and `write` what to put there instead, if that is certain.
public enum NumberFault: Error, Equatable, Sendable {
  case notANumber(text: String)
  case quoted(text: String)
  case leadingZero(text: String, write: String)
  case plusSign(text: String, write: String)
  case exponent(text: String, write: String?)
  case underscore(text: String, write: String?)
  /// No digit before or after the decimal mark.
  case missingDigit(text: String, write: String)
  case hexadecimal(text: String, write: String?)
  /// A time of day such as `12:30`, which some YAML readers take for 750.
  case time(text: String)
  case percent(text: String, write: String?)
  case currency(text: String, write: String?)
  /// A decimal comma where a point is expected.
  case decimalComma(text: String, write: String)
  /// A decimal point where a comma is expected.
  case decimalPoint(text: String, write: String)
  /// Digits in groups of three.
  case grouped(text: String, write: String)
  /// One mark with three digits after it, which may separate decimals or thousands.
  case ambiguous(text: String, readings: [String])
  case notFinite(text: String)
  case tooLong(text: String, limit: Int)
  case notAnInteger(text: String)
  case outOfRange(text: String, range: ClosedRange<Double>)
}
