import Foundation
import RunArchive
import Testing

@Suite("Pseudonyms")
struct PseudonymTests {
  private func key(_ byte: String) throws -> PseudonymKey {
    try #require(PseudonymKey(digits: String(repeating: byte, count: 32)))
  }

  /// The rows of the file that `References/pseudonyms.py` made.
  private func reference() throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "References/pseudonyms.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("they are the first digits of Python's HMAC-SHA-256")
  func python() throws {
    let rows = try reference()
    #expect(rows.count == 18)
    for row in rows {
      let key = try #require(PseudonymKey(digits: row[0]))
      #expect(Pseudonym(of: row[1], key: key, digitCount: 64).digits == row[2])
      #expect(Pseudonym(of: row[1], key: key).digits == String(row[2].prefix(16)))
    }
  }

  @Test("RFC 4231's first test case holds")
  func standard() throws {
    let digits = String(repeating: "0b", count: 20) + String(repeating: "00", count: 12)
    let key = try #require(PseudonymKey(digits: digits))
    #expect(Pseudonym(of: "Hi There", key: key).digits == "b0344c61d8db3853")
  }

  @Test("the same key gives the same pseudonym whatever else is in the register, another another")
  func keys() throws {
    let small = try Pseudonym.all(of: ["S-2"], key: key("a1"))
    let large = try Pseudonym.all(of: ["S-1", "S-2", "S-3"], key: key("A1"))
    let other = try Pseudonym.all(of: ["S-1", "S-2", "S-3"], key: key("a2"))
    #expect(small[0] == large[1])
    #expect(Set(large).count == 3)
    #expect(Set(large).isDisjoint(with: other))
  }

  @Test("two people with the same pseudonym are refused; one person twice is not")
  func collision() throws {
    let key = try key("07")
    let people = (0..<17).map { "S-\($0)" }
    // Seventeen people can't have different hexadecimal digits.
    let collision = #expect(throws: Pseudonym.Collision.self) {
      try Pseudonym.all(of: people, key: key, digitCount: 1)
    }
    let found = try #require(collision)
    #expect(found.first < found.second)
    #expect(
      Pseudonym(of: people[found.first], key: key, digitCount: 1)
        == Pseudonym(of: people[found.second], key: key, digitCount: 1))
    #expect(try Pseudonym.all(of: people, key: key).count == 17)
    #expect(try Pseudonym.all(of: ["S-1", "S-1"], key: key, digitCount: 1).count == 2)
  }

  @Test(
    "what is not 64 hexadecimal digits is no key",
    arguments: [
      "", "ab", String(repeating: "a", count: 63), String(repeating: "a", count: 65),
      String(repeating: "g", count: 64), String(repeating: "é", count: 64),
      String(repeating: "１", count: 64), "+" + String(repeating: "1", count: 63),
    ])
  func malformed(digits: String) throws {
    #expect(PseudonymKey(digits: digits) == nil)
    let folder = try ScratchFolder()
    let path = folder.path("key")
    try digits.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: PseudonymKey.Failure.malformed(path: path)) {
      try PseudonymKey(readingFrom: path)
    }
  }

  @Test("a new key is the owner's only, can be read again, and never replaces a file")
  func newKey() throws {
    let folder = try ScratchFolder()
    let made = try PseudonymKey(creatingFileAt: folder.path("key"))
    let other = try PseudonymKey(creatingFileAt: folder.path("other"))
    let read = try PseudonymKey(readingFrom: folder.path("key"))
    #expect(Pseudonym(of: "S-1", key: read) == Pseudonym(of: "S-1", key: made))
    #expect(Pseudonym(of: "S-1", key: read) != Pseudonym(of: "S-1", key: other))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("key"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let before = try String(contentsOfFile: folder.path("key"), encoding: .utf8)
    #expect(before.count == 65)
    #expect(throws: PseudonymKey.Failure.alreadyThere(path: folder.path("key"))) {
      try PseudonymKey(creatingFileAt: folder.path("key"))
    }
    #expect(try String(contentsOfFile: folder.path("key"), encoding: .utf8) == before)
  }

  @Test("a key file that is not there, or can't be made, is refused with its path")
  func missing() throws {
    let path = try ScratchFolder().path("none/key")
    #expect(throws: PseudonymKey.Failure.missing(path: path)) {
      _ = try PseudonymKey(readingFrom: path)
    }
    #expect(throws: PseudonymKey.Failure.refused(path: path, reason: .noFolder)) {
      _ = try PseudonymKey(creatingFileAt: path)
    }
  }

  @Test("a folder in place of a key file is no key")
  func folder() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("")
    #expect(throws: PseudonymKey.Failure.malformed(path: path)) {
      _ = try PseudonymKey(readingFrom: path)
    }
  }
}

/// A folder that goes when its owner does.
private final class ScratchFolder {
  private let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("luwes-test-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
