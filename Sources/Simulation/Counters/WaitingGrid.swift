import Dispatch
import HybridWork

/// What days at counters bring their citizens, solved on a grid that all worlds share.
///
/// A node is a shape of the day, a staffing (servers of each slot), an offered load, a handling time
/// and a patience. Between nodes values are interpolated with weights that are never negative. Only
/// nodes that are asked for are solved; solved ones can be taken out and put into another run.
public final class WaitingGrid: @unchecked Sendable {
  // Changed between passes by one thread only; read by many within a pass.
  private(set) var tables: [ShapeTable] = []
  private var placeOfShape: [CounterShape: Int] = [:]
  private var seeds: [String: [SolvedNode]] = [:]
  let steps: GridSteps
  /// Nodes solved since the grid was made, not counting those put in.
  public private(set) var solvedCount = 0

  /// An empty grid.
  public init(steps: GridSteps = .standard) { self.steps = steps }

  /// One solved day as plain bytes and numbers, to be kept between runs.
  public struct SolvedNode: Sendable {
    /// Staffing and place on the axes.
    public let key: [UInt8]
    /// What the day brings, for each arrival.
    public let values: [Double]

    /// A node that was taken out before.
    public init(key: [UInt8], values: [Double]) {
      self.key = key
      self.values = values
    }
  }

  /// What tells the nodes of a shape from those of any other, solver and steps included.
  func identity(_ shape: CounterShape) -> String {
    let steps = steps.fitting(shape)
    return "counter-day-2 steps=\(steps.load),\(steps.handling),\(steps.patience) "
      + shape.identity
  }

  /// The identities of the shapes of a study's counters, each once, in the order of the services.
  public func identities(of study: Study) -> [String] {
    var seen: Set<String> = []
    return study.services.compactMap(\.counter).map { identity(CounterPlan($0).shape) }
      .filter { seen.insert($0).inserted }
  }

  /// The identities of the shapes in use, and the nodes of each: everything worth keeping.
  public var contents: [(identity: String, nodes: [SolvedNode])] {
    tables.map { (identity($0.shape), $0.nodes) }
  }

  /// Puts in nodes that a grid of the same identity gave out; those that do not fit are left out.
  public func insert(_ nodes: [SolvedNode], identity: String) {
    seeds[identity, default: []] += nodes
    for table in tables where self.identity(table.shape) == identity { table.insert(nodes) }
  }

  /// The table of a shape, made when first asked for.
  func table(of shape: CounterShape) -> Int {
    if let place = placeOfShape[shape] { return place }
    let table = ShapeTable(shape, steps: steps.fitting(shape))
    table.insert(seeds[identity(shape)] ?? [])
    placeOfShape[shape] = tables.count
    tables.append(table)
    return tables.count - 1
  }

  /// Solves nodes on several threads; the values do not depend on how many.
  ///
  /// - Parameters:
  ///   - wanted: Nodes by table, in any order and perhaps more than once.
  ///   - threads: At least 1.
  func solve(_ wanted: [WantedNode], threads: Int) {
    let missing = Set(wanted).filter { !tables[$0.table].isSolved($0.node) }.sorted()
    guard !missing.isEmpty else { return }
    solvedCount += missing.count
    let results = SolvedBatch(count: missing.count)
    DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { thread in
      for index in stride(from: thread, to: missing.count, by: max(threads, 1)) {
        results.set(index, tables[missing[index].table].solve(missing[index].node))
      }
    }
    for (index, wanted) in missing.enumerated() {
      tables[wanted.table].insert(wanted.node, values: results.values(index))
    }
  }
}

/// A node that a pass asks for.
struct WantedNode: Hashable, Comparable {
  let table: Int
  let node: GridNode

  static func < (left: WantedNode, right: WantedNode) -> Bool {
    (left.table, left.node.word) < (right.table, right.node.word)
  }
}

/// Values of nodes solved together, each written by one thread.
private final class SolvedBatch: @unchecked Sendable {
  private let places: UnsafeMutablePointer<[Double]>
  private let count: Int

  init(count: Int) {
    self.count = count
    places = .allocate(capacity: count)
    places.initialize(repeating: [], count: count)
  }

  deinit {
    places.deinitialize(count: count)
    places.deallocate()
  }

  func set(_ index: Int, _ values: [Double]) { places[index] = values }
  func values(_ index: Int) -> [Double] { places[index] }
}
