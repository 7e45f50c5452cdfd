/// The outcomes of a run beside those of the bundle made from it, each held against a tolerance.
///
/// Compared are all outcomes of everyone, policy by policy: means, and mean differences from the
/// baseline.
public struct BundleComparison: Equatable, Sendable {
  /// What is compared of an outcome.
  public enum Measure: String, CaseIterable, Sendable {
    /// The mean.
    case level
    /// The mean difference from the baseline.
    case difference
  }

  /// One figure.
  public struct Line: Equatable, Sendable {
    /// The policy's identifier.
    public let policy: String
    /// The outcome's identifier, and its unit.
    public let outcome: String, unit: String
    /// What is compared.
    public let measure: Measure
    /// The figure of the run and of the bundle.
    public let original: Double, bundle: Double
    /// How far apart they may be.
    public let tolerance: Double

    /// Whether the bundle keeps the tolerance.
    public var holds: Bool { abs(bundle - original) <= tolerance }
  }

  /// A tolerance is this share of the figure; like the other two a judgement, not a norm.
  public static let relativeTolerance = 0.05
  /// Or it is this share of the width of the figure's 90% range, if that is larger.
  public static let rangeTolerance = 0.1

  /// Differences may always be apart by this share of the outcome's mean: one that is 0 in the run
  /// has no share and no range of its own.
  public static let differenceTolerance = 0.005

  /// The figures, in the order of `outcomes.csv`.
  public let lines: [Line]

  /// Compares two tables of outcomes.
  ///
  /// - Parameters:
  ///   - original: `outcomes.csv` of the run.
  ///   - bundle: `outcomes.csv` of the bundle.
  public init(original: String, bundle: String) {
    let (first, second) = (CSVRecords(original), CSVRecords(bundle))
    var found: [String: [String]] = [:]
    for row in second.rows {
      guard let key = Self.key(row, second) else { continue }
      found[key] = row
    }
    lines = first.rows.flatMap { row -> [Line] in
      guard let key = Self.key(row, first), let other = found[key] else { return [] }
      return Measure.allCases.compactMap { measure in
        let prefix = measure == .level ? "" : "difference_"
        func number(_ name: String, _ row: [String], _ table: CSVRecords) -> Double? {
          table.header.firstIndex(of: name).flatMap { Double(row[$0]) }
        }
        guard let mean = number(prefix + "mean", row, first),
          let made = number(prefix + "mean", other, second),
          let low = number(prefix + "p05", row, first),
          let high = number(prefix + "p95", row, first), let level = number("mean", row, first)
        else { return nil }
        let least = measure == .level ? 0 : Self.differenceTolerance * abs(level)
        return Line(
          policy: row[0], outcome: row[2], unit: row[3], measure: measure, original: mean,
          bundle: made,
          tolerance: max(
            Self.relativeTolerance * abs(mean), Self.rangeTolerance * abs(high - low), least))
      }
    }
  }

  /// Scenario and outcome of a row about everyone; nil for other rows.
  private static func key(_ row: [String], _ table: CSVRecords) -> String? {
    guard row.count == table.header.count, row.count > 3, row[1] == "all" else { return nil }
    return "\(row[0])\n\(row[2])"
  }
}
