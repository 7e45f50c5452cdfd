import Statistics
import Testing

@Suite("Drawing a place by inversion")
struct InversionTableTests {
  /// Weights of many sizes: none at the ends and in the middle, one far larger than the others.
  static let weights: [[Double]] = [
    [1], [0, 1], [1, 0], [1, 2, 3], [0, 0, 5, 0, 1e-3, 0], Array(repeating: 1, count: 260),
    (0..<366).map { $0 % 7 == 0 ? 4 : 1 }, [1e-12, 1, 1e-12],
  ]

  @Test("every place has the words that its weight is due, to 2⁻³²", arguments: weights)
  func exact(weights: [Double]) {
    let table = InversionTable(weights: weights)
    let total = weights.reduce(0, +)
    var before = 0.0
    for (place, weight) in weights.enumerated() {
      #expect(abs(table.probability(place) - weight / total) <= 0x1p-31)
      // The words at the middle of a place's stretch belong to it.
      if weight / total > 0x1p-30 {
        let middle = UInt64((before + weight / total / 2) * 0x1p32)
        #expect(table.place(middle << 32) == place)
        #expect(table.place(middle << 32 | 0xFFFF_FFFF) == place)
      }
      before += weight / total
    }
  }

  @Test("a larger word never gives a smaller place; the extremes have weight", arguments: weights)
  func monotone(weights: [Double]) {
    let table = InversionTable(weights: weights)
    let key = RandomKey(seed: 3)
    let words = [0] + (0..<2000).map { key.word($0) }.sorted() + [.max]
    let places = words.map { table.place($0) }
    #expect(places == places.sorted())
    #expect(places.allSatisfy { weights[$0] > 0 })
  }
}
