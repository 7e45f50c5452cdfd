import RealModule

/// The weights of the states with all servers busy, relative to that in which nobody waits.
///
/// With c = n·patience/service and z = arrivals × patience (thinned by e^(-t/patience) when
/// looking beyond a wait t), state j has the weight z^j ÷ ((c+1)…(c+j)). The sum M is Kummer's
/// 1F1(1; c+1; z) = c·γ(c, z)·e^z·z^-c.
struct WaitingStates {
  /// The logarithm of the unit in which the sums are stated.
  let logScale: Double
  /// Σ of all weights, M.
  let total: Double
  /// Σ of the weights with somebody waiting, M - 1.
  let withQueue: Double
  /// Σ of the weights times the number waiting.
  let queueLength: Double

  var logTotal: Double { logScale + .log(total) }

  /// Adds up the states outwards from the likeliest until 10⁻¹⁶ of the sum is left.
  ///
  /// Takes time in proportion to √z plus, below 256, the likeliest queue length.
  init(firstRate: Double, rate: Double) {
    let mode = max(0, (rate - firstRate).rounded(.down))
    // Up to e^256, sums from state 0 on cannot overflow and need no logarithm of a factorial.
    let start = mode < 256 ? 0 : mode
    let logStart =
      start == 0
      ? 0 : start * .log(rate) - (.logGamma(firstRate + start + 1) - .logGamma(firstRate + 1))
    var sum = 0.0
    var weighted = 0.0
    var queue = start
    var weight = 1.0
    while true {
      queue += 1
      let ratio = rate / (firstRate + queue)
      weight *= ratio
      sum += weight
      weighted += weight * queue
      let fall = 1 - ratio
      // The rest is below a geometric series, here times `fall` squared.
      if fall > 0, weight * ratio * (queue * fall + 1) <= 1e-16 * weighted * fall * fall { break }
    }
    logScale = logStart
    guard start > 0 else {
      total = 1 + sum
      withQueue = sum
      queueLength = weighted
      return
    }
    let below = Self.sums(below: start, firstRate: firstRate, rate: rate)
    withQueue = sum + 1 + below.sum
    queueLength = weighted + start + below.weighted
    total = withQueue + .exp(-logStart)
  }

  /// Sums over the states 1 to `start` - 1 in units of the weight of `start`.
  private static func sums(
    below start: Double, firstRate: Double, rate: Double
  ) -> (sum: Double, weighted: Double) {
    var sum = 0.0
    var weighted = 0.0
    var queue = start
    var weight = 1.0
    while queue > 1 {
      let ratio = (firstRate + queue) / rate
      weight *= ratio
      queue -= 1
      sum += weight
      weighted += weight * queue
      if weight * ratio <= 1e-16 * (1 - ratio) { break }
    }
    return (sum, weighted)
  }
}
