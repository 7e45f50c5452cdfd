/// A table of counts with known totals, some of whose cells must not be read or worked out.
///
/// A cell is hidden when one of its measures lies between 1 and `smallest` − 1. Then further cells
/// are hidden until, in every row and column, what the total reveals is a sum of two cells or more
/// that is itself not small, and until no hidden cell follows from the totals together: hidden cells
/// are the edges of a graph between rows and columns, and a cell follows from the totals if and only
/// if its edge is a bridge. Empty cells may be hidden too, so that emptiness gives nothing away.
struct CellProtection {
  private let rows: Int
  private let columns: Int
  /// Measures of each cell, row by row; the first decides which cell is given up first.
  private let measures: [[Int]]
  private let smallest: Int
  private(set) var hidden: [Bool]

  /// Hides what must be hidden; `hidden` says what is hidden already.
  init(rows: Int, columns: Int, measures: [[Int]], hidden: [Bool], smallest: Int) {
    self.rows = rows
    self.columns = columns
    self.measures = measures
    self.smallest = smallest
    self.hidden = zip(hidden, measures).map { $0 || Self.isSmall($1, smallest) }
    while widenOneLine() || breakOneBridge() {}
  }

  /// Whether one of the measures of a cell or sum is small but not zero.
  static func isSmall(_ measures: [Int], _ smallest: Int) -> Bool {
    measures.contains { 0 < $0 && $0 < smallest }
  }

  private var lines: [[Int]] {
    let across =
      rows > 1 || columns > 1 ? (0..<rows).map { row in row * columns..<(row + 1) * columns } : []
    let down = (0..<columns).map { column in
      stride(from: column, to: rows * columns, by: columns).map { $0 }
    }
    return across.map(Array.init) + (rows > 1 ? down : [])
  }

  /// Hides one more cell in the first line that gives a hidden cell or a small sum away.
  private mutating func widenOneLine() -> Bool {
    for line in lines where line.count > 1 {
      let inside = line.filter { hidden[$0] }
      guard !inside.isEmpty else { continue }
      let sums = measures[0].indices.map { part in
        inside.reduce(0) { $0 + measures[$1][part] }
      }
      guard inside.count == 1 || Self.isSmall(sums, smallest) else { continue }
      guard let next = line.filter({ !hidden[$0] }).min(by: isGivenUpFirst) else { continue }
      hidden[next] = true
      return true
    }
    return false
  }

  /// Closes a cycle through the first hidden cell that the totals reveal.
  private mutating func breakOneBridge() -> Bool {
    guard rows > 1, columns > 1 else { return false }
    for cell in hidden.indices where hidden[cell] && isBridge(cell) {
      let row = cell / columns
      let column = cell % columns
      var best: [Int]?
      for otherRow in 0..<rows where otherRow != row {
        for otherColumn in 0..<columns where otherColumn != column {
          let added = [
            row * columns + otherColumn, otherRow * columns + column,
            otherRow * columns + otherColumn,
          ].filter { !hidden[$0] }
          if !added.isEmpty, best.map({ cost(added) < cost($0) }) ?? true { best = added }
        }
      }
      guard let best else { return false }
      for cell in best { hidden[cell] = true }
      return true
    }
    return false
  }

  /// Whether nothing but this cell joins its row and its column.
  private func isBridge(_ cell: Int) -> Bool {
    var reached = Array(repeating: false, count: rows + columns)
    var open = [cell / columns]
    reached[cell / columns] = true
    while let node = open.popLast() {
      let cells =
        node < rows
        ? Array(node * columns..<(node + 1) * columns)
        : Array(stride(from: node - rows, to: rows * columns, by: columns))
      for next in cells where hidden[next] && next != cell {
        let other = node < rows ? rows + next % columns : next / columns
        if !reached[other] {
          reached[other] = true
          open.append(other)
        }
      }
    }
    return !reached[rows + cell % columns]
  }

  private func cost(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + measures[$1][0] } }

  /// Filled cells before empty ones, few people before many, then in order of place.
  private func isGivenUpFirst(_ left: Int, _ right: Int) -> Bool {
    let sizes = (measures[left][0], measures[right][0])
    if (sizes.0 == 0) != (sizes.1 == 0) { return sizes.0 != 0 }
    return sizes.0 == sizes.1 ? left < right : sizes.0 < sizes.1
  }
}
