import Foundation

/// The program that turns markup into a DOCX.
struct Pandoc {
  /// A DOCX whose page, header, footer and styles are taken.
  let reference: String?

  /// The DOCX of a page; the same page gives the same bytes.
  ///
  /// - Throws: ``SystemProgram/Failure``.
  func docx(html: String) throws(SystemProgram.Failure) -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (page, document) = (
      folder.appendingPathComponent("page.html"), folder.appendingPathComponent("page.docx")
    )
    let words =
      ["pandoc", "--from=html", "--to=docx", "--output=\(document.path)"]
      + (reference.map { ["--reference-doc=\($0)"] } ?? []) + [page.path]
    // pandoc stamps documents with this second instead of the clock's.
    let pandoc = SystemProgram(words: words, environment: ["SOURCE_DATE_EPOCH": "1672531200"])
    return try pandoc.content(of: document) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(html.utf8).write(to: page)
    }
  }
}
