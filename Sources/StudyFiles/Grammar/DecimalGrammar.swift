/// The one form in which files give numbers: an optional minus, digits, an optional mark with digits.
///
/// Nothing else is read as a number; every other spelling is refused with what to write instead.
package struct DecimalGrammar: Equatable, Sendable {
  /// The sign between the whole and the broken part of a number.
  package enum Mark: Equatable, Sendable {
    case point
    case comma

    var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    var character: Character { self == .point ? "." : "," }
    var other: Self { self == .point ? .comma : .point }
  }

  package let mark: Mark
  /// Whether the field holds money, where `12.300` may mean 12 300 and is refused.
  package let isMoney: Bool

  /// The most characters a number may have; none that is longer can be infinite or mean anything.
  package static let longest = 30

  /// The grammar of a field.
  package init(mark: Mark = .point, isMoney: Bool = false) {
    self.mark = mark
    self.isMoney = isMoney
  }

  /// Reads a number; spaces around it are ignored.
  package func number(_ text: String) throws(NumberFault) -> Double {
    var copy = text
    if let value = copy.withUTF8({ plainNumber(UnsafeRawBufferPointer($0)) }) { return value }
    throw fault(in: text)
  }

  /// Reads a number from the bytes of a cell without making a string of it.
  package func number(_ bytes: UnsafeRawBufferPointer) throws(NumberFault) -> Double {
    if let value = plainNumber(bytes) { return value }
    throw fault(in: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a whole number; `3.0` is not one.
  package func integer(_ text: String) throws(NumberFault) -> Int {
    let value = try number(text)
    guard !text.contains(mark.character), value.rounded() == value else {
      throw .notAnInteger(text: text)
    }
    guard let whole = Int(exactly: value), whole.magnitude < 1 << 53 else {
      let most = Double(1 << 53 - 1)
      throw .outOfRange(text: text, range: -most...most)
    }
    return whole
  }

  /// The value if the bytes follow the grammar, else nil.
  private func plainNumber(_ untrimmed: UnsafeRawBufferPointer) -> Double? {
    let bytes = trimmed(untrimmed)
    guard !bytes.isEmpty, bytes.count <= Self.longest else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    var mantissa: Int64 = 0
    var wholeDigits = 0
    var decimals = 0
    var sawMark = false
    for byte in bytes[(isNegative ? 1 : 0)...] {
      if byte == mark.byte, !sawMark {
        sawMark = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        if wholeDigits + decimals < 18 {
          mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        if sawMark { decimals += 1 } else { wholeDigits += 1 }
      } else {
        return nil
      }
    }
    guard wholeDigits > 0, !sawMark || decimals > 0 else { return nil }
    let first = bytes[isNegative ? 1 : 0]
    if wholeDigits > 1, first == UInt8(ascii: "0") { return nil }
    if isMoney, decimals == 3, wholeDigits <= 3, first != UInt8(ascii: "0") { return nil }
    guard wholeDigits + decimals <= 15 else { return longNumber(bytes) }
    let magnitude = Double(mantissa) / Self.powersOfTen[decimals]
    return isNegative && magnitude != 0 ? -magnitude : magnitude
  }

  /// The nearest value to more digits than 64 bits hold exactly.
  private func longNumber(_ bytes: UnsafeRawBufferPointer) -> Double? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let value = Double(String(text.map { $0 == mark.character ? "." : $0 })) else {
      return nil
    }
    return value == 0 ? 0 : value
  }

  private func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
