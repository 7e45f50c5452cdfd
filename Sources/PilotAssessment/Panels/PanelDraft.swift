/// The way from columns to a panel: order, defects, and who is left out.
struct PanelDraft {
  let columns: PanelColumns
  private(set) var defects: [PanelDefect] = []
  private(set) var warnings: [AssessmentWarning] = []
  /// By unit of the columns.
  private(set) var firstTreated: [Int?] = []
  /// The rows that stay, sorted by unit and time, and for each its unit and period.
  private(set) var keptRows: [Int] = []
  private(set) var unit: [Int] = []
  private(set) var period: [Int] = []
  /// The units that stay, as places in the columns' names, and their first rows.
  private(set) var keptUnits: [Int] = []
  private(set) var unitStarts: [Int] = [0]
  /// The distinct times of the rows that stay.
  private(set) var times: [Int] = []
  /// By kept unit.
  private(set) var cluster: [Int] = []
  private(set) var clusterNames: [String] = []

  /// By unit of the columns: its rows in the order of time.
  private var rowsOfUnit: [[Int]] = []

  init(_ columns: PanelColumns) {
    let count = columns.outcome.count
    precondition(
      columns.unit.codes.count == count && columns.time.count == count
        && columns.treatment.count == count
        && (columns.covariates + columns.others).allSatisfy { $0.values.count == count },
      "columns of unequal length")
    self.columns = columns
    guard count > 0 else {
      defects = [.noRows]
      return
    }
    findNumberDefects()
    sortRows()
    findUnitDefects()
    guard defects.isEmpty else {
      defects.sort { ($0.row ?? 0) < ($1.row ?? 0) }
      return
    }
    findDesignDefects()
    guard defects.isEmpty else { return }
    keepRows()
    nameClusters()
    noticeShape()
  }

  private mutating func findNumberDefects() {
    for row in columns.outcome.indices where !columns.outcome[row].isFinite {
      defects.append(.notFinite(.outcome, row: row))
    }
    for covariate in columns.covariates + columns.others {
      for row in covariate.values.indices where !covariate.values[row].isFinite {
        defects.append(.notFinite(.covariate(covariate.name), row: row))
      }
    }
    guard let weights = columns.weights else { return }
    for (row, weight) in weights.enumerated() where !(weight > 0 && weight.isFinite) {
      defects.append(
        weight.isFinite ? .weightNotPositive(row: row) : .notFinite(.weight, row: row))
    }
  }

  private mutating func sortRows() {
    rowsOfUnit = Array(repeating: [], count: columns.unit.names.count)
    for (row, unit) in columns.unit.codes.enumerated() { rowsOfUnit[unit].append(row) }
    let time = columns.time
    for unit in rowsOfUnit.indices {
      let isSorted = zip(rowsOfUnit[unit], rowsOfUnit[unit].dropFirst()).allSatisfy {
        time[$0] <= time[$1]
      }
      if !isSorted { rowsOfUnit[unit].sort { (time[$0], $0) < (time[$1], $1) } }
    }
  }

  private mutating func findUnitDefects() {
    firstTreated = Array(repeating: nil, count: rowsOfUnit.count)
    for unit in rowsOfUnit.indices {
      let rows = rowsOfUnit[unit]
      for (earlier, row) in zip(rows, rows.dropFirst())
      where columns.time[earlier] == columns.time[row] {
        defects.append(.duplicate(row: row, firstRow: earlier))
      }
      if let cluster = columns.cluster, let first = rows.min() {
        for row in rows where cluster.codes[row] != cluster.codes[first] {
          defects.append(.clusterDiffers(row: row, firstRow: first))
        }
      }
      readTreatment(ofUnit: unit)
    }
  }

  private mutating func readTreatment(ofUnit unit: Int) {
    let rows = rowsOfUnit[unit]
    switch columns.treatment {
    case .path(let path):
      guard let start = rows.firstIndex(where: { path[$0] }) else { return }
      firstTreated[unit] = columns.time[rows[start]]
      for row in rows[start...] where !path[row] {
        defects.append(.reversal(row: row, treatedRow: rows[start]))
      }
    case .firstTreated(let times):
      guard let first = rows.min() else { return }
      for row in rows where times[row] != times[first] {
        defects.append(.firstTreatedDiffers(row: row, firstRow: first))
      }
      firstTreated[unit] = times[first]
    }
  }

  private func isAlwaysTreated(_ unit: Int) -> Bool {
    guard let first = firstTreated[unit], let row = rowsOfUnit[unit].first else { return false }
    return first <= columns.time[row]
  }

  private mutating func findDesignDefects() {
    let distinct = Set(columns.time)
    if distinct.count == 1, let time = distinct.first {
      defects.append(.onePeriod(label: columns.clock.label(of: time)))
      return
    }
    // Treated after the panel's end is never treated as far as the panel can tell.
    let last = distinct.max() ?? 0
    let units = rowsOfUnit.indices.filter { !rowsOfUnit[$0].isEmpty }
    for unit in units {
      if let first = firstTreated[unit], first > last { firstTreated[unit] = nil }
    }
    let treated = units.filter { firstTreated[$0] != nil }
    if treated.isEmpty {
      defects.append(.noneTreated)
    } else if treated.allSatisfy(isAlwaysTreated) {
      defects.append(treated.count == units.count ? .allTreatedFromStart : .nobodyBecomesTreated)
    }
  }

  private mutating func keepRows() {
    var dropped: [String] = []
    for unit in rowsOfUnit.indices where !rowsOfUnit[unit].isEmpty {
      if isAlwaysTreated(unit) {
        dropped.append(columns.unit.names[unit])
      } else {
        keptUnits.append(unit)
        keptRows += rowsOfUnit[unit]
        unitStarts.append(keptRows.count)
        self.unit += Array(repeating: keptUnits.count - 1, count: rowsOfUnit[unit].count)
      }
    }
    if !dropped.isEmpty { warnings.append(.alwaysTreatedDropped(units: dropped)) }
    times = Set(keptRows.map { columns.time[$0] }).sorted()
    var place: [Int: Int] = [:]
    for (index, time) in times.enumerated() { place[time] = index }
    period = keptRows.map { place[columns.time[$0]] ?? 0 }
  }

  private mutating func nameClusters() {
    guard let labels = columns.cluster else {
      clusterNames = keptUnits.map { columns.unit.names[$0] }
      cluster = Array(keptUnits.indices)
      return
    }
    let codes = keptUnits.map { labels.codes[rowsOfUnit[$0][0]] }
    let used = Set(codes).sorted()
    clusterNames = used.map { labels.names[$0] }
    cluster = codes.map { used.firstIndex(of: $0) ?? 0 }
  }

  private mutating func noticeShape() {
    let cells = keptUnits.count * times.count
    if keptRows.count < cells {
      warnings.append(.unbalanced(rows: keptRows.count, cells: cells))
    }
    let steps = zip(times, times.dropFirst()).map { $1 - $0 }
    guard let step = steps.min(), let gap = steps.firstIndex(where: { $0 > step }) else { return }
    warnings.append(
      .timeGap(
        after: columns.clock.label(of: times[gap]), before: columns.clock.label(of: times[gap + 1]),
        gaps: steps.count { $0 > step }))
  }
}
