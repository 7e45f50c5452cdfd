import HybridWork

/// Reads the days on which offices are closed, `date,kind,name_id,name_en,source,confidence`.
enum HolidaysFile {
  private static let columns = ["date", "kind", "name_id", "name_en", "source", "confidence"]

  /// The holidays that could be read; nil if the table cannot be used at all.
  static func load(_ input: InputFile, log: DiagnosticLog) -> [PublicHoliday]? {
    guard let table = CSVTable(path: input.path, name: input.name, log: log) else { return nil }
    guard let places = places(in: table, log: log) else { return nil }
    var seen: Set<WorkDate> = []
    return (0..<table.rowCount).compactMap { index in
      let row = Row(table: table, row: index, places: places, log: log)
      guard let holiday = row.holiday() else { return nil }
      guard seen.insert(holiday.date).inserted else {
        row.complain(.name(.duplicate(name: holiday.date.iso, firstLine: nil)), of: 0)
        return nil
      }
      return holiday
    }
  }

  /// Where each of the columns stands; nil if one is missing, which is reported.
  private static func places(in table: CSVTable, log: DiagnosticLog) -> [Int]? {
    let places = columns.compactMap { name -> Int? in
      if let place = table.column(named: name) { return place }
      let nearest = NearestName.find(name, in: table.header)
      log.add(
        Diagnostic(
          .table(.missingColumn(name: name, nearest: nearest, allowed: table.header)),
          file: table.file, at: TextPosition(line: 1)))
      return nil
    }
    return places.count == columns.count ? places : nil
  }

  /// One row, read cell by cell.
  private struct Row {
    let table: CSVTable
    let row: Int
    let places: [Int]
    let log: DiagnosticLog

    func complain(_ problem: Problem, of column: Int) {
      log.add(table.diagnostic(problem, row: row, column: places[column]))
    }

    func holiday() -> PublicHoliday? {
      let date = date()
      let kind = choice(PublicHoliday.Kind.self, of: 1)
      let indonesian = text(2)
      let english = text(3)
      let source = text(4)
      let confidence = choice(Confidence.self, of: 5)
      guard let date, let kind, let indonesian, let english, source != nil, confidence != nil
      else { return nil }
      return PublicHoliday(
        date: date, kind: kind, name: Bilingual(id: indonesian, en: english))
    }

    private func text(_ column: Int) -> String? {
      let text = table.text(row: row, column: places[column])
      if text.isEmpty { complain(.table(.blank), of: column) }
      return text.isEmpty ? nil : text
    }

    private func date() -> WorkDate? {
      guard let text = text(0) else { return nil }
      do throws(DateFault) {
        return try DateGrammar.tabulated(text)
      } catch {
        complain(.date(error), of: 0)
        return nil
      }
    }

    private func choice<Choice: CaseIterable & RawRepresentable<String>>(
      _ type: Choice.Type, of column: Int
    ) -> Choice? {
      guard let text = text(column) else { return nil }
      if let choice = Choice(rawValue: text) { return choice }
      let allowed = Choice.allCases.map(\.rawValue)
      let nearest = NearestName.find(text, in: allowed)
      complain(.name(.unknown(found: text, nearest: nearest, allowed: allowed)), of: column)
      return nil
    }
  }
}
