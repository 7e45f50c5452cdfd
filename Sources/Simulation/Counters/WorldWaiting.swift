import HybridWork

/// The grid of waits as one world sees it: handling time and patience are fixed, load and staffing
/// are not.
///
/// One of these is used by one thread at a time. Values are interpolated once for a world and shared
/// by its replications, policies and services.
final class WorldWaiting {
  private let grid: WaitingGrid
  private let tables: CounterTables
  private var axes: [ProfileAxes] = []
  private var rowOfLoad: [LoadKey: Row] = [:]
  /// For each row the place of every staffing's values, or why there is none.
  private var places: [Int32] = []
  private var values: [Double] = []
  /// For each row its number in the table at each corner, or none.
  private var corners: [Int?] = []
  private static let notAsked: Int32 = -1
  private static let isMissing: Int32 = -2
  /// Nodes that were asked for and are not solved.
  private(set) var missing: [WantedNode] = []

  /// Where a world lies between the nodes of a profile.
  private struct ProfileAxes {
    let table: ShapeTable
    let tableNumber: Int
    let handlingMinutes: Double
    let corners: [Corner]
  }

  private struct Corner {
    let handling: Int
    let patience: Int
    let weight: Double

    func row(load: Int) -> GridNode.Row {
      GridNode.Row(load: load, handling: handling, patience: patience)
    }
  }

  private struct LoadKey: Hashable {
    let profile: Int
    let load: Int
  }

  /// All staffings of a profile at one level of load.
  struct Row {
    fileprivate let profile: Int
    fileprivate let load: Int
    fileprivate let first: Int
    fileprivate let firstCorner: Int
  }

  init(_ grid: WaitingGrid, tables: CounterTables) {
    self.grid = grid
    self.tables = tables
  }

  /// The patience of the world in minutes.
  private(set) var patienceMinutes = 0.0

  /// Forgets the last world and takes up another.
  func enter(_ world: Assumptions) {
    patienceMinutes = world[.counterPatienceMinutes]
    rowOfLoad.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    corners.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    axes = tables.profiles.map { profile in
      let table = grid.tables[profile.table]
      let minutes = profile.handlingMinutes * world[.handlingTimeFactor]
      let handling = GridPosition(minutes, step: table.steps.handling)
      let patience = GridPosition(patienceMinutes, step: table.steps.patience)
      return ProfileAxes(
        table: table, tableNumber: profile.table, handlingMinutes: minutes,
        corners: Self.corners(handling, patience))
    }
  }

  /// The four nodes around a world, less those of no weight.
  private static func corners(_ handling: GridPosition, _ patience: GridPosition) -> [Corner] {
    handling.neighbours.flatMap { handling in
      patience.neighbours.map { patience in
        Corner(
          handling: handling.node, patience: patience.node,
          weight: handling.weight * patience.weight)
      }
    }
  }

  func handlingMinutes(profile: Int) -> Double { axes[profile].handlingMinutes }
  func table(profile: Int) -> ShapeTable { axes[profile].table }

  /// The staffings of a profile at a level of load, which stay good until another world is entered.
  func row(profile: Int, load: Int) -> Row {
    let key = LoadKey(profile: profile, load: load)
    if let known = rowOfLoad[key] { return known }
    let row = Row(
      profile: profile, load: load, first: places.count, firstCorner: corners.count)
    let axes = axes[profile]
    places.append(contentsOf: repeatElement(Self.notAsked, count: axes.table.staffingCount))
    for corner in axes.corners { corners.append(axes.table.number(of: corner.row(load: load))) }
    rowOfLoad[key] = row
    return row
  }

  /// Where the values of a staffing begin in ``read(_:)``; nil when a node is missing, which is then
  /// noted.
  func place(_ row: Row, staffing: Int) -> Int? {
    let known = places[row.first + staffing]
    if known >= 0 { return Int(known) }
    guard known == Self.notAsked else { return nil }
    let found = interpolate(row, staffing)
    places[row.first + staffing] = found.map { Int32($0) } ?? Self.isMissing
    return found
  }

  private func interpolate(_ row: Row, _ staffing: Int) -> Int? {
    let axes = axes[row.profile]
    let (table, stride) = (axes.table, axes.table.stride)
    let first = values.count
    var isComplete = true
    values.append(contentsOf: repeatElement(0, count: stride))
    for (number, corner) in axes.corners.enumerated() {
      let place = corners[row.firstCorner + number].flatMap {
        table.place(row: $0, staffing: staffing)
      }
      guard let place else {
        let node = GridNode(staffing: staffing, in: corner.row(load: row.load))
        missing.append(WantedNode(table: axes.tableNumber, node: node))
        isComplete = false
        continue
      }
      table.values.withUnsafeBufferPointer { source in
        values.withUnsafeMutableBufferPointer { values in
          for index in 0..<stride {
            values[first &+ index] += corner.weight * source[place &+ index]
          }
        }
      }
    }
    guard isComplete else {
      values.removeLast(stride)
      return nil
    }
    return first
  }

  /// Reads interpolated values.
  func read<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result? {
    values.withUnsafeBufferPointer { buffer in buffer.baseAddress.map(body) }
  }

  /// Hands over the missing nodes and forgets them.
  func takeMissing() -> [WantedNode] {
    defer { missing.removeAll() }
    return missing
  }
}
