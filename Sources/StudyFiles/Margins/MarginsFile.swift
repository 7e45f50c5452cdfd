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
    var tables: [InputFile] = []
    let margins = YAMLFile.read(path: path, name: name, log: log) { keys -> Margins? in
      var reader = MarginsReader(file: InputFile(name: name, path: path), log: log)
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
