import Statistics
import Testing

@Suite("Keyed draws")
struct RandomKeyTests {
  let root = RandomKey(seed: 20_230_619)

  @Test("eight words side by side are the words one by one")
  func eightWords() {
    let key = RandomKey(seed: 3).child("eight")
    for first in [0, 41, UInt64.max - 3] {
      var counters = SIMD8<UInt64>()
      for place in 0..<8 { counters[place] = first &+ UInt64(place) }
      let words = key.words(counters)
      for place in 0..<8 { #expect(words[place] == key.word(counters[place])) }
    }
  }

  @Test("a uniform number lies below a value exactly when its word lies below the value's count")
  func uniformsBelow() {
    let key = RandomKey(seed: 4).child("below")
    for value in [0, 0x1p-53, 0x1.8p-52, 0.004, 0.5, key.uniform(17), 1 - 0x1p-53, 1, -1, 2] {
      let count = RandomKey.uniformsBelow(value)
      for counter in 0..<2000 as Range<UInt64> {
        #expect((key.uniform(counter) < value) == (key.word(counter) >> 12 < count))
      }
    }
  }

  @Test("a key is its path: equal paths give equal words, unequal ones do not")
  func pathsDecide() {
    #expect(root.child(3).child("leave") == RandomKey(seed: 20_230_619).child(3).child("leave"))
    #expect(root.child(3).child("leave").word(0) != root.child(3).child("sick").word(0))
    #expect(root.child(3).child(4).word(0) != root.child(4).child(3).word(0))
    #expect(root.child(1).word(0) != root.child(0).word(1))
    #expect(RandomKey(seed: 0).word(0) != RandomKey(seed: 1).word(0))
    #expect(root.child("") != root)
  }

  @Test("the words of a key match an independent implementation")
  func wordsMatchReference() throws {
    for row in try Reference.rows("draws.csv") {
      let seed = try #require(UInt64(row[0]))
      let number = try #require(UInt64(row[1]))
      let counter = try #require(UInt64(row[3]))
      let key = RandomKey(seed: seed).child(number).child(row[2])
      #expect(key.word(counter) == UInt64(row[4]))
    }
  }

  @Test("neighbouring counters, keys and seeds change each output bit half of the time")
  func avalanche() {
    let pairs: [(UInt64) -> UInt64] = [
      { self.root.word($0) ^ self.root.word($0 &+ 1) },
      { self.root.child($0).word(0) ^ self.root.child($0 &+ 1).word(0) },
      { self.root.child($0).word(7) ^ self.root.child($0 ^ (1 << 63)).word(7) },
      { RandomKey(seed: $0).word(0) ^ RandomKey(seed: $0 &+ 1).word(0) },
      { self.root.word($0) ^ self.root.word($0 ^ (1 << 63)) },
    ]
    for change in pairs {
      var flips = [Int](repeating: 0, count: 64)
      for index in 0..<4096 {
        let word = change(UInt64(index))
        for bit in 0..<64 { flips[bit] += Int((word &>> UInt64(bit)) & 1) }
      }
      // 4.9 standard deviations of 32: 320 bits looked at, a false alarm in 3,000 suites.
      for count in flips { #expect(abs(count - 2048) < 157) }
    }
  }

  @Test("uniform numbers lie strictly inside 0 and 1 and fill it evenly")
  func uniformsFillTheInterval() {
    let draws = (0..<20_000).map { root.uniform(UInt64($0)) }
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    let sorted = draws.sorted()
    // Kolmogorov's distance: 1.95 ÷ √n is exceeded once in 1,000 seeds.
    let distance = sorted.enumerated().map { abs($1 - (Double($0) + 0.5) / 20_000) }.max()
    #expect((distance ?? 1) < 1.95 / 20_000.squareRoot())
  }

  @Test("uniform numbers of one stream, and of siblings, are uncorrelated")
  func uniformsAreUncorrelated() {
    let sibling = root.child(1)
    let cousin = root.child(2)
    let count = 20_000
    let first = (0..<count).map { root.uniform(UInt64($0)) - 0.5 }
    let second = (0..<count).map { sibling.uniform(UInt64($0)) - 0.5 }
    let third = (0..<count).map { cousin.uniform(UInt64($0)) - 0.5 }
    let byLabel = (0..<count).map { root.child(UInt64($0)).uniform(0) - 0.5 }
    for (left, right) in [
      (first, second), (second, third), (first, byLabel), (byLabel, Array(byLabel.dropFirst())),
      (first, Array(first.dropFirst())), (first, Array(first.dropFirst(32))),
    ] {
      let products = zip(left, right).map { $0 * $1 * 12 }
      // Standard error of a correlation is 1 ÷ √n; 4.5 of them.
      #expect(abs(products.reduce(0, +) / Double(products.count)) < 4.5 / 140)
    }
  }

  @Test("an index is always below its bound, and each is as likely")
  func indicesAreUniform() {
    var counts = [Int](repeating: 0, count: 7)
    for counter in 0..<14_000 { counts[Int(root.index(below: 7, UInt64(counter)))] += 1 }
    // Chi-squared with 6 degrees of freedom: 27.9 is exceeded once in 10,000 seeds.
    let distance = counts.map { Double(($0 - 2000) * ($0 - 2000)) / 2000 }.reduce(0, +)
    #expect(distance < 27.9)
    #expect(root.index(below: 1, 5) == 0)
    #expect(root.index(below: 0, 5) == 0)
  }

  @Test("a random order holds each number once")
  func orderIsAPermutation() {
    #expect(randomOrder(100, root).sorted() == Array(0..<100))
    #expect(randomOrder(100, root) == randomOrder(100, root))
    #expect(randomOrder(100, root) != randomOrder(100, root.child(1)))
    #expect(randomOrder(0, root).isEmpty)
    #expect(randomOrder(-3, root).isEmpty)
    #expect(randomOrder(1, root) == [0])
  }

  @Test("all six orders of three are as likely")
  func ordersAreUniform() {
    var counts = [Int](repeating: 0, count: 9)
    for label in 0..<6000 {
      let order = randomOrder(3, root.child(UInt64(label)))
      counts[order[0] * 3 + order[1]] += 1
    }
    let seen = counts.filter { $0 > 0 }
    #expect(seen.count == 6)
    // Chi-squared with 5 degrees of freedom: 25.7 is exceeded once in 10,000 seeds.
    let distance = seen.map { Double(($0 - 1000) * ($0 - 1000)) / 1000 }.reduce(0, +)
    #expect(distance < 25.7)
  }
}
