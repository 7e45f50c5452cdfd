/// Loads a YAML file that people wrote.
package enum YAMLFile {
  /// The most bytes such a file may have: far more than anyone writes by hand.
  package static let limit = 16 << 20

  /// Reads the file at `path`, called `name` in complaints, whose root must be a mapping.
  ///
  /// All keys of the root must have been asked for when `read` returns.
  ///
  /// - Returns: What `read` makes of it; nil if the file cannot be used, which the log then says.
  package static func read<Value>(
    path: String, name: String, log: DiagnosticLog, _ read: (YAMLMapping) -> Value?
  ) -> Value? {
    do throws(FileFault) {
      let source = try SourceFile.load(path: path, name: name, limit: limit)
      return self.read(source, log: log, read)
    } catch {
      log.add(Diagnostic(.file(error), file: name))
      return nil
    }
  }

  /// Reads bytes that are already in memory.
  package static func read<Value>(
    _ source: SourceFile, log: DiagnosticLog, _ read: (YAMLMapping) -> Value?
  ) -> Value? {
    guard let root = root(of: source, log: log) else { return nil }
    return YAMLValue(node: root, keyPath: "", file: source.name, log: log).mapping(read)
  }

  private static func root(of source: SourceFile, log: DiagnosticLog) -> YAMLNode? {
    let faults = source.encodingFaults()
    guard faults.isEmpty else {
      for fault in faults {
        log.add(Diagnostic(.file(fault.fault), file: source.name, at: fault.position))
      }
      return nil
    }
    var composer = YAMLComposer()
    let node = composer.compose(String(decoding: source.bytes, as: UTF8.self))
    for fault in composer.faults {
      log.add(Diagnostic(fault.problem, file: source.name, at: fault.position))
    }
    if composer.faults.isEmpty, node == nil || node?.kind == .nothing {
      log.add(Diagnostic(.file(.empty), file: source.name))
      return nil
    }
    return node
  }
}
