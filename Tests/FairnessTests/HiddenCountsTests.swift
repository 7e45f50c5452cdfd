import Fairness
import Testing

@Suite("Small head-counts stay hidden")
struct HiddenCountsTests {
  private func shown(_ counts: [[Int]], smallest: Int = 5) -> [[Int?]] {
    let hidden = HiddenCounts(counts, smallest: smallest)
    return counts.indices.map { row in
      counts[row].indices.map { hidden.isHidden(row: row, column: $0) ? nil : counts[row][$0] }
        + [hidden.isTotalHidden(row: row) ? nil : counts[row].reduce(0, +)]
    }
  }

  @Test("a table without small counts is shown whole")
  func large() {
    #expect(shown([[5, 0], [10, 20]]) == [[5, 0, 5], [10, 20, 30]])
  }

  @Test("one small count takes the next of its row and of its column along")
  func complements() {
    #expect(shown([[3, 9], [8, 7]]) == [[nil, nil, 12], [nil, nil, 15]])
  }

  @Test("a unit below the limit hides its size and the size of another unit")
  func smallUnit() {
    let table = shown([[2, 0], [10, 0], [20, 30]])
    #expect(table[0] == [nil, 0, nil])
    #expect(table[1] == [nil, 0, nil])
    #expect(table[2] == [20, 30, 50])
  }

  @Test("in random tables no small count is shown or left alone in its row or column")
  func randomTables() {
    var state: UInt64 = 42
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<300 {
      let counts = (0..<(2 + below(6))).map { _ in (0..<4).map { _ in below(3) * below(15) } }
      let hidden = HiddenCounts(counts, smallest: 5)
      for row in counts.indices {
        let places = (0..<4).filter { hidden.isHidden(row: row, column: $0) }
        for column in 0..<4 where (1..<5).contains(counts[row][column]) {
          #expect(places.contains(column))
        }
        let others = (0..<4).contains { !places.contains($0) && counts[row][$0] > 0 }
        if !hidden.isTotalHidden(row: row), others { #expect(places.count != 1) }
      }
      for column in 0..<4 {
        let rows = counts.indices.filter { hidden.isHidden(row: $0, column: column) }
        let others = counts.indices.contains { !rows.contains($0) && counts[$0][column] > 0 }
        if others { #expect(rows.count != 1) }
        let staff = rows.map { counts[$0][column] }.reduce(0, +)
        if others, !rows.isEmpty { #expect(staff >= 5) }
      }
    }
  }
}
