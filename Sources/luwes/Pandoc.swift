import Foundation

/// The program that turns markup into a DOCX.
struct Pandoc {
  /// What keeps a document from being made.
  enum Failure: Error {
    /// The program is not installed.
    case missing
    /// It refused, in its own words.
    case refused(String)
  }

  /// A DOCX whose page, header, footer and styles are taken.
  let reference: String?

  /// The DOCX of a page; the same page gives the same bytes.
  ///
  /// - Throws: ``Failure``.
  func docx(html: String) throws(Failure) -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (page, document) = (
      folder.appendingPathComponent("page.html"), folder.appendingPathComponent("page.docx")
    )
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["pandoc", "--from=html", "--to=docx", "--output=\(document.path)"]
      + (reference.map { ["--reference-doc=\($0)"] } ?? []) + [page.path]
    // pandoc stamps documents with this second instead of the clock's.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SOURCE_DATE_EPOCH": "1672531200"]) { _, fixed in fixed }
    process.standardInput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    let said: String
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(html.utf8).write(to: page)
      try process.run()
      said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
    } catch {
      throw .refused((error as NSError).localizedDescription)
    }
    guard process.terminationStatus != 127 else { throw .missing }
    guard process.terminationStatus == 0,
      let content = FileManager.default.contents(atPath: document.path)
    else { throw .refused(said.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return content
  }
}
