/// Which counts of a table must not be printed, because they are about few people or would give such
/// a count away by subtraction.
struct SmallCells {
  /// For each row and column whether the count is hidden.
  let isHidden: [[Bool]]

  /// Decides for a table of which the sums of every row and of every column are known.
  ///
  /// Counts from 1 to `smallest − 1` are hidden. Where what is hidden in a row or column is one count,
  /// or together fewer people than `smallest`, the largest count shown there is hidden too.
  init(_ counts: [[Int]], smallest: Int) {
    var isHidden = counts.map { $0.map { $0 > 0 && $0 < smallest } }
    let rows = counts.indices.map { row in counts[row].indices.map { (row, $0) } }
    let columns = (counts.first ?? []).indices.map { column in
      counts.indices.map { ($0, column) }
    }
    var changed = true
    while changed {
      changed = false
      for line in rows + columns {
        let hidden = line.filter { isHidden[$0.0][$0.1] }
        let people = hidden.reduce(0) { $0 + counts[$1.0][$1.1] }
        guard !hidden.isEmpty, hidden.count == 1 || people < smallest else { continue }
        let shown = line.filter { !isHidden[$0.0][$0.1] && counts[$0.0][$0.1] > 0 }
        guard let most = shown.max(by: { counts[$0.0][$0.1] < counts[$1.0][$1.1] }) else {
          continue
        }
        isHidden[most.0][most.1] = true
        changed = true
      }
    }
    self.isHidden = isHidden
  }

  /// Decides for the parts of one sum that is known.
  static func hidden(_ parts: [Int], smallest: Int) -> [Bool] {
    var hidden = parts.map { $0 > 0 && $0 < smallest }
    let people = zip(parts, hidden).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    guard hidden.contains(true), hidden.count(where: { $0 }) == 1 || people < smallest else {
      return hidden
    }
    let shown = parts.indices.filter { !hidden[$0] && parts[$0] > 0 }
    if let most = shown.max(by: { parts[$0] < parts[$1] }) { hidden[most] = true }
    return hidden
  }
}
