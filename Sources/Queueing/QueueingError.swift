/// Why a queue with the given numbers has no steady state.
public enum QueueingError: Error, Equatable, Sendable {
  /// A number that describes a queue.
  public enum Parameter: String, Sendable {
    case arrivalsPerHour
    case serviceMinutes
    case patienceMinutes
    case slotMinutes
    case arrivals
    case coefficientOfVariation
  }

  /// The number is NaN or infinite.
  case notFinite(Parameter, Double)
  /// The number must not be negative.
  case negative(Parameter, Double)
  /// The number must be above 0.
  case notPositive(Parameter, Double)
  /// There cannot be fewer than no servers.
  case negativeServers(Int)
  /// More people arrive during one patience than can be reckoned with (10⁹).
  case tooManyArrivals(perPatience: Double)
  /// Work arrives at least as fast as all servers can do it, and nobody leaves the queue.
  case unstable(offeredLoad: Double, servers: Int)

  static func checkNotNegative(
    _ value: Double, _ parameter: Parameter
  ) throws(QueueingError) {
    guard value.isFinite else { throw .notFinite(parameter, value) }
    guard value >= 0 else { throw .negative(parameter, value) }
  }

  static func checkPositive(_ value: Double, _ parameter: Parameter) throws(QueueingError) {
    guard value.isFinite else { throw .notFinite(parameter, value) }
    guard value > 0 else { throw .notPositive(parameter, value) }
  }
}
