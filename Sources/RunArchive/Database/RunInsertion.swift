import GRDB

/// The writing of one run, within one transaction; every text is a bound parameter.
struct RunInsertion {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func insert(_ run: RecordedRun, folder: String, time: String) throws {
    let manifest = run.manifest
    try database.execute(sql: "DELETE FROM runs WHERE run_id = ?", arguments: [manifest.runID])
    try database.execute(
      sql: """
        INSERT INTO runs (run_id, recorded_at, study, classification, luwes, language, seed, worlds,
          replications, baseline, folder, manifest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        manifest.runID, time, manifest.study, manifest.classification, manifest.luwes,
        manifest.options.language, String(manifest.options.seed), manifest.options.worlds,
        manifest.options.replications, manifest.options.baseline, folder, try manifest.json(),
      ])
    let id = database.lastInsertedRowID
    try insert(manifest.inputs, role: "input", of: id)
    try insert(manifest.outputs, role: "output", of: id)
    for table in RecordedTable.allCases {
      guard let records = run.tables[table] else { continue }
      try insert(records, into: table, of: id)
    }
  }

  private func insert(_ entries: [Manifest.Entry], role: String, of run: Int64) throws {
    let statement = try database.makeStatement(
      sql: "INSERT INTO files (run, role, place, path, sha256, kept) VALUES (?, ?, ?, ?, ?, ?)")
    for (place, entry) in entries.enumerated() {
      try statement.execute(arguments: [
        run, role, place + 1, entry.path, entry.sha256, entry.kept.rawValue,
      ])
    }
  }

  private func insert(_ records: CSVRecords, into table: RecordedTable, of run: Int64) throws {
    let isNumber = Set(table.numbers)
    // Names of columns come from `RecordedTable`, never from a file.
    let columns = (table.texts + table.numbers).compactMap { name in
      records.header.firstIndex(of: name).map { (name: name, place: $0) }
    }
    let names = columns.map { RecordedTable.column($0.name) }.joined(separator: ", ")
    let marks = Array(repeating: "?", count: columns.count + 2).joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \(table.name) (run, line, \(names)) VALUES (\(marks))")
    for (place, row) in records.rows.enumerated() {
      // The line of the file, of which the header is the first.
      var values: [DatabaseValue] = [run.databaseValue, (place + 2).databaseValue]
      for column in columns {
        let text = column.place < row.count ? row[column.place] : ""
        if isNumber.contains(column.name) {
          values.append(Double(text)?.databaseValue ?? .null)
        } else {
          values.append(text.databaseValue)
        }
      }
      statement.setUncheckedArguments(StatementArguments(values))
      try statement.execute()
    }
  }
}
