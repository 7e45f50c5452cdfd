public import HybridWork

/// A person typed on the command line, as in `talent_box=5, laptop=true, bandwidth_mbps=8`.
public struct HypotheticalPerson {
  /// The name under which complaints and explanations know the person.
  public static let name = "--hypothetical"

  /// Reads a person by the register's own grammar; columns that are not given are unknown.
  ///
  /// Numbers have a decimal point, since commas part the columns. Boxes are numbered as in
  /// PermenPANRB 3/2020.
  ///
  /// - Parameters:
  ///   - text: `column=value` entries, parted by commas.
  ///   - day: The day at which tenure is counted.
  ///   - log: Hears of every unknown column and every value that cannot be read.
  /// - Returns: A population of that one person, or nil if the log has an error about the text.
  public static func population(
    from text: String, on day: WorkDate, log: DiagnosticLog
  ) -> Population? {
    var person = HypotheticalPerson(log: log)
    for entry in text.split(separator: ",") { person.read(String(entry)) }
    if person.texts.isEmpty, person.isSound {
      person.complain(.policy(.notAnEntry(text)), nil)
    }
    guard person.isSound else { return nil }
    return person.population?.withTenure(on: day)
  }

  private let log: DiagnosticLog
  private var texts: [RegisterColumn: String] = [:]
  private var isSound = true
  private static let columns = RegisterColumn.allCases.filter {
    !$0.isDerived && $0 != .identifier
  }

  private init(log: DiagnosticLog) { self.log = log }

  private mutating func complain(_ problem: Problem, _ column: String?) {
    isSound = false
    log.add(Diagnostic(problem, file: Self.name, keyPath: column ?? ""))
  }

  private mutating func read(_ entry: String) {
    let halves = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.trimmed }
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
      return complain(.policy(.notAnEntry(entry.trimmed)), nil)
    }
    let known = Self.columns.map(\.rawValue)
    guard known.contains(halves[0]), let column = RegisterColumn(rawValue: halves[0]) else {
      let nearest = NearestName.find(halves[0], in: known)
      return complain(.key(.unknown(found: halves[0], nearest: nearest, allowed: known)), nil)
    }
    guard texts[column] == nil else {
      return complain(.name(.duplicate(name: halves[0], firstLine: nil)), nil)
    }
    texts[column] = halves[1]
    if let fault = RegisterValues(column: column).fault(in: halves[1]) {
      complain(fault, halves[0])
    }
  }

  private var population: Population? {
    var values: [RegisterColumn: ColumnValues] = [:]
    for column in Self.columns where column != .unit {
      guard texts[column] != nil || column.isRequired else { continue }
      values[column] = self.values(of: column)
    }
    return try? Population(
      identifiers: [Self.name], unitNames: [texts[.unit] ?? ""], columns: values)
  }

  private func values(of column: RegisterColumn) -> ColumnValues? {
    let reader = RegisterValues(column: column)
    let text = texts[column]
    switch column.kind {
    case .number:
      guard var text else { return .number([.nan]) }
      let number = text.withUTF8 { try? reader.number(UnsafeRawBufferPointer($0)) }
      return .number([number ?? .nan])
    case .flag: return .flag([text.flatMap { try? reader.flag($0) } ?? .unknown])
    case .date: return .date([text.flatMap { try? reader.date($0) } ?? Int32.min])
    case .text: return nil
    case .category(let levels):
      let value = text.flatMap { try? reader.category($0) }
      let known = levels.isEmpty ? [value].compactMap { $0 } : levels
      let code = value.flatMap { known.firstIndex(of: $0) }.map(UInt16.init)
      return .category(
        CategoryColumn(levels: known, codes: [code ?? CategoryColumn.unknown]))
    }
  }
}

extension StringProtocol {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
