import Foundation

/// A JSON value whose objects are written with sorted keys.
indirect enum JSONValue: Encodable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number):
      // Whole numbers without a fraction, as a reader would write them.
      if let whole = Int64(exactly: number) {
        try container.encode(whole)
      } else {
        try container.encode(number)
      }
    case .flag(let flag): try container.encode(flag)
    case .list(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }

  /// The text, with a line end behind it.
  ///
  /// - Throws: An encoding error for a number that is not finite.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(integerLiteral whole: Int) { self = .number(Double(whole)) }
  init(arrayLiteral values: JSONValue...) { self = .list(values) }

  init(dictionaryLiteral values: (String, JSONValue)...) {
    self = .object(Dictionary(values, uniquingKeysWith: { first, _ in first }))
  }
}
