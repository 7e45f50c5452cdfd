import HybridWork
import Testing

@Suite("Staff who serve several services")
struct StaffPoolsTests {
  private let services = ["a", "b", "c"]

  @Test("pools are the distinct sets of services, in an order that the rows do not decide")
  func pools() {
    let levels = ["b|a", "none", "c", "a | b", "a", "x|c", "c|b", "x"]
    let pools = StaffPools(levels: levels, services: services)
    #expect(pools.pools == [[0], [2], [0, 1], [1, 2]])
    #expect(pools.poolOfLevel == [2, nil, 1, 2, 0, 1, 3, nil])
    let reversed = StaffPools(levels: levels.reversed(), services: services)
    #expect(reversed.pools == pools.pools)
  }

  @Test("names are parted by a bar, without spaces and blanks")
  func names() {
    #expect(StaffPools.names(in: " loket-a | loket b|") == ["loket-a", "loket b"])
    #expect(StaffPools.names(in: "a") == ["a"])
    #expect(StaffPools.names(in: " | ") == [])
  }

  @Test("shared staff fill the shortage of highest declared priority first")
  func allocation() {
    let pools = StaffPools(levels: ["a", "b", "a|b", "a|b|c"], services: services)
    #expect(pools.pools == [[0], [1], [0, 1], [0, 1, 2]])
    // a has 1 of 3: the pair of {a, b} fills it; b has 2 of 2; {a, b, c} goes to c.
    #expect(pools.allocate(poolCounts: [1, 2, 2, 1], needs: [3, 2, 2]) == [3, 2, 1])
    // One of {a, b} fills a, the other b; {a, b, c} fills b before c.
    #expect(pools.allocate(poolCounts: [2, 0, 2, 2], needs: [3, 2, 2]) == [3, 2, 1])
    // Nobody short: who is left serves the first of the set.
    #expect(pools.allocate(poolCounts: [3, 4, 2, 1], needs: [3, 2, 0]) == [6, 4, 0])
    // Dedicated staff are never sent elsewhere.
    #expect(pools.allocate(poolCounts: [5, 0, 0, 0], needs: [1, 4, 0]) == [5, 0, 0])
    #expect(pools.allocate(poolCounts: [0, 0, 0, 0], needs: [1, 4, 0]) == [0, 0, 0])
  }

  @Test("staff with one service each serve it, whatever is needed")
  func dedicatedOnly() {
    let pools = StaffPools(levels: ["c", "a"], services: services)
    #expect(pools.allocate(poolCounts: [7, 5], needs: [0, 9, 1]) == [7, 0, 5])
  }

  @Test("nobody is lost and one more person never takes staff from a service")
  func conservation() {
    let pools = StaffPools(levels: ["a", "b|c", "a|c", "a|b|c"], services: services)
    for number in 0..<625 {
      let counts = [number % 5, number / 5 % 5, number / 25 % 5, number / 125]
      let before = pools.allocate(poolCounts: counts, needs: [3, 2, 4])
      #expect(before.reduce(0, +) == counts.reduce(0, +))
      for pool in counts.indices {
        var more = counts
        more[pool] += 1
        let after = pools.allocate(poolCounts: more, needs: [3, 2, 4])
        let met = { (staff: [Int]) in zip(staff, [3, 2, 4]).reduce(0) { $0 + min($1.0, $1.1) } }
        #expect(met(after) >= met(before))
      }
    }
  }
}
