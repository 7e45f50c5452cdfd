import CSodium

/// The SHA-256 of some content, as 64 hexadecimal digits.
public struct ContentHash: Hashable, Sendable {
  /// The digits.
  public let digits: String

  /// Hashes bytes.
  public init(_ bytes: some Collection<UInt8>) {
    let content = Array(bytes)
    var digest = Array(repeating: UInt8(0), count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, content, UInt64(content.count))
    let alphabet = Array("0123456789abcdef".utf8)
    digits = String(
      decoding: digest.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] },
      as: UTF8.self)
  }

  /// Hashes the UTF-8 of a text.
  public init(text: String) { self.init(Array(text.utf8)) }
}
