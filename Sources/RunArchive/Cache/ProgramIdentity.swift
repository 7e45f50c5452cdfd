import Foundation

/// What decides the bytes of a run beside its inputs and settings: the program, the libraries it runs
/// with, and the processor.
///
/// The version is not enough: two builds of one version may differ, and so may two releases of a
/// library. Linear algebra and elementary functions choose their code by the processor's features.
public struct ProgramIdentity: Hashable, Sendable {
  /// One line for each part, in a fixed order.
  public let lines: [String]

  /// An identity of known parts.
  public init(lines: [String]) { self.lines = lines }

  /// The identity of the running process.
  ///
  /// Each executable file in memory stands with its build identifier, or with its content hash where it
  /// has none.
  ///
  /// - Parameter environment: Variables of the process: those that choose code by the processor count.
  /// - Returns: The identity; nil where the system does not tell, or where the program was exchanged
  ///   since it was started.
  public static func current(environment: [String: String]) -> ProgramIdentity? {
    guard let maps = text("/proc/self/maps"), let processor = processor else { return nil }
    var paths: Set<String> = []
    for line in maps.split(separator: "\n") {
      // address permissions offset device inode path
      let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      guard fields.count == 6, fields[1].contains("x") else { continue }
      let path = fields[5].drop { $0 == " " }
      if path.hasPrefix("/") { paths.insert(String(path)) }
    }
    var lines = processor
    for name in ["GLIBC_TUNABLES", "OPENBLAS_CORETYPE"] {
      lines.append("\(name) \(environment[name] ?? "")")
    }
    for path in paths.sorted() {
      guard let identity = ELFFile.identity(path) else { return nil }
      lines.append("\(path) \(identity)")
    }
    return paths.isEmpty ? nil : ProgramIdentity(lines: lines)
  }

  /// The first processor's model and features; nil where the system does not tell.
  private static var processor: [String]? {
    let told: Set<String> = [
      "vendor_id", "cpu family", "model", "model name", "flags", "CPU implementer", "CPU part",
      "CPU variant", "Features",
    ]
    guard let text = text("/proc/cpuinfo") else { return nil }
    let first = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    let lines = first.filter { line in
      let name = line.prefix { $0 != ":" && $0 != "\t" }
      return told.contains(name.trimmingCharacters(in: .whitespaces))
    }
    return lines.isEmpty ? nil : lines.map(String.init)
  }

  /// The text of a file whose size the system does not tell beforehand.
  private static func text(_ path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path), let bytes = try? file.readToEnd() else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
