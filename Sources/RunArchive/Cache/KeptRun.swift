public import Foundation

/// A finished run as the cache keeps it: what it read, what it wrote and what it said.
public struct KeptRun: Sendable {
  /// Every place where it looked for an input.
  public let sources: [RunSource]
  /// Names and contents of its results, in the order they were written.
  public let files: [(name: String, content: Data)]
  /// What it said about its inputs, each a line or several.
  public let complaints: [String]
  /// What it printed, in a form of the caller's.
  public let table: String

  /// A run with all it left.
  public init(
    sources: [RunSource], files: [(name: String, content: Data)], complaints: [String],
    table: String
  ) {
    self.sources = sources
    self.files = files
    self.complaints = complaints
    self.table = table
  }

  /// The record beside the files: all of the run but their contents, of which it has the hashes.
  ///
  /// The first line is the hash of what follows, so that a damaged record is known.
  struct Record: Codable {
    struct File: Codable {
      let name: String
      let sha256: String
    }

    let sources: [RunSource]
    let files: [File]
    let complaints: [String]
    let table: String

    init(_ run: KeptRun) {
      sources = run.sources
      files = run.files.map { File(name: $0.name, sha256: ContentHash($0.content).digits) }
      complaints = run.complaints
      table = run.table
    }

    /// The record of bytes that ``bytes()`` made; nil when they are damaged.
    init?(_ bytes: Data) {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let text = bytes[bytes.index(after: end)...]
      guard bytes[..<end].elementsEqual(ContentHash(text).digits.utf8),
        let record = try? JSONDecoder().decode(Self.self, from: Data(text)),
        record.files.allSatisfy({ !$0.name.contains("/") })
      else { return nil }
      self = record
    }

    func bytes() throws -> Data {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let text = try encoder.encode(self)
      return Data((ContentHash(text).digits + "\n").utf8) + text
    }
  }
}
