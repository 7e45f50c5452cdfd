import Foundation

/// Another program of this machine, run as a check on ours.
enum Peer {
  /// Runs a program of this machine and returns its exit code and all it said.
  static func outcome(
    of program: String, _ arguments: [String]
  ) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("output")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, handle)
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: file, encoding: .utf8))
  }
}
