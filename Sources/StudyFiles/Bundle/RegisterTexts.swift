import HybridWork

/// The texts of a register that may tell who somebody is, to be looked for in what is given away.
///
/// All texts that few rows have: identifiers, names, addresses, numbers of identity. Left out are the
/// words of Luwes, and names of units and positions, which planners write about. No text is shown.
public struct RegisterTexts: Sendable {
  /// Where a text of the register was found.
  public struct Finding: Equatable, Sendable {
    /// The file it was found in.
    public let file: String
    /// The header of the register's column.
    public let column: String
  }

  private let header: [String]
  /// Texts with the place of their column, by their first four bytes.
  private var texts: [UInt32: [(bytes: [UInt8], column: Int)]] = [:]

  /// The texts of the study's register; nil if it has none or it can't be read again.
  ///
  /// - Parameters:
  ///   - loaded: The study.
  ///   - smallest: Texts that as many rows have tell of nobody.
  ///   - renamed: Free texts that have other names in what is given away.
  public init?(of loaded: LoadedStudy, smallest: Int, renamed: Set<String>) {
    guard let input = loaded.inputs.first(where: \.isLocal),
      let table = CSVTable(path: input.path, name: input.name, log: DiagnosticLog())
    else { return nil }
    header = table.header
    for column in 0..<table.columnCount {
      var rows: [String: Int] = [:]
      for row in 0..<table.rowCount { rows[table.text(row: row, column: column), default: 0] += 1 }
      for (text, count) in rows
      where count < smallest && Self.tells(text) && !renamed.contains(text)
        && !Self.vocabulary.contains(text)
      {
        let bytes = Array(text.utf8)
        texts[Self.start(bytes, 0), default: []].append((bytes, column))
      }
    }
  }

  /// Whether a text is long enough to be somebody's: a word of five letters or nine digits.
  private static func tells(_ text: String) -> Bool {
    let digits = text.utf8.count { (48...57).contains($0) }
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    return letters >= 5 || digits >= 9
  }

  /// The words of Luwes' own lists, and those that say yes or no, which planners' sentences have too.
  private static let vocabulary = Set(
    RegisterColumn.allCases.flatMap { column in
      if case .category(let levels) = column.kind { levels } else { [String]() }
    } + ["false", "tidak", "Tidak", "TIDAK", "FALSE", "False"])

  private static func start(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[place + $1]) }
  }

  /// The first text of the register that stands in a file as whole words; nil if none does.
  public func firstFound(in text: String, file: String) -> Finding? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4 else { return nil }
    for place in 0...(bytes.count - 4) {
      guard let candidates = texts[Self.start(bytes, place)] else { continue }
      if place > 0, Self.isWord(bytes[place - 1]) { continue }
      for candidate in candidates {
        let end = place + candidate.bytes.count
        guard end <= bytes.count, end == bytes.count || !Self.isWord(bytes[end]),
          bytes[place..<end].elementsEqual(candidate.bytes)
        else { continue }
        return Finding(file: file, column: header[candidate.column])
      }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 128 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
