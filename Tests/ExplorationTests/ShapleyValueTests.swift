import Exploration
import Statistics
import Testing

@Suite("Shapley's division")
struct ShapleyValueTests {
  /// Worths of all coalitions of some players, drawn at random.
  private func game(players: Int, seed: UInt64) -> [Double] {
    let key = RandomKey(seed: seed)
    return (0..<(1 << players)).map { $0 == 0 ? 0 : key.uniform(UInt64($0)) * 10 - 5 }
  }

  /// The mean contribution over every order, which is the definition in words.
  private func bruteForce(players: Int, _ worths: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: players)
    var orders = 0.0
    func visit(_ coalition: Int, _ added: [Double]) {
      if coalition == (1 << players) - 1 {
        orders += 1
        for player in 0..<players { sums[player] += added[player] }
        return
      }
      for player in 0..<players where coalition & (1 << player) == 0 {
        var next = added
        next[player] = worths[coalition | (1 << player)] - worths[coalition]
        visit(coalition | (1 << player), next)
      }
    }
    visit(0, Array(repeating: 0, count: players))
    return sums.map { $0 / orders }
  }

  @Test("the glove game: one left glove and two right ones are worth 2/3, 1/6 and 1/6 of a pair")
  func gloves() {
    let shares = ShapleyValue.exact(players: 3) { coalition in
      [coalition & 0b001 != 0 && coalition & 0b110 != 0 ? 1 : 0]
    }
    for (share, expected) in zip(shares, [2.0 / 3, 1.0 / 6, 1.0 / 6]) {
      #expect(abs(share[0] - expected) < 1e-15)
    }
  }

  @Test("weights of sizes agree with the mean over every order", arguments: 1...6)
  func orders(players: Int) {
    let worths = game(players: players, seed: UInt64(players))
    let shares = ShapleyValue.exact(players: players) { [worths[Int($0)]] }
    for (share, expected) in zip(shares, bruteForce(players: players, worths)) {
      #expect(abs(share[0] - expected) < 1e-12)
    }
    #expect(abs(shares.reduce(0) { $0 + $1[0] } - (worths.last ?? 0)) < 1e-12)
  }

  @Test("every second order is the reverse of the one before and all players come in each")
  func antithetic() {
    let key = RandomKey(seed: 5)
    let orders = ShapleyValue.antitheticOrders(players: 7, pairs: 20, key: key)
    #expect(orders.count == 40)
    for place in stride(from: 0, to: 40, by: 2) {
      #expect(orders[place].sorted() == Array(0..<7))
      #expect(orders[place + 1] == orders[place].reversed())
    }
    // More pairs keep those there were.
    let more = ShapleyValue.antitheticOrders(players: 7, pairs: 30, key: key)
    #expect(Array(more.prefix(40)) == orders)
  }

  @Test("the mean over all orders of what players add is the exact division")
  func contributions() {
    let worths = game(players: 3, seed: 9)
    let all = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let added = all.map { ShapleyValue.contributions(along: $0) { [worths[Int($0)]] } }
    let exact = ShapleyValue.exact(players: 3) { [worths[Int($0)]] }
    for player in 0..<3 {
      let mean = added.reduce(0) { $0 + $1[player][0] } / 6
      #expect(abs(mean - exact[player][0]) < 1e-12)
    }
    #expect(ShapleyValue.coalitions(along: [2, 0, 1]) == [0, 0b100, 0b101, 0b111])
  }
}
