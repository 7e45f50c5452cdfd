import RealModule

/// The steady state of a queue in which everybody waits until served (M/M/n).
///
/// Poisson arrivals, exponential service times, first come first served. Source: Erlang (1917), as
/// in Gans, Koole and Mandelbaum, "Telephone call centers", M&SOM 5 (2003), section 4.1.
public struct ErlangC: Sendable {
  /// The share of arrivals that find all servers busy.
  public let probabilityOfWaiting: Double
  /// The average wait over all arrivals, in minutes.
  public let meanWaitMinutes: Double
  /// The share of the servers' time spent serving; 0 without servers.
  public let occupancy: Double

  /// How many services a minute the servers have to spare.
  private let spareRate: Double

  /// Solves the queue.
  ///
  /// Without arrivals all figures are 0 and the service level is 1, also with no servers.
  ///
  /// - Throws: ``QueueingError/unstable(offeredLoad:servers:)`` if the servers cannot keep up, or
  ///   another ``QueueingError`` if a number is impossible.
  public init(
    arrivalsPerHour: Double, serviceMinutes: Double, servers: Int
  ) throws(QueueingError) {
    try QueueingError.checkNotNegative(arrivalsPerHour, .arrivalsPerHour)
    try QueueingError.checkPositive(serviceMinutes, .serviceMinutes)
    guard servers >= 0 else { throw .negativeServers(servers) }
    let load = arrivalsPerHour / 60 * serviceMinutes
    guard load > 0 else {
      probabilityOfWaiting = 0
      meanWaitMinutes = 0
      occupancy = 0
      spareRate = Double(servers) / serviceMinutes
      return
    }
    guard load < Double(servers) else { throw .unstable(offeredLoad: load, servers: servers) }
    var idle = IdleWeight(offeredLoad: load)
    while idle.servers < servers { idle.addServer() }
    probabilityOfWaiting = idle.probabilityOfWaiting
    spareRate = (Double(servers) - load) / serviceMinutes
    meanWaitMinutes = probabilityOfWaiting / spareRate
    occupancy = load / Double(servers)
  }

  /// The share of arrivals whose service starts within a time in minutes.
  ///
  /// 0 for negative times.
  public func serviceLevel(withinMinutes target: Double) -> Double {
    guard target >= 0 else { return 0 }
    guard probabilityOfWaiting > 0 else { return 1 }
    return 1 - probabilityOfWaiting * .exp(-spareRate * target)
  }
}

/// The fewest servers that keep up and start at least a share of services within a time (Erlang C).
///
/// No servers are needed without arrivals. A `serviceLevel` of 0 asks only that the queue be stable;
/// 1 is met once the rest is lost to rounding. Numbers must not be negative or NaN, the service time
/// above 0, and the level at most 1.
public func serversRequired(
  arrivalsPerHour: Double, serviceMinutes: Double, targetMinutes: Double, serviceLevel: Double
) -> Int {
  precondition(arrivalsPerHour >= 0 && arrivalsPerHour.isFinite, "arrivals of \(arrivalsPerHour)")
  precondition(serviceMinutes > 0 && serviceMinutes.isFinite, "services of \(serviceMinutes) min")
  precondition(targetMinutes >= 0, "a target of \(targetMinutes) min")
  precondition((0...1).contains(serviceLevel), "a service level of \(serviceLevel)")
  let load = arrivalsPerHour / 60 * serviceMinutes
  guard load > 0 else { return 0 }
  var idle = IdleWeight(offeredLoad: load)
  while true {
    idle.addServer()
    let spare = Double(idle.servers) - load
    guard spare > 0 else { continue }
    let late = idle.probabilityOfWaiting * .exp(-spare / serviceMinutes * targetMinutes)
    if 1 - late >= serviceLevel { return idle.servers }
  }
}
