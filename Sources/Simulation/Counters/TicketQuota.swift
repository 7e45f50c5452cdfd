import RealModule

/// How many of those who come still find a ticket when a fixed number is given out each day.
enum TicketQuota {
  /// Expected tickets taken in each slot.
  ///
  /// With Poisson arrivals of mean m so far, E[min(arrivals, quota)] tickets are gone; each slot takes
  /// what the mean at its end is more than at its start.
  ///
  /// - Parameters:
  ///   - coming: Expected arrivals of each slot.
  ///   - tickets: Tickets of the day; nil without a quota.
  /// - Returns: Expected arrivals that get a ticket, slot by slot.
  static func accepted(_ coming: [Double], tickets: Int?) -> [Double] {
    guard let tickets else { return coming }
    var mean = 0.0
    var gone = 0.0
    return coming.map { arrivals in
      mean += arrivals
      let after = expectedMinimum(mean: mean, limit: tickets)
      defer { gone = after }
      return max(after - gone, 0)
    }
  }

  /// E[min(N, limit)] for a Poisson N: the sum of P(N > k) over k below the limit.
  static func expectedMinimum(mean: Double, limit: Int) -> Double {
    guard mean > 0, limit > 0 else { return 0 }
    var expected = 0.0
    var below = 0.0
    for number in 0..<limit {
      below += .exp(Double(number) * .log(mean) - mean - .logGamma(Double(number) + 1))
      expected += max(1 - below, 0)
    }
    return min(expected, mean)
  }
}
