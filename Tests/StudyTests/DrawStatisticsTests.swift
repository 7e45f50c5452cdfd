import RealModule
import Statistics
import Testing

/// The draws themselves, on fixed seeds: with right draws each check fails on the share of seeds that
/// it states, about 10⁻⁴ for all of them together.
@Suite("statistics of draws")
struct DrawStatisticsTests {
  private static let key = RandomKey(seed: 20_261_127)

  /// Masks of one stream, eight counters at a time as the roster draws them.
  private func masks(
    _ probability: Double, _ key: RandomKey, count: Int, each: (SIMD8<UInt64>) -> Void
  ) {
    let threshold = BernoulliThreshold(probability: probability)
    for first in stride(from: 0, to: count, by: 8) {
      let counters = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ UInt64(first)
      each(threshold.masks(key, counters, lanes: SIMD8(repeating: .max)))
    }
  }

  private func words(_ probability: Double, _ key: RandomKey, count: Int) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(count)
    masks(probability, key, count: count) { octet in
      for place in 0..<8 { words.append(octet[place]) }
    }
    return words
  }

  /// Standard deviations by which a count of independent trials is off.
  private func deviation(_ count: Int, of trials: Int, _ probability: Double) -> Double {
    let mean = Double(trials) * probability
    return (Double(count) - mean) / (mean * (1 - probability)).squareRoot()
  }

  /// Five deviations of 64 million trials: 6·10⁻⁷ for each probability (the smallest has 64 expected
  /// successes, where a Poisson count is off by as much in 10⁻⁵).
  @Test(
    "small and large probabilities come as often as stated",
    arguments: [1e-6, 1e-4, 0.001, 0.004, 0.05, 1.0 / 3, 0.5, 0.8, 0.97, 0.999, 1 - 1e-6])
  func frequencies(probability: Double) {
    let words = 1 << 20
    var count = 0
    masks(probability, Self.key.child(probability.bitPattern), count: words) { octet in
      for place in 0..<8 { count += octet[place].nonzeroBitCount }
    }
    let exact = BernoulliThreshold(probability: probability).probability
    let off = deviation(count, of: words * 64, exact)
    #expect(abs(off) < 5, "\(count) of \(words * 64)")
  }

  /// 63 distances, each off by 5.5 deviations in 4·10⁻⁸.
  @Test("two people of a block are absent together as often as chance has it")
  func people() {
    let words = words(0.1, Self.key.child("people"), count: 1 << 20)
    let probability = BernoulliThreshold(probability: 0.1).probability
    for distance in 1..<64 {
      var together = 0
      for word in words {
        // Each pair at this distance once, none of them across the word's end.
        together += (word & (word >> UInt64(distance))).nonzeroBitCount
      }
      let off = deviation(
        together, of: words.count * (64 - distance), probability * probability)
      // Pairs that share a person are dependent: their count varies by up to 1.2 of a binomial's.
      #expect(abs(off) < 5.5 * 1.2, "people \(distance) apart: \(off)")
    }
  }

  /// 30 lags, each off by 5.5 deviations in 4·10⁻⁸; the same for pairs as above.
  @Test("a person's draws on two days are independent")
  func days() {
    let words = words(0.1, Self.key.child("days"), count: 1 << 20)
    let probability = BernoulliThreshold(probability: 0.1).probability
    for lag in 1...30 {
      var both = 0
      for day in lag..<words.count { both += (words[day] & words[day - lag]).nonzeroBitCount }
      let off = deviation(both, of: (words.count - lag) * 64, probability * probability)
      #expect(abs(off) < 5.5 * 1.2, "\(lag) days apart: \(off)")
    }
  }

  /// Five deviations: 6·10⁻⁷ for each of the 25 pairs.
  @Test("worlds, replications, purposes, units, blocks and seeds know nothing of each other")
  func streams() {
    func key(
      seed: UInt64 = 1, world: UInt64 = 0, replication: UInt64 = 0, purpose: UInt64 = 5,
      unit: UInt64 = 0xCAFE, block: UInt64 = 0
    ) -> RandomKey {
      RandomKey(seed: seed).child(world).child(replication).child(purpose).child(unit)
        .child(block)
    }
    let count = 1 << 17
    let probability = 0.3
    let exact = BernoulliThreshold(probability: probability).probability
    let first = words(probability, key(), count: count)
    for step: UInt64 in [1, 2, 64, 1 << 20, 1 << 63] {
      let others = [
        "world": key(world: step), "replication": key(replication: step),
        "purpose": key(purpose: 5 ^ step), "unit": key(unit: 0xCAFE ^ step),
        "block": key(block: step), "seed": key(seed: 1 ^ step),
      ]
      for (name, other) in others {
        var both = 0
        for (left, right) in zip(first, words(probability, other, count: count)) {
          both += (left & right).nonzeroBitCount
        }
        let off = deviation(both, of: count * 64, exact * exact)
        #expect(abs(off) < 5, "\(name) \(step) apart: \(off)")
      }
    }
  }

  /// Chi-square over the head-counts that have ten expected, the tails together: above its quantile
  /// in 10⁻⁵ (Wilson and Hilferty's approximation, 4.26 deviations).
  @Test("head-counts of 64 people have binomial tails", arguments: [0.004, 0.05, 0.5, 0.9])
  func headCounts(probability: Double) {
    let words = words(probability, Self.key.child("heads"), count: 1 << 21)
    var counts = Array(repeating: 0, count: 65)
    for word in words { counts[word.nonzeroBitCount] += 1 }
    let p = BernoulliThreshold(probability: probability).probability
    var (expected, found) = (0.0, 0.0)
    var (chiSquare, bins) = (0.0, 0)
    for heads in 0...64 {
      let logarithm =
        Double.logGamma(65) - Double.logGamma(Double(heads) + 1)
        - Double.logGamma(Double(64 - heads) + 1) + Double(heads) * .log(p)
        + Double(64 - heads) * .log(1 - p)
      expected += Double(words.count) * .exp(logarithm)
      found += Double(counts[heads])
      if expected >= 10 {
        chiSquare += (found - expected) * (found - expected) / expected
        bins += 1
        (expected, found) = (0, 0)
      }
    }
    if expected > 0 { chiSquare += (found - expected) * (found - expected) / max(expected, 10) }
    let freedom = Double(bins - 1)
    let spread = (2 / (9 * freedom)).squareRoot()
    let quantile = freedom * .pow(1 - 2 / (9 * freedom) + 4.26 * spread, 3)
    #expect(chiSquare < quantile, "\(chiSquare) with \(bins) bins")
  }

  /// A meeting of two of 450,000 words by chance happens once in 180 million seeds.
  @Test("no stream is used twice: the keys of a study's draws give words of their own")
  func distinctStreams() {
    var words: [UInt64] = []
    let root = RandomKey(seed: 1)
    let units = (0..<30).map { RandomKey(seed: 0).child("Unit \($0)").word(0) }
    for world: UInt64 in 0..<8 {
      for replication: UInt64 in 0..<2 {
        let luck = root.child(world).child(replication)
        for purpose: UInt64 in 1...61 {
          let ofPurpose = luck.child(purpose)
          words.append(ofPurpose.word(0))
          for unit in units {
            let ofUnit = ofPurpose.child(unit)
            words.append(ofUnit.word(0))
            for block: UInt64 in 0..<14 { words.append(ofUnit.child(block).word(0)) }
          }
        }
      }
    }
    #expect(words.count > 400_000)
    #expect(Set(words).count == words.count)
  }
}
