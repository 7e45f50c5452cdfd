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
    digits = Hexadecimal.text(digest)
  }

  /// Hashes the UTF-8 of a text.
  public init(text: String) { self.init(Array(text.utf8)) }
}
