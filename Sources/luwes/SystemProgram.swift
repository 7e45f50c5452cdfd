import Foundation
import RunArchive

/// A program of the system that Luwes calls for work it does not do itself.
struct SystemProgram {
  /// What keeps a program from doing its work.
  enum Failure: Error {
    /// The program is not installed.
    case missing
    /// Its files could not be written.
    case notStarted(WritingRefusal)
    /// It refused, in its own words.
    case refused(String)
  }

  /// Its name and what it is told.
  let words: [String]
  /// Variables that are set to these values instead of the user's.
  let environment: [String: String]
  /// The folder it works in; nil for the present one.
  var folder: URL?

  /// Runs the program on files made beforehand, and gives the content of the file it leaves.
  ///
  /// - Parameters:
  ///   - result: The file it writes.
  ///   - input: What it reads.
  ///   - prepare: Makes its files.
  /// - Returns: What stands in the file.
  /// - Throws: ``Failure``.
  func content(
    of result: URL, input: Data = Data(), prepare: () throws -> Void
  ) throws(Failure) -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, fixed in fixed }
    let (reading, complaints) = (Pipe(), Pipe())
    process.standardInput = reading
    process.standardOutput = complaints
    process.standardError = complaints
    let said: String
    do {
      try prepare()
      try process.run()
      try reading.fileHandleForWriting.write(contentsOf: input)
      try reading.fileHandleForWriting.close()
      said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
    } catch {
      throw .notStarted(WritingRefusal(error))
    }
    guard process.terminationStatus != 127 else { throw .missing }
    guard process.terminationStatus == 0,
      let content = FileManager.default.contents(atPath: result.path)
    else { throw .refused(said.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return content
  }
}
