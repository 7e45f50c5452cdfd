import HybridWork
import Populations

// Stands in for the reader of registers and margins until that is merged.

/// How an agency's export maps to Luwes' columns.
struct RegisterMapping: Sendable {
  var columns: [RegisterColumn: String]
  var decimalComma: Bool
  var talentNumbering: TalentNumbering
  var onBadRow: BadRowTreatment
}

struct RegisterContents {
  let population: Population
}

struct RegisterFile {
  static func load(
    path: String, name: String, mapping: RegisterMapping, log: DiagnosticLog
  ) -> RegisterContents? {
    guard let table = CSVTable(path: path, name: name, log: log) else { return nil }
    var columns: [RegisterColumn: ColumnValues] = [:]
    func texts(_ column: RegisterColumn) -> [String]? {
      table.column(named: mapping.columns[column] ?? column.rawValue).map { place in
        (0..<table.rowCount).map { table.text(row: $0, column: place) }
      }
    }
    for column in RegisterColumn.allCases where !column.isDerived {
      guard let texts = texts(column) else { continue }
      switch column.kind {
      case .number: columns[column] = .number(texts.map { Double($0) ?? .nan })
      case .flag:
        columns[column] = .flag(texts.map { $0 == "true" ? .yes : $0 == "" ? .unknown : .no })
      case .category(let levels):
        let all = levels.isEmpty ? Set(texts).subtracting([""]).sorted() : levels
        let codes = texts.map { text in
          UInt16(all.firstIndex(of: text) ?? Int(CategoryColumn.unknown))
        }
        columns[column] = .category(CategoryColumn(levels: all, codes: codes))
      case .date:
        columns[column] = .date(
          texts.map { Int32(WorkDate($0)?.dayNumber ?? Int(Int32.min)) })
      case .text: break
      }
    }
    let population = try? Population(
      identifiers: texts(.identifier) ?? [], unitNames: texts(.unit) ?? [], columns: columns)
    return population.map { RegisterContents(population: $0) }
  }
}

enum MarginsFile {
  static func load(
    path: String, name: String, inputs: inout [InputFile], log: DiagnosticLog
  ) -> Margins? {
    FilePath.exists(path) ? Margins(population: 1, margins: []) : nil
  }
}

extension Population {
  static func synthesized(from margins: Margins, seed: UInt64, log: DiagnosticLog) -> Population? {
    var columns: [RegisterColumn: ColumnValues] = [:]
    for column in RegisterColumn.allCases where !column.isDerived {
      switch column.kind {
      case .number: columns[column] = .number([0])
      case .flag: columns[column] = .flag([.yes])
      case .date: columns[column] = .date([0])
      case .category(let levels):
        columns[column] = .category(
          CategoryColumn(levels: levels.isEmpty ? ["III/a"] : levels, codes: [0]))
      case .text: break
      }
    }
    return try? Population(identifiers: ["a"], unitNames: ["a"], columns: columns)
  }
}
