import Statistics
import Testing

@Suite("Sixty-four Bernoulli draws at a time")
struct BernoulliThresholdTests {
  let key = RandomKey(seed: 7).child("bernoulli")

  @Test("never and always are exact")
  func endsAreExact() {
    for counter in 0..<100 as Range<UInt64> {
      #expect(BernoulliThreshold(probability: 0).mask(key, counter) == 0)
      #expect(BernoulliThreshold(probability: 1).mask(key, counter) == .max)
      #expect(BernoulliThreshold(probability: -0.1).mask(key, counter) == 0)
      #expect(BernoulliThreshold(probability: 1.1).mask(key, counter) == .max)
    }
  }

  @Test(
    "eight draws side by side are the same eight, cut to the lanes asked for",
    arguments: [0, 0x1p-32, 0.0004, 0.03, 0.25, 0.5, 0.7, 0.999, 1 - 0x1p-32, 1])
  func eightAreTheSame(probability: Double) {
    let threshold = BernoulliThreshold(probability: probability)
    for round in 0..<200 as Range<UInt64> {
      var counters = SIMD8<UInt64>()
      var lanes = SIMD8<UInt64>()
      for place in 0..<8 {
        // Days far apart, days before 1970, and all, few or no lanes.
        counters[place] = key.word(round * 8 + UInt64(place)) >> (round % 60)
        let few: [UInt64] = [.max, 0, 1 << (round % 64), key.word(round)]
        lanes[place] = few[Int(round) % 4]
      }
      let drawn = threshold.masks(key, counters, lanes: lanes)
      for place in 0..<8 {
        #expect(drawn[place] == threshold.mask(key, counters[place]) & lanes[place])
      }
      #expect(drawn.union == (0..<8).reduce(0) { $0 | drawn[$1] })
    }
  }

  @Test(
    "draws at many counters are the same draws, cut to the lanes asked for",
    arguments: [0, 0x1p-32, 0.0004, 0.03, 0.25, 0.5, 0.7, 0.999, 1 - 0x1p-32, 1])
  func manyAreTheSame(probability: Double) {
    let threshold = BernoulliThreshold(probability: probability)
    // One room for all rounds, so that what a round leaves behind may not show in the next.
    let room = MaskRoom(octets: 40)
    for round in 0..<80 {
      let count = [40, 0, 1, 7, 31][round % 5]
      let number = UInt64(round)
      var counters = Array(repeating: SIMD8<UInt64>(), count: count)
      var lanes = counters
      var drawn = Array(repeating: SIMD8(repeating: UInt64.max), count: count)
      for place in 0..<(count * 8) {
        counters[place / 8][place % 8] = key.word(number << 20 | UInt64(place)) >> (number % 60)
        let few: [UInt64] = [.max, 0, 1 << (number % 64), key.word(number), .max << 28]
        // The same lanes everywhere, or others at each counter.
        lanes[place / 8][place % 8] = few[(round / 5 + (round % 2) * place) % 5]
      }
      threshold.masks(key, at: counters, lanes: lanes, count: count, into: &drawn, in: room)
      for place in 0..<(count * 8) {
        let expected = threshold.mask(key, counters[place / 8][place % 8])
        #expect(drawn[place / 8][place % 8] == expected & lanes[place / 8][place % 8])
      }
    }
  }

  @Test("the probability is kept to the nearest multiple of 2⁻³²")
  func probabilityIsRounded() {
    #expect(BernoulliThreshold(probability: 0.5).probability == 0.5)
    #expect(BernoulliThreshold(probability: 0x1p-32).probability == 0x1p-32)
    #expect(BernoulliThreshold(probability: 0x1p-34).probability == 0)
    #expect(BernoulliThreshold(probability: 1 - 0x1p-34).probability == 1)
    #expect(abs(BernoulliThreshold(probability: 0.1).probability - 0.1) <= 0x1p-33)
  }

  @Test("a lane is 1 exactly when its 32-bit number is below the threshold")
  func lanesCompareWithThreshold() {
    for (index, probability) in [0x1p-32, 0.001, 0.1, 0.25, 0.7, 0.999, 1 - 0x1p-32].enumerated() {
      let counter = UInt64(index) + 40
      let mask = BernoulliThreshold(probability: probability).mask(key, counter)
      let threshold = UInt64((probability * 4_294_967_296).rounded())
      let planes = (0..<32).map { key.word(counter * 32 + UInt64($0)) }
      for lane in 0..<64 as Range<UInt64> {
        let number = planes.reduce(UInt64(0)) { $0 << 1 | ($1 >> lane) & 1 }
        #expect((mask >> lane) & 1 == (number < threshold ? 1 : 0))
      }
    }
  }

  @Test("draws are as frequent as their probability", arguments: [0.001, 0.03, 0.5, 0.999])
  func frequencies(probability: Double) {
    let threshold = BernoulliThreshold(probability: probability)
    let words = 20_000
    let ones = (0..<words).map { threshold.mask(key, UInt64($0)).nonzeroBitCount }.reduce(0, +)
    let draws = Double(words * 64)
    let spread = (draws * probability * (1 - probability)).squareRoot()
    // Four standard deviations: a false alarm in 16,000 seeds for each probability.
    #expect(abs(Double(ones) - draws * probability) < 4 * spread)
  }

  @Test("lanes are as frequent as each other and pairs of them independent")
  func lanesAreIndependent() {
    let threshold = BernoulliThreshold(probability: 0.3)
    let words = 8000
    let masks = (0..<words).map { threshold.mask(key, UInt64($0)) }
    for shift in 0..<32 as Range<UInt64> {
      let pairs = masks.map { ($0 & ($0 >> shift) & 0xFFFF_FFFF).nonzeroBitCount }
      let expected = shift == 0 ? 0.3 : 0.09
      let draws = Double(words * 32)
      // Overlapping pairs of one word widen the spread by at most √2.
      let spread = (2 * draws * expected * (1 - expected)).squareRoot()
      #expect(abs(Double(pairs.reduce(0, +)) - draws * expected) < 4.5 * spread)
    }
    for lane in 0..<64 as Range<UInt64> {
      let ones = masks.reduce(0) { $0 + Int(($1 >> lane) & 1) }
      #expect(abs(Double(ones) - 2400) < 4.5 * (2400 * 0.7).squareRoot())
    }
  }

  @Test("draws at neighbouring counters and under sibling keys are independent")
  func countersAndSiblingsAreIndependent() {
    let threshold = BernoulliThreshold(probability: 0.3)
    let words = 10_000
    let expected = 0.09 * Double(words * 64)
    let spread = (expected * 0.91).squareRoot()
    var joint = (counters: 0, siblings: 0)
    for index in 0..<words as Range<Int> {
      let mask = threshold.mask(key, UInt64(index))
      let next = threshold.mask(key, UInt64(index) + 1)
      let sibling = threshold.mask(key.child(UInt64(index)), UInt64(index))
      joint.counters += (mask & next).nonzeroBitCount
      joint.siblings += (mask & sibling).nonzeroBitCount
    }
    #expect(abs(Double(joint.counters) - expected) < 6 * spread)
    #expect(abs(Double(joint.siblings) - expected) < 4.5 * spread)
  }

  @Test("a larger probability's draws contain a smaller's under the same key and counter")
  func masksAreMonotone() {
    let ladder = (0...200).map { BernoulliThreshold(probability: Double($0) / 200) }
    for counter in 0..<50 as Range<UInt64> {
      for (smaller, larger) in zip(ladder, ladder.dropFirst()) {
        #expect(smaller.mask(key, counter) & ~larger.mask(key, counter) == 0)
      }
    }
  }
}
