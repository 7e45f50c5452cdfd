import RealModule

/// How far apart the nodes of a ``WaitingGrid`` lie, in natural logarithms.
///
/// Waits turn sharply where a counter becomes too busy, so the offered load is divided finely. At an
/// equal load they change mildly with the handling time and with patience in minutes.
public struct GridSteps: Hashable, Sendable {
  /// Step of the offered load, mean arrivals × handling time; at most 5%.
  public let load: Double
  /// Step of the handling time.
  public let handling: Double
  /// Step of patience.
  public let patience: Double

  /// Steps in natural logarithms, above 0.
  public init(load: Double, handling: Double, patience: Double) {
    self.load = load
    self.handling = handling
    self.patience = patience
  }

  /// The steps of all runs; their error is measured in `docs/method.md`.
  public static let standard = GridSteps(load: 0.04, handling: 0.2, patience: 0.16)

  /// The steps of a shape: with a ticket quota the number of arrivals itself matters, so that the
  /// handling time is divided as finely as the load.
  func fitting(_ shape: CounterShape) -> GridSteps {
    guard shape.tickets != nil else { return self }
    return GridSteps(load: load, handling: min(handling, load), patience: patience)
  }
}

/// Where a number lies between two nodes of one axis.
struct GridPosition {
  /// The node below.
  let lower: Int
  /// How far beyond it, 0..<1.
  let beyond: Double

  init(_ value: Double, step: Double) {
    let position = Double.log(value) / step
    let nearest = position.rounded()
    // What lies on a node but for rounding needs no neighbour.
    guard abs(position - nearest) > 1e-9 else {
      lower = Int(nearest)
      beyond = 0
      return
    }
    let floor = position.rounded(.down)
    lower = Int(floor)
    beyond = position - floor
  }

  /// The nodes below and above with their weights, less one without weight.
  var neighbours: [(node: Int, weight: Double)] {
    beyond > 0 ? [(lower, 1 - beyond), (lower + 1, beyond)] : [(lower, 1)]
  }

  /// The number at a node.
  static func value(_ node: Int, step: Double) -> Double { .exp(Double(node) * step) }
}
