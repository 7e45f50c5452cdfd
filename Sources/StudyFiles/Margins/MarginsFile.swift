public import Populations

/// Reads the published totals from which a study's staff is made up.
public enum MarginsFile {
  /// Reads the margins at `path`, called `name` in complaints.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: What complaints call it, relative to the study.
  ///   - inputs: The files of the study; the tables the margins name are added, each once.
  ///   - log: Hears everything that is wrong with the file or its tables.
  /// - Returns: The margins, or nil if the log has an error about them.
  public static func load(
    path: String, name: String, inputs: inout [InputFile], log: DiagnosticLog
  ) -> Margins? {
    do throws(FileFault) {
      let source = try SourceFile.load(path: path, name: name, limit: YAMLFile.limit)
      return read(source, path: path, inputs: &inputs, log: log)
    } catch {
      log.add(Diagnostic(.file(error), file: name))
      return nil
    }
  }

  /// Reads margins that are already in memory; their tables stand beside `path`.
  package static func read(
    _ source: SourceFile, path: String, inputs: inout [InputFile], log: DiagnosticLog
  ) -> Margins? {
    var tables: [InputFile] = []
    let margins = YAMLFile.read(source, log: log) { keys -> Margins? in
      var reader = MarginsReader(file: InputFile(name: source.name, path: path), log: log)
      let margins = reader.margins(keys)
      tables = reader.tables
      return margins
    }
    for table in tables where !inputs.contains(where: { $0.name == table.name }) {
      inputs.append(table)
    }
    return margins
  }
}
