/// Units observed over time, some of which become treated and stay so: checked column storage.
///
/// Rows are sorted by unit and time, so the order in which they were given changes nothing.
/// Units that are treated from their first row on are left out and named in ``warnings``.
public struct Panel: Equatable, Sendable {
  /// What the numbers of ``times`` count.
  public let clock: PanelClock
  /// The distinct times, ascending; at least two.
  public let times: [Int]
  /// The names of the units.
  public let unitNames: [String]
  /// The names of the clusters.
  public let clusterNames: [String]
  /// By unit: the time from which it is treated; nil if it is not within the panel's times.
  public private(set) var firstTreated: [Int?]
  /// By unit: the place of its cluster in ``clusterNames``.
  public let cluster: [Int]
  /// By unit: its first row, and at the end the number of rows.
  public let unitStarts: [Int]
  /// By row: the place of its unit in ``unitNames``.
  public let unit: [Int]
  /// By row: the place of its time in ``times``.
  public let period: [Int]
  /// By row: the outcome.
  public private(set) var outcome: [Double]
  /// Columns to account for, by row.
  public let covariates: [PanelColumns.Covariate]
  /// Columns that no estimate accounts for, by row.
  public let others: [PanelColumns.Covariate]
  /// By row: how much it counts; nil when all count the same.
  public let weights: [Double]?
  /// What was noticed while the panel was put together.
  public let warnings: [AssessmentWarning]

  /// Checks and sorts columns.
  ///
  /// - Throws: Every defect that was found.
  public init(_ columns: PanelColumns) throws(PanelDefects) {
    let draft = PanelDraft(columns)
    guard draft.defects.isEmpty else { throw PanelDefects(defects: draft.defects) }
    self.init(draft)
  }

  private init(_ draft: PanelDraft) {
    let columns = draft.columns
    let order = draft.keptRows
    clock = columns.clock
    times = draft.times
    unitNames = draft.keptUnits.map { columns.unit.names[$0] }
    clusterNames = draft.clusterNames
    firstTreated = draft.keptUnits.map { draft.firstTreated[$0] }
    cluster = draft.cluster
    unitStarts = draft.unitStarts
    unit = draft.unit
    period = draft.period
    outcome = order.map { columns.outcome[$0] }
    covariates = columns.covariates.map { covariate in
      PanelColumns.Covariate(name: covariate.name, values: order.map { covariate.values[$0] })
    }
    others = columns.others.map { other in
      PanelColumns.Covariate(name: other.name, values: order.map { other.values[$0] })
    }
    weights = columns.weights.map { weights in order.map { weights[$0] } }
    warnings = draft.warnings
  }

  /// The panel of some of the units, given in ascending order, over the same times.
  ///
  /// Clusters without a unit and ``others`` are left out; periods keep their places.
  func keeping(units: [Int]) -> Panel {
    Panel(self, units: units)
  }

  private init(_ whole: Panel, units: [Int]) {
    let rows = units.flatMap { whole.rows(ofUnit: $0) }
    var starts = [0]
    var unit: [Int] = []
    for (place, old) in units.enumerated() {
      let count = whole.rows(ofUnit: old).count
      starts.append(starts[place] + count)
      unit += Array(repeating: place, count: count)
    }
    let used = Set(units.map { whole.cluster[$0] }).sorted()
    clock = whole.clock
    times = whole.times
    unitNames = units.map { whole.unitNames[$0] }
    clusterNames = used.map { whole.clusterNames[$0] }
    firstTreated = units.map { whole.firstTreated[$0] }
    cluster = units.map { old in used.firstIndex(of: whole.cluster[old]) ?? 0 }
    unitStarts = starts
    self.unit = unit
    period = rows.map { whole.period[$0] }
    outcome = rows.map { whole.outcome[$0] }
    covariates = whole.covariates.map { covariate in
      PanelColumns.Covariate(name: covariate.name, values: rows.map { covariate.values[$0] })
    }
    others = []
    weights = whole.weights.map { weights in rows.map { weights[$0] } }
    warnings = []
  }

  /// A balanced panel made within the program, each unit its own cluster.
  ///
  /// - Parameters:
  ///   - grid: The outcome by unit and time, `unit * times + time`.
  ///   - times: How many, at least two; they are numbered from 0.
  ///   - firstTreated: One a unit, after the first time; nil for never.
  init(grid: [Double], times: Int, firstTreated: [Int?]) {
    let units = firstTreated.count
    clock = .number
    self.times = Array(0..<times)
    unitNames = (0..<units).map { "\($0)" }
    clusterNames = unitNames
    self.firstTreated = firstTreated
    cluster = Array(0..<units)
    unitStarts = (0...units).map { $0 * times }
    unit = (0..<units).flatMap { Array(repeating: $0, count: times) }
    period = (0..<units).flatMap { _ in Array(0..<times) }
    outcome = grid
    covariates = []
    others = []
    weights = nil
    warnings = []
  }

  /// The panel with other first treated times by unit and another outcome by row.
  func reassigned(_ firstTreated: [Int?], outcome: [Double]) -> Panel {
    var panel = self
    panel.firstTreated = firstTreated
    panel.outcome = outcome
    return panel
  }

  /// The number of rows.
  public var rowCount: Int { outcome.count }

  /// The number of units.
  public var unitCount: Int { unitNames.count }

  /// The number of clusters.
  public var clusterCount: Int { clusterNames.count }

  /// The number of units that become treated.
  public var treatedUnitCount: Int { firstTreated.count { $0 != nil } }

  /// Whether each cluster holds a treated unit.
  public var isClusterTreated: [Bool] {
    var isTreated = Array(repeating: false, count: clusterCount)
    for unit in 0..<unitCount where firstTreated[unit] != nil { isTreated[cluster[unit]] = true }
    return isTreated
  }

  /// The number of clusters that hold a treated unit.
  public var treatedClusterCount: Int { isClusterTreated.count { $0 } }

  /// The rows of a unit, in the order of their times.
  public func rows(ofUnit unit: Int) -> Range<Int> { unitStarts[unit]..<unitStarts[unit + 1] }

  /// The time of a row.
  public func time(ofRow row: Int) -> Int { times[period[row]] }

  /// Whether a row's unit is treated at the row's time.
  public func isTreated(row: Int) -> Bool {
    guard let first = firstTreated[unit[row]] else { return false }
    return first <= times[period[row]]
  }

  /// The treatment of every row, as 0 or 1.
  public var treatment: [Double] {
    (0..<rowCount).map { isTreated(row: $0) ? 1 : 0 }
  }

  /// Whether every unit has a row for every time.
  public var isBalanced: Bool { rowCount == unitCount * times.count }

  /// The distinct first treated times, ascending.
  public var cohortTimes: [Int] { Set(firstTreated.compactMap(\.self)).sorted() }

  /// The date from which every unit is treated, if it is the same for all.
  public var commonDate: Int? {
    guard let first = firstTreated[0], firstTreated.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
