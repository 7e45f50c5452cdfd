import Foundation

/// The program as a planner runs it: a separate process, its output and its exit code.
struct Program {
  /// What a run of the program left.
  struct Outcome {
    let exitCode: Int32
    let output: String
    let complaints: String
  }

  /// The project's top folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let executable = root.appendingPathComponent(".build/release/luwes")

  /// Runs `luwes` with arguments in the project's top folder.
  ///
  /// Results are computed and never taken from an earlier run, so that tests that compare two runs
  /// compare two computations. Variables of the environment may say otherwise.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LUWES_KEPT_RUNS": "0"]) { $1 }.merging(environment) { $1 }
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    let folder = try TemporaryFolder()
    let output = folder.url.appendingPathComponent("output")
    let complaints = folder.url.appendingPathComponent("complaints")
    for file in [output, complaints] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      complaints: try String(contentsOf: complaints, encoding: .utf8))
  }
}

/// A folder that goes when its owner does.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The content of a file in the folder.
  func text(_ path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }
}
