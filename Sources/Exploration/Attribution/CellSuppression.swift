/// Which cells of a table of counts are hidden: the small ones, and enough others that none of them
/// follows by subtraction.
///
/// The first row is the sum of the rows below it, so a column has no hidden cell or at least two. The
/// last column, all rules together, is published by other files too and hides nothing: a row with a
/// hidden cell has at least two of them before its last. Where one more must go it is the smallest
/// count that is not zero.
struct CellSuppression {
  private(set) var hidden: [[Bool]]
  private let counts: [[Int]]

  /// Hides the first row's cells by themselves: what a table of several groupings has in common.
  init(total: [Int], isSmall: [Bool]) {
    counts = [total]
    hidden = [isSmall]
    completeRow(0)
  }

  /// Hides the cells of a table whose first row is decided already.
  ///
  /// - Parameters:
  ///   - rows: The counts below the first row.
  ///   - isSmall: Which of them must be hidden for their own sake.
  ///   - total: The first row with what is hidden in it.
  init(rows: [[Int]], isSmall: [[Bool]], below total: CellSuppression) {
    counts = [total.counts[0]] + rows
    hidden = [total.hidden[0]] + isSmall
    var before = 0
    var after = hiddenCount
    repeat {
      before = after
      for row in counts.indices.dropFirst() { completeRow(row) }
      for column in counts[0].indices { completeColumn(column) }
      after = hiddenCount
    } while after > before
  }

  private var hiddenCount: Int { hidden.reduce(0) { $0 + $1.count(where: { $0 }) } }

  private mutating func completeRow(_ row: Int) {
    let last = hidden[row].count - 1
    guard hidden[row].contains(true) else { return }
    while hidden[row][..<last].count(where: { $0 }) < min(2, last) {
      let shown = (0..<last).filter { !hidden[row][$0] }
      guard let column = shown.min(by: { isBetter(counts[row][$0], counts[row][$1]) }) else {
        return
      }
      hidden[row][column] = true
    }
    // A single rule is all rules together.
    if last == 1 { hidden[row] = [true, true] }
  }

  private mutating func completeColumn(_ column: Int) {
    guard hidden.count(where: { $0[column] }) == 1 else { return }
    let shown = counts.indices.dropFirst().filter { !hidden[$0][column] }
    if let row = shown.min(by: { isBetter(counts[$0][column], counts[$1][column]) }) {
      hidden[row][column] = true
    }
  }

  private func isBetter(_ left: Int, _ right: Int) -> Bool {
    left > 0 && right > 0 ? left < right : left > right
  }
}
