import Exploration
import Testing

@Suite("Ranges of a shadow test")
struct ShadowRangeTests {
  @Test("ranges are quantiles, moved outwards by the luck of the log, as squares add")
  func range() {
    let predicted = (0...100).map(Double.init)
    let plain = ShadowRange(predicted, standardError: 0)
    #expect(plain == ShadowRange(predicted, standardError: 0))
    #expect((plain.mean, plain.low, plain.high) == (50, 5, 95))
    let widened = ShadowRange(predicted, standardError: 10)
    let distance = (45.0 * 45 + 16.448536269514722 * 16.448536269514722).squareRoot()
    #expect(abs(widened.high - 50 - distance) < 1e-12)
    #expect(abs(50 - widened.low - distance) < 1e-12)
    #expect(plain.contains(95) && !plain.contains(95.001))
  }
}
