import Foundation

/// An Excel workbook that openpyxl writes for a test, gone when its owner is.
final class WorkbookFixture {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("luwes-workbook-\(UUID().uuidString).xlsx")

  var path: String { url.path }

  /// Runs Python statements in which `book` is a new workbook and `sheet` its first sheet, `Data`.
  init(_ statements: String) throws {
    let script = """
      import sys, datetime
      from openpyxl import Workbook
      book = Workbook()
      sheet = book.active
      sheet.title = "Data"
      \(statements)
      book.save(sys.argv[1])
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script, path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
