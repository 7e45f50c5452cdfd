import HybridWork

/// A column as it was read: for each row the number of its text, and what each text means.
enum ReadColumn {
  case number([Double])
  case flag(rows: [UInt32], meanings: [ColumnValues.Flag])
  case date(rows: [UInt32], meanings: [Int32])
  case category(rows: [UInt32], meanings: [String?])

  /// The most different values a column of categories can hold.
  static let valueLimit = Int(CategoryColumn.unknown)

  /// For each row the number of its text; nil for numbers.
  var texts: [UInt32]? {
    switch self {
    case .number: nil
    case .flag(let rows, _), .date(let rows, _), .category(let rows, _): rows
    }
  }

  /// The values of some rows in order; nil if they are more than ``valueLimit`` different ones.
  func values(ofRows kept: [Int], levels: [String]) -> ColumnValues? {
    switch self {
    case .number(let numbers):
      return .number(kept.count == numbers.count ? numbers : kept.map { numbers[$0] })
    case .flag(let rows, let meanings): return .flag(kept.map { meanings[Int(rows[$0])] })
    case .date(let rows, let meanings): return .date(kept.map { meanings[Int(rows[$0])] })
    case .category(let rows, let meanings):
      let levels = levels.isEmpty ? Self.levels(rows, meanings, kept) : levels
      guard levels.count <= Self.valueLimit else { return nil }
      let places = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
      let codes = meanings.map { meaning in
        meaning.flatMap { places[$0] }.map(UInt16.init) ?? CategoryColumn.unknown
      }
      return .category(
        CategoryColumn(levels: levels, codes: kept.map { codes[Int(rows[$0])] }))
    }
  }

  /// How many different texts some rows have at most; 0 for numbers, flags and dates.
  func levelCount(ofRows kept: [Int]) -> Int {
    guard case .category(let rows, let meanings) = self, meanings.count > Self.valueLimit else {
      return 0
    }
    return Self.levels(rows, meanings, kept).count
  }

  /// The values that some rows have, in order.
  private static func levels(
    _ rows: [UInt32], _ meanings: [String?], _ kept: [Int]
  ) -> [String] {
    var isUsed = meanings.map { _ in false }
    for row in kept { isUsed[Int(rows[row])] = true }
    let used = zip(meanings, isUsed).compactMap { $1 ? $0 : nil }
    // Texts that differ only in how accents are encoded are one value: the first in order.
    var seen: Set<String> = []
    return used.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .filter { seen.insert($0).inserted }
  }
}
