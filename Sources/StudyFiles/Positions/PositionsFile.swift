package import HybridWork

/// Reads a table of positions: one row a task (as Anjab/ABK tables have it), or one row a position.
///
/// A table with a column `share_of_time` or `place` has one row a task. Columns that Luwes doesn't
/// know are ignored, so that the inventory's own file can be read back.
package enum PositionsFile {
  /// Reads the table at `path`, called `name` in complaints; nil if the log has an error about it.
  package static func load(
    path: String, name: String, mapping: PositionsMapping = PositionsMapping(), log: DiagnosticLog
  ) -> PositionTable? {
    do throws(FileFault) {
      let source = try SourceFile.table(
        path: path, name: name, decimalComma: mapping.decimalComma)
      return read(source, mapping: mapping, log: log)
    } catch {
      log.add(Diagnostic(.file(error), file: name))
      return nil
    }
  }

  /// Reads a table that is already in memory.
  package static func read(
    _ source: SourceFile, mapping: PositionsMapping = PositionsMapping(), log: DiagnosticLog
  ) -> PositionTable? {
    let own = DiagnosticLog()
    defer { for diagnostic in own.diagnostics { log.add(diagnostic) } }
    guard let table = CSVTable(source, log: own) else { return nil }
    let hasTasks = [PositionColumn.shareOfTime, .place].contains {
      table.column(named: mapping.header(of: $0)) != nil
    }
    let needed = hasTasks ? PositionColumn.ofTasks : PositionColumn.ofPositions
    guard let places = places(in: table, needed: needed, mapping: mapping, log: own) else {
      return nil
    }
    let rows = (0..<table.rowCount).map { row in
      PositionRow(
        table: table, row: row, places: places,
        decimals: DecimalGrammar(mark: mapping.decimalComma ? .comma : .point), log: own)
    }
    let profiles =
      hasTasks ? TaskRows(rows).profiles() : PositionRows(rows).profiles()
    guard !own.hasErrors else { return nil }
    let asked = PositionCriterion.allCases.filter { places[PositionColumn($0)] != nil }
    return PositionTable(profiles, asked: asked)
  }

  /// Where each column stands; nil if one that is needed does not, which is reported.
  private static func places(
    in table: CSVTable, needed: [PositionColumn], mapping: PositionsMapping, log: DiagnosticLog
  ) -> [PositionColumn: Int]? {
    var places: [PositionColumn: Int] = [:]
    var isComplete = true
    for column in PositionColumn.allCases {
      let header = mapping.header(of: column)
      places[column] = table.column(named: header)
      let isWanted = needed.contains(column) || mapping.columns[column] != nil
      guard places[column] == nil, isWanted else { continue }
      isComplete = false
      let named = table.header.filter { !$0.isEmpty }
      let nearest = NearestName.find(header, in: named)
      log.add(
        Diagnostic(
          .table(.missingColumn(name: header, nearest: nearest, allowed: named)),
          file: table.file, at: TextPosition(line: 1), keyPath: column.rawValue))
    }
    return isComplete ? places : nil
  }
}
