import RealModule

/// Moves people between cells of a whole-numbered table until margins hold.
///
/// A margin's cell holds if it has its count rounded down or up; its penalty is the distance from
/// that. Each step makes the best move of one person, even a bad one, and for a while does not undo
/// it (a tabu search), so that exchanges of several people are found; the best table is kept.
/// Whether a whole table exists is a hard problem from three columns on, so a small misfit can
/// stay, and is reported.
struct MarginExchange {
  private static let patience = 200
  private static let memory = 8
  private static let widest = 150

  private let fit: ProportionalFit
  private let least: [[Int]]
  private let most: [[Int]]
  private let support: [Int]
  private var counts: [Int]
  private var sums: [[Int]]
  private var closedUntil: [Int]

  /// Rounds a fitted table and repairs the margins.
  static func rounded(_ fit: ProportionalFit, to component: MarginComponent) -> [Int] {
    var exchange = MarginExchange(fit, component)
    return exchange.repaired()
  }

  private init(_ fit: ProportionalFit, _ component: MarginComponent) {
    self.fit = fit
    least = component.tables.map { $0.counts.map { Int(($0 + 1e-6).rounded(.down)) } }
    most = component.tables.map { $0.counts.map { Int(($0 - 1e-6).rounded(.up)) } }
    support = fit.table.indices.filter { fit.table[$0] > 0 }
    // Rounding the running total keeps every total over leading columns within one person.
    var running = 0.0
    var given = 0
    counts = fit.table.map { cell in
      running += cell
      let reached = Int((running + 1e-6).rounded(.toNearestOrAwayFromZero))
      defer { given = reached }
      return reached - given
    }
    sums = component.tables.map { $0.counts.map { _ in 0 } }
    closedUntil = fit.table.map { _ in 0 }
    for (cell, count) in counts.enumerated() {
      for margin in sums.indices { sums[margin][fit.projections[margin][cell]] += count }
    }
  }

  private mutating func repaired() -> [Int] {
    var penalty = totalPenalty()
    var best = (penalty: penalty, counts: counts)
    var step = 0
    var lastGain = 0
    while penalty > 0, step - lastGain < Self.patience {
      step += 1
      guard let move = bestMove(at: step) else { break }
      penalty += change(from: move.from, to: move.to)
      apply(move, at: step)
      if penalty < best.penalty {
        best = (penalty, counts)
        lastGain = step
      }
    }
    return best.counts
  }

  private func penalty(_ margin: Int, _ cell: Int, _ people: Int) -> Int {
    max(least[margin][cell] - people, people - most[margin][cell], 0)
  }

  private func totalPenalty() -> Int {
    var total = 0
    for margin in sums.indices {
      for cell in sums[margin].indices { total += penalty(margin, cell, sums[margin][cell]) }
    }
    return total
  }

  /// The change of one margin's penalty when its cell gains `people`.
  private func change(_ margin: Int, _ cell: Int, by people: Int) -> Int {
    let now = sums[margin][cell]
    return penalty(margin, cell, now + people) - penalty(margin, cell, now)
  }

  private func change(_ cell: Int, by people: Int) -> Int {
    sums.indices.reduce(0) { $0 + change($1, fit.projections[$1][cell], by: people) }
  }

  private func change(from: Int, to: Int) -> Int {
    var total = 0
    for margin in sums.indices {
      let left = fit.projections[margin][from]
      let right = fit.projections[margin][to]
      if left != right {
        total += change(margin, left, by: -1) + change(margin, right, by: 1)
      }
    }
    return total
  }

  private func bestMove(at step: Int) -> (from: Int, to: Int)? {
    let open = support.filter { closedUntil[$0] < step }
    let givers = Self.lowest(open.filter { counts[$0] > 0 }.map { ($0, change($0, by: -1)) })
    let takers = Self.lowest(open.map { ($0, change($0, by: 1)) })
    var best: (from: Int, to: Int)?
    var smallest = Int.max
    for from in givers {
      let near = neighbours(of: from).filter { fit.table[$0] > 0 && closedUntil[$0] < step }
      for to in near + takers where to != from {
        let change = change(from: from, to: to)
        if change < smallest {
          smallest = change
          best = (from, to)
        }
      }
    }
    return best
  }

  private static func lowest(_ costs: [(cell: Int, cost: Int)]) -> [Int] {
    costs.sorted { ($0.cost, $0.cell) < ($1.cost, $1.cell) }.prefix(widest).map(\.cell)
  }

  /// The cells that differ from one in the value of a single column.
  private func neighbours(of cell: Int) -> [Int] {
    var neighbours: [Int] = []
    var stride = fit.grid.count
    for size in fit.grid.sizes {
      stride /= size
      let code = cell / stride % size
      neighbours += (0..<size).filter { $0 != code }.map { cell + ($0 - code) * stride }
    }
    return neighbours
  }

  private mutating func apply(_ move: (from: Int, to: Int), at step: Int) {
    counts[move.from] -= 1
    counts[move.to] += 1
    for margin in sums.indices {
      sums[margin][fit.projections[margin][move.from]] -= 1
      sums[margin][fit.projections[margin][move.to]] += 1
    }
    closedUntil[move.from] = step + Self.memory
    closedUntil[move.to] = step + Self.memory
  }
}
