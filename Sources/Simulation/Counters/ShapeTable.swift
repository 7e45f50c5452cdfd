/// A place on the axes of one shape: staffing, offered load, handling time, patience.
struct GridNode: Hashable {
  /// Four numbers of 16 bits, the last three shifted to be positive.
  let word: UInt64

  /// Every staffing of a load, a handling time and a patience.
  struct Row: Hashable {
    fileprivate let levels: UInt64

    init(load: Int, handling: Int, patience: Int) {
      func bits(_ level: Int) -> UInt64 {
        UInt64(UInt16(clamping: level + 32_768))
      }
      levels = bits(load) << 32 | bits(handling) << 16 | bits(patience)
    }

    fileprivate init(levels: UInt64) { self.levels = levels }
  }

  init(staffing: Int, in row: Row) {
    word = UInt64(UInt16(clamping: staffing)) << 48 | row.levels
  }

  var row: Row { Row(levels: word & (1 << 48 - 1)) }

  private func level(_ shift: UInt64) -> Int { Int(word >> shift & 0xFFFF) - 32_768 }

  var staffing: Int { Int(word >> 48) }
  var load: Int { level(32) }
  var handling: Int { level(16) }
  var patience: Int { level(0) }
}

/// All solved nodes of one shape.
final class ShapeTable {
  let shape: CounterShape
  let steps: GridSteps
  /// Numbers of a node.
  let stride: Int
  private(set) var values: [Double] = []
  private var staffings: [[UInt16]] = []
  private var numberOfStaffing: [[UInt16]: Int] = [:]
  /// For each row and staffing where its values begin, or -1; rows end with the last that is solved.
  private var places: [[Int32]] = []
  private var numberOfRow: [GridNode.Row: Int] = [:]

  init(_ shape: CounterShape, steps: GridSteps) {
    self.shape = shape
    self.steps = steps
    stride = NodeValues.stride(shape)
  }

  /// How many staffings have a number.
  var staffingCount: Int { staffings.count }

  /// The number of a staffing, servers slot by slot.
  func number(of staffing: [UInt16]) -> Int {
    if let number = numberOfStaffing[staffing] { return number }
    numberOfStaffing[staffing] = staffings.count
    staffings.append(staffing)
    return staffings.count - 1
  }

  /// The number of a row, which stays; nil while none of its nodes is solved.
  func number(of row: GridNode.Row) -> Int? { numberOfRow[row] }

  /// Where the values of a staffing in a row begin; nil when it is not solved.
  func place(row number: Int, staffing: Int) -> Int? {
    guard staffing < places[number].count else { return nil }
    let place = places[number][staffing]
    return place >= 0 ? Int(place) : nil
  }

  func isSolved(_ node: GridNode) -> Bool {
    numberOfRow[node.row].flatMap { place(row: $0, staffing: node.staffing) } != nil
  }

  /// Solves the day at a node: so many arrivals that its load and handling time agree.
  func solve(_ node: GridNode) -> [Double] {
    let load = GridPosition.value(node.load, step: steps.load)
    let handling = GridPosition.value(node.handling, step: steps.handling)
    return NodeValues.solve(
      shape, servers: staffings[node.staffing], arrivals: load * shape.minutes / handling,
      handlingMinutes: handling,
      patienceMinutes: GridPosition.value(node.patience, step: steps.patience))
  }

  func insert(_ node: GridNode, values: [Double]) {
    guard values.count == stride, !isSolved(node) else { return }
    let row = numberOfRow[node.row] ?? places.count
    if row == places.count {
      numberOfRow[node.row] = row
      places.append([])
    }
    let missing = node.staffing + 1 - places[row].count
    if missing > 0 { places[row] += repeatElement(-1, count: missing) }
    places[row][node.staffing] = Int32(self.values.count)
    self.values += values
  }
}

extension ShapeTable {
  /// All nodes in the order of their keys, so that equal contents give equal bytes.
  var nodes: [WaitingGrid.SolvedNode] {
    numberOfRow.flatMap { row, number in
      places[number].enumerated().compactMap { staffing, place in
        guard place >= 0 else { return nil }
        return WaitingGrid.SolvedNode(
          key: key(GridNode(staffing: staffing, in: row)),
          values: Array(values[Int(place)..<(Int(place) + stride)]))
      }
    }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Puts in nodes from another run; those of another length or with impossible values are left out.
  func insert(_ nodes: [WaitingGrid.SolvedNode]) {
    for solved in nodes where solved.values.allSatisfy(\.isFinite) {
      guard let node = node(solved.key) else { continue }
      insert(node, values: solved.values)
    }
  }

  /// Servers slot by slot and the three levels, two bytes each, the higher first.
  private func key(_ node: GridNode) -> [UInt8] {
    let levels = [node.load, node.handling, node.patience].map { UInt16(clamping: $0 + 32_768) }
    return (staffings[node.staffing] + levels).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  private func node(_ key: [UInt8]) -> GridNode? {
    let slots = shape.slots.count
    guard key.count == 2 * (slots + 3) else { return nil }
    let numbers = (0..<(slots + 3)).map { UInt16(key[2 * $0]) << 8 | UInt16(key[2 * $0 + 1]) }
    let levels = numbers.suffix(3).map { Int($0) - 32_768 }
    return GridNode(
      staffing: number(of: Array(numbers.prefix(slots))),
      in: GridNode.Row(load: levels[0], handling: levels[1], patience: levels[2]))
  }
}
