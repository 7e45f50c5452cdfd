import Foundation

/// The program that packs files into a zip.
struct ZipArchive {
  /// Packs files; the same files give the same bytes.
  ///
  /// - Parameters:
  ///   - files: Names and contents.
  ///   - folder: An empty folder to put them in; it is taken away with all else by the caller.
  /// - Returns: The archive.
  /// - Throws: ``SystemProgram/Failure``.
  static func packed(
    _ files: [(name: String, content: Data)], in folder: URL
  ) throws(SystemProgram.Failure) -> Data {
    let archive = folder.appendingPathComponent("packed.zip")
    let tree = folder.appendingPathComponent("packed")
    let names = files.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let zip = SystemProgram(
      // Without extra fields and folders, in the order given.
      words: ["zip", "-q", "-X", "-D", "-@", archive.path],
      // Times in an archive are local ones.
      environment: ["TZ": "UTC", "ZIPOPT": ""], folder: tree)
    let list = Data(names.map { $0 + "\n" }.joined().utf8)
    return try zip.content(of: archive, input: list) {
      for file in files {
        let url = tree.appendingPathComponent(file.name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.content.write(to: url)
        try FileManager.default.setAttributes(
          [.modificationDate: Self.time, .posixPermissions: 0o644], ofItemAtPath: url.path)
      }
    }
  }

  /// The first of January 2020, so that archives do not depend on the clock.
  private static let time = Date(timeIntervalSince1970: 1_577_836_800)
}
