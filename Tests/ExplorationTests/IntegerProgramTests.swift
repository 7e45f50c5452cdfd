import Exploration
import Statistics
import Testing

@Suite("Programs over yes-or-no variables")
struct IntegerProgramTests {
  /// Every choice tried: the oracle.
  private func exhausted(_ program: IntegerProgram) -> Double? {
    var best: Double?
    for bits in 0..<(1 << program.objective.count) {
      func sum(_ value: (Int) -> Double) -> Double {
        program.objective.indices.reduce(0) { bits >> $1 & 1 == 1 ? $0 + value($1) : $0 }
      }
      let meets = program.rows.allSatisfy { row in
        let total = row.terms.reduce(0) { bits >> $1.column & 1 == 1 ? $0 + $1.value : $0 }
        return row.bounds.contains(total)
      }
      guard meets else { continue }
      let value = sum { program.objective[$0] }
      best = max(best ?? value, value)
    }
    return best
  }

  private func made(seed: Int) -> IntegerProgram {
    let key = RandomKey(seed: UInt64(seed))
    func number(_ place: Int) -> Double { (key.uniform(UInt64(place)) * 40).rounded() - 10 }
    let groups = 4
    let choices = 3
    var program = IntegerProgram(objective: (0..<(groups * choices)).map { number($0) * 1e8 })
    for group in 0..<groups {
      let terms = (0..<choices).map { (column: group * choices + $0, value: 1.0) }
      program.rows.append(.init(terms, in: 1...1))
    }
    for row in 0..<3 {
      let terms = program.objective.indices.map {
        (column: $0, value: number(100 + 20 * row + $0))
      }
      program.rows.append(.init(terms, in: -.infinity...number(200 + row)))
    }
    return program
  }

  @Test("the best of every small program is the best of all choices", arguments: 0..<40)
  func exhaustive(seed: Int) {
    let program = made(seed: seed)
    let best = exhausted(program)
    let found = program.solve()
    #expect(found?.objective == best)
    #expect((found?.gap ?? 0) == 0)
  }

  @Test("programs solved at once have the solutions that they have one by one")
  func together() async {
    let alone = (0..<40).map { made(seed: $0).solve() }
    for _ in 0..<5 {
      let together = await withTaskGroup(of: (Int, IntegerProgram.Solution?).self) { group in
        for seed in 0..<40 { group.addTask { (seed, made(seed: seed).solve()) } }
        return await group.reduce(into: Array(repeating: nil, count: 40)) { $0[$1.0] = $1.1 }
      }
      #expect(together == alone)
    }
  }

  @Test("a program that nothing meets has no solution")
  func infeasible() {
    var program = IntegerProgram(objective: [1, 1])
    program.rows = [.init([(0, 1), (1, 1)], in: 3...(.infinity))]
    #expect(program.solve() == nil)
  }

  @Test("a program without variables has no solution")
  func empty() { #expect(IntegerProgram(objective: []).solve() == nil) }
}
