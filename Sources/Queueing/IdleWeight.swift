/// How much likelier it is that some server is idle than that all are busy and nobody waits.
///
/// The weight is Σ_{k<n} (a^k/k!) ÷ (a^n/n!) for load a and n servers, which is 1/B - 1 for
/// Erlang's loss B. All terms are positive, so no digits cancel; it grows beyond all bounds, and
/// then the chance of waiting is rightly 0.
struct IdleWeight {
  let offeredLoad: Double
  private(set) var servers = 0
  private(set) var value = 0.0

  /// Starts without servers; the load must be above 0.
  init(offeredLoad: Double) {
    self.offeredLoad = offeredLoad
  }

  mutating func addServer() {
    servers += 1
    value = (value + 1) * (Double(servers) / offeredLoad)
  }

  /// Erlang's C, the chance that all servers are busy; only for loads below the servers.
  var probabilityOfWaiting: Double {
    1 / (1 + value * ((Double(servers) - offeredLoad) / Double(servers)))
  }
}
