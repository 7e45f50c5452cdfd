import RealModule

/// The steady state of a queue whose customers leave when their patience ends (M/M/n+M).
///
/// Poisson arrivals, exponential service times and patience, first come first served. The wait is
/// min(virtual wait, patience), over all arrivals. Source: Palm (1946); Mandelbaum and Zeltyn,
/// "Service engineering in action: the Palm/Erlang-A queue" (2007), whose integrals are summed here
/// as series of positive terms.
public struct ErlangA: Sendable {
  /// The share of arrivals that find all servers busy.
  public let probabilityOfWaiting: Double
  /// The average wait over all arrivals, those who leave included, in minutes.
  public let meanWaitMinutes: Double
  /// The share of arrivals who leave unserved.
  public let abandonment: Double
  /// The share of the servers' time spent serving; 0 without servers.
  public let occupancy: Double
  /// The average number of people waiting.
  public let meanQueueLength: Double

  private let hasArrivals: Bool
  private let patience: Double
  /// Services that all servers complete during one patience, n·μ/θ.
  private let services: Double
  /// Arrivals during one patience, λ/θ.
  private let arrivals: Double
  /// The logarithm of the states' total weight.
  private let logTotal: Double

  /// Solves the queue; any load has a steady state.
  ///
  /// Figures are good to 10⁻¹⁰, mostly to 10⁻¹⁴. The time taken grows with the servers, and with
  /// the root of the arrivals during one patience.
  ///
  /// Without servers everybody waits for as long as patience lasts and leaves. Without arrivals all
  /// figures are 0 and the service level is 1.
  ///
  /// - Throws: ``QueueingError`` if a number is impossible.
  public init(
    arrivalsPerHour: Double, serviceMinutes: Double, servers: Int, patienceMinutes: Double
  ) throws(QueueingError) {
    try QueueingError.checkNotNegative(arrivalsPerHour, .arrivalsPerHour)
    try QueueingError.checkPositive(serviceMinutes, .serviceMinutes)
    try QueueingError.checkPositive(patienceMinutes, .patienceMinutes)
    guard servers >= 0 else { throw .negativeServers(servers) }
    let load = arrivalsPerHour / 60 * serviceMinutes
    patience = patienceMinutes
    services = Double(servers) / serviceMinutes * patienceMinutes
    arrivals = arrivalsPerHour / 60 * patienceMinutes
    guard arrivals <= 1e9 else { throw .tooManyArrivals(perPatience: arrivals) }
    hasArrivals = arrivals > 0 && load > 0
    guard hasArrivals, servers > 0 else {
      let waiting: Double = hasArrivals ? 1 : 0
      probabilityOfWaiting = waiting
      meanWaitMinutes = waiting * patienceMinutes
      abandonment = waiting
      occupancy = 0
      meanQueueLength = waiting * arrivals
      logTotal = 0
      return
    }
    var idle = IdleWeight(offeredLoad: load)
    while idle.servers < servers { idle.addServer() }
    let states = WaitingStates(firstRate: services, rate: arrivals)
    logTotal = states.logTotal
    probabilityOfWaiting = 1 / (1 + idle.value * .exp(-logTotal))
    meanQueueLength = probabilityOfWaiting * states.queueLength / states.total
    abandonment = min(meanQueueLength / arrivals, 1)
    meanWaitMinutes = abandonment * patienceMinutes
    occupancy = min(load * (1 - abandonment) / Double(servers), 1)
  }

  /// The share of all arrivals whose service starts within a time in minutes.
  ///
  /// 0 for negative times; those who leave count as not served in time.
  public func serviceLevel(withinMinutes target: Double) -> Double {
    guard target >= 0 else { return 0 }
    guard hasArrivals else { return 1 }
    guard services > 0 else { return 0 }
    let beyond = states(beyond: target)
    // Served after a longer wait: (nμ/λ) Σ_{j≥1} of the thinned states.
    let late =
      probabilityOfWaiting * (services / arrivals) * beyond.weight * beyond.states.withQueue
    return min(max(1 - abandonment - late, 0), 1)
  }

  /// The share of all arrivals whose wait is longer than a time in minutes.
  ///
  /// Whether it ends in service or in leaving. 1 for negative times if anybody arrives.
  public func waitTail(_ minutes: Double) -> Double {
    guard hasArrivals else { return 0 }
    guard minutes >= 0 else { return 1 }
    let patient = Double.exp(-minutes / patience)
    guard services > 0, minutes > 0 else { return patient * probabilityOfWaiting }
    let beyond = states(beyond: minutes)
    return probabilityOfWaiting * patient * min(beyond.weight * beyond.states.total, 1)
  }

  /// The shares of all arrivals whose waits are longer than each of several times in minutes.
  ///
  /// Writes one number for each edge, as ``waitTail(_:)`` would give.
  public func waitTails(_ edges: [Double], into tails: UnsafeMutablePointer<Double>) {
    for (index, edge) in edges.enumerated() { tails[index] = waitTail(edge) }
  }

  /// The states left over after a virtual wait, and the factor that scales them to all at time 0.
  ///
  /// The virtual wait V has the density λ·π_{n-1}·exp(λ(1 - e^(-θx))/θ - nμx), so that
  /// P(V > t) ÷ P(V > 0) = γ(c, zx) ÷ γ(c, z) with x = e^(-θt), c = nμ/θ and z = λ/θ.
  private func states(beyond minutes: Double) -> (states: WaitingStates, weight: Double) {
    let time = minutes / patience
    let gone = -Double.expMinusOne(-time)
    let states = WaitingStates(firstRate: services, rate: arrivals * .exp(-time))
    let exponent = arrivals * gone - services * time + states.logScale - logTotal
    return (states, .exp(exponent))
  }
}

extension ErlangA {
  /// The fewest servers that start at least a share of services within a time.
  ///
  /// No servers are needed without arrivals or for a share of 0. Found by doubling and halving,
  /// since one server more never lowers the share.
  ///
  /// - Throws: ``QueueingError`` if a number of the queue is impossible; the target must be at
  ///   least 0 and the share from 0 to below 1.
  public static func serversRequired(
    arrivalsPerHour: Double, serviceMinutes: Double, patienceMinutes: Double, targetMinutes: Double,
    serviceLevel: Double
  ) throws(QueueingError) -> Int {
    precondition(targetMinutes >= 0, "a target of \(targetMinutes) min")
    precondition(serviceLevel >= 0 && serviceLevel < 1, "a service level of \(serviceLevel)")
    func meets(_ servers: Int) throws(QueueingError) -> Bool {
      try ErlangA(
        arrivalsPerHour: arrivalsPerHour, serviceMinutes: serviceMinutes, servers: servers,
        patienceMinutes: patienceMinutes
      ).serviceLevel(withinMinutes: targetMinutes) >= serviceLevel
    }
    if try meets(0) { return 0 }
    var (short, enough) = (0, 1)
    while try !meets(enough) { (short, enough) = (enough, 2 * enough) }
    while enough - short > 1 {
      let middle = (short + enough) / 2
      if try meets(middle) { enough = middle } else { short = middle }
    }
    return enough
  }
}
