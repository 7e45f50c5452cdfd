import CCbc
import Synchronization

/// A linear program over yes-or-no variables, solved by CBC in this process.
///
/// Nothing outside this file knows the solver.
package struct IntegerProgram {
  /// A linear condition on the variables.
  package struct Row {
    /// Variables by number with their coefficients, each at most once.
    package let terms: [(column: Int, value: Double)]
    /// The least and the greatest sum; infinite where there is no bound.
    package let bounds: ClosedRange<Double>

    /// A condition on a weighted sum of variables.
    package init(_ terms: [(column: Int, value: Double)], in bounds: ClosedRange<Double>) {
      self.terms = terms
      self.bounds = bounds
    }
  }

  /// What the solver found.
  package struct Solution: Equatable {
    /// Which variables are yes.
    package let isChosen: [Bool]
    /// The objective, summed anew from the chosen variables.
    package let objective: Double
    /// No choice has a greater objective than this, by the solver's proof.
    package let bound: Double

    /// How far the objective may be from the best, relative to it; 0 when it is proven to be best.
    package var gap: Double {
      let difference = max(bound - objective, 0)
      // The solver's own arithmetic is good to about nine digits.
      return difference <= 1e-9 * max(abs(bound), 1) ? 0 : difference / max(abs(objective), 1e-9)
    }
  }

  /// What one unit of each variable is worth; the sum is maximised.
  package var objective: [Double]
  /// The conditions.
  package var rows: [Row] = []

  /// Nodes of the search tree after which the best so far is taken.
  ///
  /// Nodes, not seconds, so that a slow machine gives the same answer.
  private static let mostNodes = 20_000

  /// CBC reads its settings into memory that all models of a process share: two programs solved at once
  /// take each other's words, and one of them is said to have no solution.
  private static let turn = Mutex(())

  /// A program without conditions yet.
  package init(objective: [Double]) { self.objective = objective }

  /// The best choice found; nil when no choice meets all conditions.
  package func solve() -> Solution? { Self.turn.withLock { _ in solveAlone() } }

  private func solveAlone() -> Solution? {
    guard !objective.isEmpty else { return nil }
    guard let model = Cbc_newModel() else { return nil }
    defer { Cbc_deleteModel(model) }
    load(into: model)
    for column in objective.indices { Cbc_setInteger(model, Int32(column)) }
    Cbc_setObjSense(model, -1)
    for (name, value) in [
      ("log", "0"), ("ratio", "0"), ("allow", "0"), ("maxN", "\(Self.mostNodes)"),
    ] { Cbc_setParameter(model, name, value) }
    Cbc_solve(model)
    guard Cbc_isProvenInfeasible(model) == 0, let values = Cbc_getColSolution(model) else {
      return nil
    }
    let isChosen = objective.indices.map { values[$0] > 0.5 }
    guard rows.allSatisfy({ $0.isMet(isChosen) }) else { return nil }
    let found = zip(objective, isChosen).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let isProven = Cbc_isProvenOptimal(model) != 0
    let scale = largestCoefficient
    return Solution(
      isChosen: isChosen, objective: found,
      bound: isProven ? found : max(found, Cbc_getBestPossibleObjValue(model) * scale))
  }

  /// Objectives in rupiah reach 10¹⁰; the solver works best with numbers near 1.
  private var largestCoefficient: Double {
    let largest = objective.reduce(0) { max($0, abs($1)) }
    return largest > 0 ? largest : 1
  }

  private func load(into model: UnsafeMutableRawPointer) {
    var starts = Array(repeating: Int32(0), count: objective.count + 1)
    for row in rows { for term in row.terms { starts[term.column + 1] += 1 } }
    for column in objective.indices { starts[column + 1] += starts[column] }
    let count = Int(starts[objective.count])
    var places = starts
    var indices = Array(repeating: Int32(0), count: count)
    var values = Array(repeating: 0.0, count: count)
    for (number, row) in rows.enumerated() {
      for term in row.terms {
        let place = Int(places[term.column])
        places[term.column] += 1
        indices[place] = Int32(number)
        values[place] = term.value
      }
    }
    let scale = largestCoefficient
    func bound(_ value: Double) -> Double {
      value.isInfinite
        ? (value < 0 ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude)
        : value
    }
    Cbc_loadProblem(
      model, Int32(objective.count), Int32(rows.count), starts, indices, values,
      Array(repeating: 0, count: objective.count), Array(repeating: 1, count: objective.count),
      objective.map { $0 / scale }, rows.map { bound($0.bounds.lowerBound) },
      rows.map { bound($0.bounds.upperBound) })
  }
}

extension IntegerProgram.Row {
  /// Whether a choice meets the condition, but for rounding in the solver's presolve.
  fileprivate func isMet(_ isChosen: [Bool]) -> Bool {
    var sum = 0.0
    var size = 1.0
    for term in terms where isChosen[term.column] {
      sum += term.value
      size = max(size, abs(term.value))
    }
    return sum >= bounds.lowerBound - 1e-6 * size && sum <= bounds.upperBound + 1e-6 * size
  }
}
