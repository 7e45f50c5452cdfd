import Foundation

/// The program that packs files into a zip.
struct ZipArchive {
  /// What keeps an archive from being made.
  enum Failure: Error {
    /// The program is not installed.
    case missing
    /// It refused, in its own words.
    case refused(String)
  }

  /// Packs files; the same files give the same bytes.
  ///
  /// - Parameters:
  ///   - files: Names and contents.
  ///   - folder: An empty folder to put them in; it is taken away with all else by the caller.
  /// - Returns: The archive.
  /// - Throws: ``Failure``.
  static func packed(
    _ files: [(name: String, content: Data)], in folder: URL
  ) throws(Failure) -> Data {
    let archive = folder.appendingPathComponent("packed.zip")
    let tree = folder.appendingPathComponent("packed")
    let names = files.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Without extra fields and folders, in the order given.
    process.arguments = ["zip", "-q", "-X", "-D", "-@", archive.path]
    process.currentDirectoryURL = tree
    // Times in an archive are local ones.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TZ": "UTC", "ZIPOPT": ""]) { _, fixed in fixed }
    let (input, complaints) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = complaints
    process.standardError = complaints
    let said: String
    do {
      for file in files {
        let url = tree.appendingPathComponent(file.name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.content.write(to: url)
        try FileManager.default.setAttributes(
          [.modificationDate: Self.time, .posixPermissions: 0o644], ofItemAtPath: url.path)
      }
      try process.run()
      try input.fileHandleForWriting.write(
        contentsOf: Data(names.map { $0 + "\n" }.joined().utf8))
      try input.fileHandleForWriting.close()
      said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
    } catch {
      throw .refused((error as NSError).localizedDescription)
    }
    guard process.terminationStatus != 127 else { throw .missing }
    guard process.terminationStatus == 0,
      let content = FileManager.default.contents(atPath: archive.path)
    else { throw .refused(said.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return content
  }

  /// The first of January 2020, so that archives do not depend on the clock.
  private static let time = Date(timeIntervalSince1970: 1_577_836_800)
}
