import Foundation
import RunArchive
import Testing

@Suite("the identity of a program and its processor")
struct ProgramIdentityTests {
  private func lines(_ environment: [String: String] = [:]) throws -> [String] {
    try #require(ProgramIdentity.current(environment: environment)).lines
  }

  @Test("it is the same twice, and names the program, its libraries and the processor")
  func parts() throws {
    let lines = try lines()
    #expect(try lines == self.lines())
    let files = lines.filter { $0.hasPrefix("/") }
    for library in ["libc.so.", "libm.so.", "libopenblas", "libsodium"] {
      #expect(files.contains { $0.contains(library) }, "\(library)")
    }
    #expect(files.count == Set(files).count)
    #expect(lines.contains { $0.hasPrefix("flags") || $0.hasPrefix("Features") })
  }

  @Test("variables that choose code for the processor are part of it, others are not")
  func environment() throws {
    #expect(try lines(["OPENBLAS_CORETYPE": "Haswell"]) != lines())
    #expect(try lines(["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2"]) != lines())
    #expect(try lines(["OPENBLAS_NUM_THREADS": "2", "LANG": "C"]) == lines())
  }

  /// `readelf -n` of GNU binutils reads the same notes.
  @Test("build identifiers are those that readelf reads")
  func readelf() throws {
    let program = URL(fileURLWithPath: "/usr/bin/readelf")
    let files = try lines().filter { $0.hasPrefix("/") && $0.contains(" build ") }
    #expect(files.count > 5)
    try #require(FileManager.default.isExecutableFile(atPath: program.path))
    for file in files {
      let parts = file.split(separator: " ")
      let process = Process()
      let output = Pipe()
      process.executableURL = program
      process.arguments = ["-n", String(parts[0])]
      (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
      try process.run()
      let text = String(
        decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(text.contains("Build ID: \(parts[2])\n"), "\(file)")
    }
  }
}
