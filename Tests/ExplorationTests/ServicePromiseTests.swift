import Exploration
import Testing

@Suite("Promises of services")
struct ServicePromiseTests {
  @Test(
    "the worlds that must keep a promise are those of the exact binomial test",
    // By Python's fractions: the least k with P(Bin(n, share) >= k) <= error.
    arguments: [(200, 0.9, 0.05, 188), (200, 0.9, 0.025, 189), (64, 0.8, 0.05, 57)])
  func worldsNeeded(worlds: Int, share: Double, error: Double, needed: Int) {
    var promise = ServicePromise()
    promise.shareOfWorlds = share
    #expect(promise.worldsNeeded(of: worlds, error: error) == needed)
  }

  @Test("too few worlds can show nothing")
  func tooFewWorlds() {
    #expect(ServicePromise().worldsNeeded(of: 20, error: 0.05) == nil)
    #expect(ServicePromise().worldsNeeded(of: 29, error: 0.05) == 29)
  }
}
