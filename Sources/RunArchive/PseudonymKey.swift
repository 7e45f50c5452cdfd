import CSodium
import Foundation

/// The secret behind pseudonyms: 32 bytes, in a file as 64 hexadecimal digits.
public struct PseudonymKey: Sendable {
  /// What keeps a key from being read or made.
  public enum Failure: Error, Equatable {
    /// The file holds something other than 64 hexadecimal digits.
    case malformed(path: String)
    /// There is a file already; it is left alone, for a lost key can't be made again.
    case alreadyThere(path: String)
    /// There is no such file.
    case missing(path: String)
    /// The user may not read the file, or it can't be read for another reason.
    case unreadable(path: String)
    /// The file can't be made.
    case refused(path: String, reason: WritingRefusal)
    /// This machine gives no random numbers.
    case noRandomNumbers
  }

  private static let digitCount = 2 * Int(crypto_auth_hmacsha256_KEYBYTES)

  let bytes: [UInt8]

  /// A key from 64 hexadecimal digits, upper or lower case; nil for anything else.
  public init?(digits: some StringProtocol) {
    guard digits.count == Self.digitCount, let bytes = Hexadecimal.bytes(digits) else { return nil }
    self.bytes = bytes
  }

  /// Reads a key from a file; white space around the digits is ignored.
  ///
  /// - Throws: ``Failure/malformed(path:)``, ``Failure/missing(path:)`` and
  ///   ``Failure/unreadable(path:)``.
  public init(readingFrom path: String) throws(Failure) {
    let content: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      // A key is short: of a file that is none, such as a register, little is read.
      content = try handle.read(upToCount: 4 * Self.digitCount) ?? Data()
    } catch {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      throw isFolder.boolValue
        ? .malformed(path: path) : isThere ? .unreadable(path: path) : .missing(path: path)
    }
    let text = String(decoding: content, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard let key = PseudonymKey(digits: text) else { throw .malformed(path: path) }
    self = key
  }

  /// Makes a key of random bytes and a file of it that only its owner can read.
  ///
  /// - Throws: ``Failure/alreadyThere(path:)``, ``Failure/refused(path:reason:)`` and
  ///   ``Failure/noRandomNumbers``.
  public init(creatingFileAt path: String) throws(Failure) {
    guard sodium_init() >= 0 else { throw .noRandomNumbers }
    var bytes = Array(repeating: UInt8(0), count: Int(crypto_auth_hmacsha256_KEYBYTES))
    randombytes_buf(&bytes, bytes.count)
    self.bytes = bytes
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw errno == EEXIST
        ? .alreadyThere(path: path) : .refused(path: path, reason: WritingRefusal(code: errno))
    }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data((Hexadecimal.text(bytes) + "\n").utf8))
      try handle.synchronize()
    } catch {
      unlink(path)
      throw .refused(path: path, reason: WritingRefusal(error))
    }
  }
}
