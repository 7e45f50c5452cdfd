import CSodium

/// The SHA-256 of some content, as 64 hexadecimal digits.
public struct ContentHash: Hashable, Sendable {
  /// The digits.
  public let digits: String

  /// Hashes bytes.
  public init(_ bytes: some Collection<UInt8>) {
    // Content that lies in one piece, as files do, is not copied.
    let digest =
      bytes.withContiguousStorageIfAvailable(Self.digest)
      ?? Array(bytes).withUnsafeBufferPointer(Self.digest)
    digits = Hexadecimal.text(digest)
  }

  /// Hashes the UTF-8 of a text.
  public init(text: String) { self.init(Array(text.utf8)) }

  private static func digest(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var digest = Array(repeating: UInt8(0), count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, content.baseAddress, UInt64(content.count))
    return digest
  }
}
