import Foundation

/// The first sheet of an Excel workbook, as text with one line for each row.
///
/// Read by openpyxl, an installed program of Python's, since it tells texts from numbers and dates: an
/// identifier of eighteen digits that a spreadsheet keeps as a number has lost its last digits, and must
/// not be taken for one.
enum WorkbookSheet {
  /// Where Debian's Python is, which Debian's openpyxl belongs to; then whatever the path has.
  private static let interpreters = ["/usr/bin/python3", "python3"]

  /// What the reader says of a workbook.
  private struct Answer: Decodable {
    let sheet: String?
    let failure: String?
  }

  /// Whether bytes are those of a workbook, as far as their first ones tell.
  static func isWorkbook(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// Reads the sheet; complaints call it `name[Sheet]`.
  ///
  /// - Parameters:
  ///   - path: The workbook.
  ///   - name: What complaints call it.
  ///   - decimalComma: Whether numbers are written with a comma, as texts of the sheet are read.
  /// - Returns: The sheet as text.
  /// - Throws: A ``FileFault`` for a workbook that can't be read, is empty, or has no reader here.
  static func load(
    path: String, name: String, decimalComma: Bool
  ) throws(FileFault) -> SourceFile {
    let outcome = try run(WorkbookScript.text, [path, decimalComma ? "," : "."])
    let answer = try? JSONDecoder().decode(Answer.self, from: outcome.complaints)
    if answer?.failure == "empty" { throw .emptyWorkbook }
    guard outcome.code == 0, let sheet = answer?.sheet else { throw .brokenWorkbook }
    return SourceFile(name: "\(name)[\(sheet)]", bytes: outcome.output, isSheet: true)
  }

  /// Runs a script with the first Python that has openpyxl.
  ///
  /// - Returns: Its exit code, and what it wrote to its two outputs.
  /// - Throws: ``FileFault/noWorkbookReader`` if there is none, and the fault of the folder for files on
  ///   the way if it takes none.
  static func run(
    _ script: String, _ arguments: [String]
  ) throws(FileFault) -> (code: Int32, output: Data, complaints: Data) {
    for interpreter in interpreters {
      guard let outcome = try run(interpreter, script, arguments) else { continue }
      // The script's own code for a Python without openpyxl; 127 is no such Python.
      if outcome.code == 4 || outcome.code == 127 { continue }
      return outcome
    }
    throw .noWorkbookReader
  }

  private static func run(
    _ interpreter: String, _ script: String, _ arguments: [String]
  ) throws(FileFault) -> (code: Int32, output: Data, complaints: Data)? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, complaints) = (
      folder.appendingPathComponent("rows"), folder.appendingPathComponent("said")
    )
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Isolated: nothing of the user's folders is imported in place of openpyxl.
    process.arguments = [interpreter, "-I", "-c", script] + arguments
    process.standardInput = FileHandle.nullDevice
    do {
      // Rows of a register are personal data: only the owner may look into the folder meanwhile.
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for file in [output, complaints] { try Data().write(to: file) }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: complaints)
      try process.run()
      process.waitUntilExit()
      let outcome = (
        code: process.terminationStatus, output: try Data(contentsOf: output),
        complaints: try Data(contentsOf: complaints)
      )
      // The script's own codes; any other may be a disk that filled up under it.
      if ![0, 3, 4, 127].contains(outcome.code), let fault = TemporaryFolder.fault { throw fault }
      return outcome
    } catch {
      if let fault = error as? FileFault ?? TemporaryFolder.fault { throw fault }
      return nil
    }
  }
}
