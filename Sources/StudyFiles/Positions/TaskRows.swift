import HybridWork

/// Rows that describe one task of a position each; a position's rows may stand anywhere.
struct TaskRows {
  private struct Position {
    let first: PositionRow
    var kind: PositionKind?
    var tasks: [PositionTask] = []
    var lines: [String: Int] = [:]
    var isSound = true
  }

  private let rows: [PositionRow]

  init(_ rows: [PositionRow]) { self.rows = rows }

  /// The positions that can be read; what is wrong is reported.
  func profiles() -> [PositionProfile] {
    var names: [String] = []
    var positions: [String: Position] = [:]
    for row in rows {
      let name = row.text(.position)
      let task = task(of: row)
      let kind: PositionKind?? = row.choice(.kind, absent: nil)
      guard let name else { continue }
      if positions[name] == nil { names.append(name) }
      var position = positions[name] ?? Position(first: row)
      if let task, let kind, add(row, task, kind, to: &position) {
        position.tasks.append(task.task)
      } else {
        position.isSound = false
      }
      positions[name] = position
    }
    return names.compactMap { name in positions[name].flatMap { profile(name, $0) } }
  }

  /// Notes the name of a task and the kind of its position; false if they contradict other rows.
  private func add(
    _ row: PositionRow, _ task: (name: String, task: PositionTask), _ kind: PositionKind?,
    to position: inout Position
  ) -> Bool {
    if let line = position.lines[task.name] {
      row.complain(.positions(.taskTwice(task.name, firstLine: line)), of: .task)
      return false
    }
    position.lines[task.name] = row.line
    if let kind, let other = position.kind, kind != other {
      row.complain(.positions(.kindDiffers(kind, other, firstLine: position.first.line)), of: .kind)
      return false
    }
    position.kind = position.kind ?? kind
    return true
  }

  private func task(of row: PositionRow) -> (name: String, task: PositionTask)? {
    let name = row.text(.task)
    let share = row.share(.shareOfTime)
    let place = row.choice(.place, TaskPlace.self)
    let answers = row.answers()
    guard let name, let share, let place, let answers else { return nil }
    let task = PositionTask(shareOfTime: share, place: place) {
      answers[PositionCriterion.allCases.firstIndex(of: $0) ?? 0]
    }
    return (name, task)
  }

  /// The position as a whole; nil if its shares do not sum to 1 or a row of it can't be read.
  private func profile(_ name: String, _ position: Position) -> PositionProfile? {
    guard position.isSound else { return nil }
    let sum = position.tasks.map(\.shareOfTime).reduce(0, +)
    guard abs(sum - 1) <= TaskShares.tolerance + 1e-9 else {
      position.first.complain(.positions(.sharesDoNotSum(name, sum: sum)), of: .position)
      return nil
    }
    return PositionProfile(position: name, kind: position.kind, tasks: position.tasks)
  }
}
