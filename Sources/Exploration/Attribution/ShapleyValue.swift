public import Statistics

/// Shapley's division of what players reach together, the same whatever the order they come in.
///
/// Coalitions are words of bits. Each has several worths at once, such as one for each outcome and
/// world: the division is linear, so every one is divided by itself.
public enum ShapleyValue {
  /// The exact division from the worth of every coalition.
  ///
  /// φ(p) = Σ over S without p of |S|!·(n−1−|S|)!/n! · (v(S ∪ p) − v(S)) (Shapley 1953).
  ///
  /// - Parameters:
  ///   - players: Up to 20 players, since 2ⁿ coalitions are asked for.
  ///   - worth: The worths of a coalition, always the same number of them.
  /// - Returns: For each player one share of each worth.
  public static func exact(players: Int, worth: (UInt64) -> [Double]) -> [[Double]] {
    precondition((0...20).contains(players), "too many players to enumerate")
    let weights = coalitionWeights(players: players)
    let worths = (0..<(1 << players)).map { worth(UInt64($0)) }
    return (0..<players).map { player in
      var share = Array(repeating: 0.0, count: worths[0].count)
      let bit = 1 << player
      for coalition in worths.indices where coalition & bit == 0 {
        let weight = weights[coalition.nonzeroBitCount]
        add(weight, worths[coalition | bit], minus: worths[coalition], to: &share)
      }
      return share
    }
  }

  /// Orders in pairs, each followed by its reverse: a sample that cancels what pairs of players do
  /// to each other early and late.
  ///
  /// - Parameters:
  ///   - players: The number of players.
  ///   - pairs: How many pairs; pair i depends on the key and i alone.
  ///   - key: The stream the orders are drawn from.
  /// - Returns: Twice as many orders as pairs.
  public static func antitheticOrders(players: Int, pairs: Int, key: RandomKey) -> [[Int]] {
    (0..<pairs).flatMap { pair -> [[Int]] in
      let order = randomOrder(players, key.child(UInt64(pair)))
      return [order, order.reversed()]
    }
  }

  /// The coalitions that players form when they come in an order, from nobody to all.
  public static func coalitions(along order: [Int]) -> [UInt64] {
    order.reduce(into: [0]) { $0.append(($0.last ?? 0) | 1 << UInt64($1)) }
  }

  /// What each player adds when players come in an order.
  ///
  /// - Returns: For each player the difference it makes to each worth.
  public static func contributions(
    along order: [Int], worth: (UInt64) -> [Double]
  ) -> [[Double]] {
    var before = worth(0)
    var result = Array(repeating: Array(repeating: 0.0, count: before.count), count: order.count)
    var coalition: UInt64 = 0
    for player in order {
      coalition |= 1 << UInt64(player)
      let after = worth(coalition)
      add(1, after, minus: before, to: &result[player])
      before = after
    }
    return result
  }

  private static func add(
    _ weight: Double, _ after: [Double], minus before: [Double], to share: inout [Double]
  ) {
    for index in share.indices { share[index] += weight * (after[index] - before[index]) }
  }

  /// |S|!·(n−1−|S|)!/n! for each size of S.
  private static func coalitionWeights(players: Int) -> [Double] {
    var weights: [Double] = []
    var binomial = 1.0
    for size in 0..<players {
      weights.append(1 / (Double(players) * binomial))
      binomial *= Double(players - 1 - size) / Double(size + 1)
    }
    return weights
  }
}
