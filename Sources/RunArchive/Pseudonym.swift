import CSodium

/// What stands for a person's identifier where the identifier may not be shown.
///
/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) of the identifier's UTF-8 under a secret key, cut to its
/// first digits. The same key gives a person the same pseudonym in every file; without the key
/// nobody can tell whose it is by trying identifiers.
public struct Pseudonym: Hashable, Sendable {
  /// The hexadecimal digits of a pseudonym in Luwes' files: 64 bits.
  public static let digitCount = 16

  /// The digits.
  public let digits: String

  /// Two people who would get the same pseudonym.
  public struct Collision: Error, Equatable {
    /// The places of both among the identifiers.
    public let first: Int, second: Int
  }

  /// The pseudonym of one identifier.
  ///
  /// - Parameters:
  ///   - identifier: The identifier as the register has it.
  ///   - key: The secret.
  ///   - digitCount: How many digits are kept, 1...64.
  public init(of identifier: String, key: PseudonymKey, digitCount: Int = Self.digitCount) {
    let content = Array(identifier.utf8)
    var code = Array(repeating: UInt8(0), count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256(&code, content, UInt64(content.count), key.bytes)
    digits = String(Hexadecimal.text(code).prefix(digitCount))
  }

  /// The pseudonyms of a register, in its order.
  ///
  /// - Throws: ``Collision`` for the first two different identifiers with the same pseudonym.
  public static func all(
    of identifiers: [String], key: PseudonymKey, digitCount: Int = Self.digitCount
  ) throws(Collision) -> [Pseudonym] {
    var places: [Pseudonym: Int] = [:]
    var pseudonyms: [Pseudonym] = []
    for (place, identifier) in identifiers.enumerated() {
      let pseudonym = Pseudonym(of: identifier, key: key, digitCount: digitCount)
      if let first = places[pseudonym], identifiers[first] != identifier {
        throw Collision(first: first, second: place)
      }
      places[pseudonym] = place
      pseudonyms.append(pseudonym)
    }
    return pseudonyms
  }
}

/// Bytes as lower-case hexadecimal digits, and back.
enum Hexadecimal {
  static func text(_ bytes: [UInt8]) -> String {
    let alphabet = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] },
      as: UTF8.self)
  }

  /// The bytes, or nil where something is no digit or a digit is left over.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = text.map { $0.isASCII ? $0.hexDigitValue : nil }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[place], let low = digits[place + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
