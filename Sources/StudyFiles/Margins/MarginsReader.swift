import HybridWork
import Populations

/// Reads the keys of a file of margins, in the order in which columns are made.
struct MarginsReader {
  /// A column that the file makes.
  struct MadeColumn {
    let column: RegisterColumn
    let line: Int
    let isNumber: Bool
    /// The values it can have; nil for numbers, and for values that could not be read.
    var values: [String]?
  }

  let file: InputFile
  let log: DiagnosticLog
  /// The tables that margins name.
  private(set) var tables: [InputFile] = []
  private(set) var population: Int?
  private(set) var made: [MadeColumn] = []

  init(file: InputFile, log: DiagnosticLog) {
    self.file = file
    self.log = log
  }

  /// Reads the whole file; nil if anything in it is wrong, which is reported.
  mutating func margins(_ keys: YAMLMapping) -> Margins? {
    population = keys.required("population")?.integer(in: 1...10_000_000)
    let source = keys.required("source")?.text()
    let margins = keys.required("margins")?.each { entry in entry.mapping { margin($0) } }
    let given = (keys.optional("given")).map { list in
      list.each { entry in entry.mapping { conditionalShares($0) } }
    }
    let numbers = keys.optional("numbers").map { list in
      list.each { entry in entry.mapping { numberColumn($0) } }
    }
    guard let population, source != nil, let margins, let given = given ?? [],
      let numbers = numbers ?? []
    else { return nil }
    return Margins(population: population, margins: margins, given: given, numbers: numbers)
  }

  /// A column of the register by its name; those made by Luwes itself do not count.
  static func column(_ value: YAMLValue) -> RegisterColumn? {
    let columns = RegisterColumn.allCases.filter { !$0.isDerived && $0 != .identifier }
    return value.name(among: columns.map(\.rawValue)).flatMap(RegisterColumn.init)
  }

  /// What is wrong with a value of a column as margins write it.
  static func fault(of text: String, in column: RegisterColumn) -> Problem? {
    guard text == SyntheticRegister.unknown else {
      return RegisterValues(column: column).fault(in: text)
    }
    return column.isRequired ? .margins(.mustBeKnown(column)) : nil
  }

  /// Notes that a column has been made.
  mutating func make(
    _ column: RegisterColumn, line: Int, values: [String]?, isNumber: Bool = false
  ) {
    if let place = made.firstIndex(where: { $0.column == column }) {
      let earlier = made[place].values
      made[place].values = earlier.flatMap { own in values.map { union([own, $0]) } }
    } else {
      made.append(MadeColumn(column: column, line: line, isNumber: isNumber, values: values))
    }
  }

  /// Remembers a table and gives it with the path to open it by.
  mutating func table(named name: String) -> InputFile {
    let relative = FilePath.joined(FilePath.folder(of: file.name), name)
    let path = FilePath.joined(FilePath.folder(of: file.path), name)
    let table = InputFile(name: FilePath.shortened(relative), path: path)
    tables.append(table)
    return table
  }

  /// A column that no earlier rule makes.
  func newColumn(_ value: YAMLValue?) -> RegisterColumn? {
    guard let value, let column = Self.column(value) else { return nil }
    if let first = made.first(where: { $0.column == column }) {
      value.complain(.margins(.madeTwice(column, firstLine: first.line)))
      return nil
    }
    return column
  }

  /// An earlier column of values by which people are divided.
  func earlierColumn(_ value: YAMLValue?) -> MadeColumn? {
    guard let value, let name = value.text() else { return nil }
    let earlier = made.filter { !$0.isNumber }
    guard let column = earlier.first(where: { $0.column.rawValue == name }) else {
      value.complain(
        .margins(.notMadeBefore(name, earlier: earlier.map(\.column.rawValue))))
      return nil
    }
    return column
  }

  /// Each text once, in the order met.
  func union(_ lists: [[String]]) -> [String] {
    var seen: Set<String> = []
    return lists.joined().filter { seen.insert($0).inserted }
  }
}

extension YAMLMapping {
  /// Where the numbers of a margin come from: `basis`, `source`, `date` and `confidence`.
  func marginProvenance() -> Populations.Provenance? {
    let basis = required("basis")?.choice(Populations.Provenance.Basis.self)
    guard let provenance = provenance(), let basis else { return nil }
    return Populations.Provenance(
      basis: basis, source: provenance.source, date: provenance.date.iso,
      confidence: provenance.confidence.rawValue)
  }
}
