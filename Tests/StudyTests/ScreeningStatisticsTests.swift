import Exploration
import Statistics
import Testing

@Suite("What screening calls chance")
struct ScreeningStatisticsTests {
  @Test("of thirty inputs that do nothing hardly ever one is above chance")
  func idleInputs() {
    let key = RandomKey(seed: 7)
    let alarms = (0..<6).count { run in
      let draws = key.child(UInt64(run))
      func sample(_ number: UInt64) -> [Double] {
        (0..<100).map { draws.child(number).uniform(UInt64($0)) }
      }
      let result = sample(0)
      let limit = PAWNIndex.chance(
        result: result, slices: 10, inputs: 30, draws: 60, key: draws.child("orders"))
      return (1...30).contains {
        PAWNIndex(input: sample(UInt64($0)), result: result, slices: 10).median > limit
      }
    }
    // Each run at 5%: more than two of six once in 450 times. By one input's own limit: five of six.
    #expect(alarms <= 2)
  }
}
