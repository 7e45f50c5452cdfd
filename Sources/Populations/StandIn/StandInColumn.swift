import HybridWork
import Statistics

/// One column of a real register as few values, each held by enough people.
///
/// Free text is replaced by a number in a random order, rare values by a neighbour or by a pool, and
/// numbers and dates by the mean of a range.
struct StandInColumn {
  let column: RegisterColumn
  /// The text of each value as files have it; blank for unknown.
  let texts: [String]
  /// For each person the place of a value.
  let codes: [Int]
  /// The texts of the register that are replaced, each with what stands in its place.
  var names: [String: String] = [:]
  /// How many people have another value than their own because it was rare.
  var moved = 0

  /// How many people have each value.
  var counts: [Int] {
    var counts = Array(repeating: 0, count: texts.count)
    for code in codes { counts[code] += 1 }
    return counts
  }

  /// What free text of a column is called, with a number behind; nil for other columns.
  static func title(of column: RegisterColumn) -> String? {
    switch column {
    case .unit: "Unit"
    case .position: "Jabatan"
    case .education: "Pendidikan"
    case .service: "Layanan"
    default: nil
    }
  }
}

extension StandInColumn {
  /// Free text: a value with fewer than `smallest` people is pooled with the others like it.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - levels: The distinct texts, blank for unknown.
  ///   - codes: For each person the place of a text.
  ///   - kept: Texts that may stand as they are, since the study says them itself.
  ///   - smallest: People that a value needs.
  ///   - key: Orders the numbers.
  init(
    free column: RegisterColumn, levels: [String], codes: [Int], kept: Set<String>,
    smallest: Int, key: RandomKey
  ) {
    let counts = Self.counts(codes, of: levels.count)
    let rare = levels.indices.filter { counts[$0] > 0 && counts[$0] < smallest }
    var target = Array(levels.indices)
    let pooled = rare.reduce(0) { $0 + counts[$1] }
    var moved = 0
    if let first = rare.first {
      let others = levels.indices.filter { counts[$0] >= smallest }
      // A pool that is itself too small goes to the smallest of the others.
      let host =
        pooled >= smallest ? first : others.min { (counts[$0], $0) < (counts[$1], $1) } ?? first
      for level in rare { target[level] = host }
      moved = pooled
    }
    let shown = levels.indices.filter { counts[$0] > 0 && target[$0] == $0 }
    let order = randomOrder(shown.count, key.child(column.rawValue).child("names"))
    let width = String(shown.count).count
    var texts = Array(repeating: "", count: shown.count)
    var place: [Int: Int] = [:]
    var number = 0
    for index in order {
      let level = shown[index]
      place[level] = index
      guard !levels[level].isEmpty || rare.contains(level) else { continue }
      if kept.contains(levels[level]), !rare.contains(level) {
        texts[index] = levels[level]
      } else {
        number += 1
        let digits = String(number)
        texts[index] =
          "\(Self.title(of: column) ?? column.rawValue) "
          + String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
    }
    let codeOf = levels.indices.map { place[target[$0]] ?? 0 }
    self.init(column: column, texts: texts, codes: codes.map { codeOf[$0] })
    self.moved = moved
    for level in levels.indices where counts[level] > 0 && !levels[level].isEmpty {
      let shown = texts[codeOf[level]]
      names[levels[level]] = shown.isEmpty ? "-" : shown
    }
  }

  /// Values from a list of Luwes: a rare one becomes the nearest of the list that is not.
  init(listed column: RegisterColumn, levels: [String], codes: [Int], smallest: Int) {
    let counts = Self.counts(codes, of: levels.count)
    let common = levels.indices.filter { counts[$0] >= smallest }
    let largest = levels.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    let hosts = common.isEmpty ? [largest] : common
    let target = levels.indices.map { level -> Int in
      if hosts.contains(level) { return level }
      // Unknown has no neighbour: it takes the most common value.
      let known = hosts.filter { !levels[$0].isEmpty }
      guard !levels[level].isEmpty, !known.isEmpty else { return largest }
      return known.min { (abs($0 - level), $0) < (abs($1 - level), $1) } ?? largest
    }
    self.init(
      column: column, texts: hosts.map { levels[$0] },
      codes: codes.map { code in hosts.firstIndex(of: target[code]) ?? 0 })
    moved = levels.indices.reduce(0) { $0 + (target[$1] == $1 ? 0 : counts[$1]) }
  }

  private static func counts(_ codes: [Int], of count: Int) -> [Int] {
    var counts = Array(repeating: 0, count: count)
    for code in codes { counts[code] += 1 }
    return counts
  }
}
