/// Which head-counts of a table must not be shown, so that no small one can be seen or worked out.
///
/// The table has rows and columns of counts; the sums of rows and columns and the total are taken to
/// be known to the reader. A count from 1 to below the smallest group is hidden. Then, until nothing
/// changes, a row or column in which one count alone is hidden, or in which the hidden ones sum to
/// less than the smallest group, loses its smallest shown count too.
public struct HiddenCounts: Sendable, Equatable {
  private var cells: [[Bool]]
  private let counts: [[Int]]
  private let smallest: Int

  /// Finds what to hide in `counts` (rows of equal length; none negative).
  public init(_ counts: [[Int]], smallest: Int) {
    // The sum of a row is a cell of it, so that a small unit's size is hidden like a small count.
    self.counts = counts.map { $0 + [$0.reduce(0, +)] }
    self.smallest = smallest
    cells = self.counts.map { row in row.map { $0 > 0 && $0 < smallest } }
    while hideInRows() || hideInColumns() {}
  }

  /// Whether a count is hidden.
  public func isHidden(row: Int, column: Int) -> Bool { cells[row][column] }

  /// Whether the sum of a row is hidden.
  public func isTotalHidden(row: Int) -> Bool { cells[row].last ?? false }

  private mutating func hideInRows() -> Bool {
    for row in cells.indices {
      let sum = cells[row].count - 1
      let hidden = cells[row].indices.filter { cells[row][$0] }
      guard !hidden.isEmpty else { continue }
      let isSumShown = !cells[row][sum]
      let hiddenStaff = hidden.map { counts[row][$0] }.reduce(0, +)
      guard hidden.count == 1 || (isSumShown && hiddenStaff < smallest) else { continue }
      let others = (0..<sum).filter { !cells[row][$0] && counts[row][$0] > 0 }
      guard let next = others.min(by: { counts[row][$0] < counts[row][$1] }) else { continue }
      cells[row][next] = true
      return true
    }
    return false
  }

  private mutating func hideInColumns() -> Bool {
    guard let width = cells.first?.count else { return false }
    for column in 0..<width {
      let hidden = cells.indices.filter { cells[$0][column] }
      guard !hidden.isEmpty else { continue }
      let hiddenStaff = hidden.map { counts[$0][column] }.reduce(0, +)
      guard hidden.count == 1 || hiddenStaff < smallest else { continue }
      let others = cells.indices.filter { !cells[$0][column] && counts[$0][column] > 0 }
      guard let next = others.min(by: { counts[$0][column] < counts[$1][column] }) else { continue }
      cells[next][column] = true
      return true
    }
    return false
  }
}
