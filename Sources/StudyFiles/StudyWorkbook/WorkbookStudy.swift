import Foundation

/// A study in a workbook: converted to files, and read from them like any other.
public enum WorkbookStudy {
  /// Whether a path is that of a workbook.
  public static func isWorkbook(_ path: String) -> Bool {
    guard !FilePath.isFolder(path),
      let source = try? SourceFile.load(path: path, name: path, limit: .max)
    else { return false }
    return WorkbookSheet.isWorkbook(source.bytes)
  }

  /// The files of a study in a workbook.
  ///
  /// - Parameters:
  ///   - path: The workbook.
  ///   - log: Hears every complaint, each with its sheet and cell.
  /// - Returns: The names and texts of the files; nil if the log has errors.
  public static func files(
    _ path: String, log: DiagnosticLog
  ) -> [(name: String, text: String)]? {
    converted(path, log: log)?.map { ($0.name, $0.text) }
  }

  static func converted(_ path: String, log: DiagnosticLog) -> [ConvertedFile]? {
    let workbook = FilePath.lastName(of: path)
    let complain = { (fault: WorkbookFault, place: WorkbookPlace) in
      log.add(diagnostic(Self.problem(fault), place, workbook))
    }
    do throws(FileFault) {
      let cells = try StudyCells.load(path, complain: complain)
      var conversion = StudyConversion(cells, complain: complain)
      let files = conversion.converted()
      return log.hasErrors ? nil : files
    } catch {
      log.add(Diagnostic(.file(error), file: workbook))
      return nil
    }
  }

  /// The study of a workbook, by way of files in a folder that is taken away again.
  static func load(
    _ path: String, overrides: StudyOverrides, log: DiagnosticLog
  ) -> LoadedStudy? {
    guard let files = converted(path, log: log) else { return nil }
    let workbook = FilePath.lastName(of: path)
    let stem = workbook.prefix { $0 != "." }
    let outer = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-\(UUID().uuidString)")
    let folder = outer.appendingPathComponent(stem.isEmpty ? "isian" : String(stem))
    defer { try? FileManager.default.removeItem(at: outer) }
    do {
      try write(files.map { ($0.name, $0.text) }, to: folder.path)
    } catch {
      let fault =
        TemporaryFolder.fault
        ?? .temporaryFolderClosed(path: outer.deletingLastPathComponent().path)
      log.add(Diagnostic(.file(fault), file: workbook))
      return nil
    }
    let inner = DiagnosticLog()
    let loaded = StudyLoader.load(folder.path, overrides: overrides, log: inner)
    for diagnostic in inner.diagnostics {
      log.add(inWorkbook(diagnostic, files, workbook))
    }
    return loaded.map { study in
      var study = study
      // It may hold a register.
      study.inputs = [InputFile(name: workbook, path: path, isLocal: true)]
      study.soughtInVain = []
      return study
    }
  }

  /// Writes files into a folder that only the owner can open, since they may hold a register.
  ///
  /// - Parameters:
  ///   - files: Names relative to the folder, and texts.
  ///   - folder: The folder, which is made.
  /// - Throws: What the system says.
  public static func write(_ files: [(name: String, text: String)], to folder: String) throws {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    for file in files {
      let url = root.appendingPathComponent(file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(file.text.utf8).write(to: url)
    }
  }

  private static func problem(_ fault: WorkbookFault) -> Problem {
    if case .notYAML(let problem) = fault { problem } else { .workbook(fault) }
  }

  private static func diagnostic(
    _ problem: Problem, _ place: WorkbookPlace, _ workbook: String
  ) -> Diagnostic {
    Diagnostic(
      problem, file: "\(workbook)[\(place.sheet)]",
      at: TextPosition(row: place.row, sheetColumn: place.column))
  }

  /// A complaint about a converted file as one about the cell it came from.
  private static func inWorkbook(
    _ diagnostic: Diagnostic, _ files: [ConvertedFile], _ workbook: String
  ) -> Diagnostic {
    let file = files.first { $0.name == FilePath.shortened(diagnostic.file) }
    guard let file, let line = diagnostic.line,
      let place = file.place(line: line, column: diagnostic.column)
    else {
      return Diagnostic(
        diagnostic.problem, severity: diagnostic.severity,
        file: "\(workbook)[\(diagnostic.file)]", keyPath: diagnostic.keyPath)
    }
    return Diagnostic(
      diagnostic.problem, severity: diagnostic.severity, file: "\(workbook)[\(place.sheet)]",
      at: TextPosition(row: place.row, sheetColumn: place.column), keyPath: diagnostic.keyPath)
  }
}
