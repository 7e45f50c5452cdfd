public import HybridWork
import Statistics

/// The correlations of assumptions as one matrix, and the nearest one that a distribution can have.
public struct CorrelationMatrix: Sendable {
  /// The assumptions involved, in the order of their identifiers.
  public let ids: [AssumptionID]
  private let given: Matrix
  private let correlations: [AssumptionCorrelation]

  /// A pair whose correlation can't be had together with the others.
  public struct Change: Sendable, Equatable {
    /// The assumptions.
    public let first: AssumptionID, second: AssumptionID
    /// The correlation that was asked for and the nearest that can be had.
    public let asked: Double, taken: Double
  }

  /// The matrix of some correlations; pairs that are not named have none.
  public init(_ correlations: [AssumptionCorrelation]) {
    ids = Set(correlations.flatMap { [$0.first, $0.second] }).sorted()
    self.correlations = correlations
    var matrix = Matrix(rows: ids.count, columns: ids.count, repeating: 0)
    for index in ids.indices { matrix[index, index] = 1 }
    for correlation in correlations {
      guard let row = ids.firstIndex(of: correlation.first),
        let column = ids.firstIndex(of: correlation.second)
      else { continue }
      matrix[row, column] = correlation.rho
      matrix[column, row] = correlation.rho
    }
    given = matrix
  }

  /// The matrix itself if it is positive definite, else the nearest that is.
  func attainable() throws(StatisticsError) -> Matrix {
    if (try? GaussianCopula(correlation: given)) != nil { return given }
    return try NearestCorrelation(given).matrix
  }

  /// The pair that has to change most for the correlations to be possible together; nil if they
  /// are.
  public var change: Change? {
    guard !ids.isEmpty, (try? GaussianCopula(correlation: given)) == nil,
      let nearest = try? NearestCorrelation(given), let pair = nearest.mostChanged
    else { return nil }
    return Change(
      first: ids[pair.row], second: ids[pair.column], asked: given[pair.row, pair.column],
      taken: nearest.matrix[pair.row, pair.column])
  }

  /// The assumptions in groups that depend on each other; each assumption in one group.
  public var groups: [[AssumptionID]] {
    var groups: [[AssumptionID]] = []
    for id in ids where !groups.contains(where: { $0.contains(id) }) {
      var group = [id]
      var place = 0
      while place < group.count {
        for correlation in correlations where correlation.rho != 0 {
          let pair = [correlation.first, correlation.second]
          guard pair.contains(group[place]) else { continue }
          group += pair.filter { !group.contains($0) }
        }
        place += 1
      }
      groups.append(group.sorted())
    }
    return groups
  }
}
