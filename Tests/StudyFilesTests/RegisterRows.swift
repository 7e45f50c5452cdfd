import HybridWork
import StudyFiles

/// Rows of a register for tests, each a sound person but for what a test changes.
struct RegisterRows {
  /// The columns in the order of the file, with the value a person has unless told otherwise.
  static let person: KeyValuePairs<RegisterColumn, String> = [
    .identifier: "", .unit: "Dinas A", .sex: "L", .birthDate: "1980-01-31",
    .employmentStatus: "PNS", .grade: "III/d", .positionKind: "pelaksana", .position: "Arsiparis",
    .education: "S1", .talentBox: "5", .taskClass: "routine", .directServiceShare: "0.25",
    .service: "", .commuteKilometres: "9.5", .commuteMode: "motorcycle", .laptop: "true",
    .bandwidthMbps: "20", .discipline: "none", .tenureMonths: "36", .superiorApproval: "ya",
    .disability: "0",
  ]

  private(set) var rows: [[String]] = []
  var headers: [RegisterColumn: String] = [:]
  var separator = ","

  /// Adds a person; an identifier is a NIP by the row's number unless it is given.
  mutating func add(_ changes: [RegisterColumn: String] = [:]) {
    let number = rows.count + 1
    let padded = String(repeating: "0", count: max(0, 3 - String(number).count)) + "\(number)"
    var row = Self.person.map { changes[$0.key] ?? $0.value }
    if changes[.identifier] == nil { row[0] = "198001312005011" + padded }
    rows.append(row)
  }

  /// The file, in the order of rows given or as they were added.
  func text(order: [Int]? = nil) -> String {
    let header = Self.person.map { headers[$0.key] ?? $0.key.rawValue }
    let lines = [header] + (order ?? Array(rows.indices)).map { rows[$0] }
    return lines.map { $0.joined(separator: separator) + "\n" }.joined()
  }

  /// What is read of the file, and what is said of it.
  func read(
    _ mapping: RegisterMapping = RegisterMapping(), order: [Int]? = nil
  ) -> (contents: RegisterContents?, log: DiagnosticLog) {
    Self.read(text(order: order), mapping)
  }

  /// What is read of a text, and what is said of it.
  static func read(
    _ text: String, _ mapping: RegisterMapping = RegisterMapping(),
    threads: TableThreads = TableThreads(1)
  ) -> (contents: RegisterContents?, log: DiagnosticLog) {
    let log = DiagnosticLog()
    let source = SourceFile(name: "r.csv", bytes: text.utf8)
    return (RegisterFile.read(source, mapping: mapping, threads: threads, log: log), log)
  }
}

/// Whether two populations are the same people with the same values.
func areEqual(_ left: Population?, _ right: Population?) -> Bool {
  guard let left, let right else { return false }
  return left.units == right.units && left.identifiers == right.identifiers
    && RegisterColumn.allCases.allSatisfy { left.values($0) == right.values($0) }
}
