import Populations
import Testing

@Suite("Decomposable margins")
struct RunningIntersectionTests {
  private static func holds(_ sets: [[Int]], in order: [Int]) -> Bool {
    order.indices.dropFirst().allSatisfy { step in
      let before = order[..<step].map { sets[$0] }
      let shared = sets[order[step]].filter { before.joined().contains($0) }
      return before.contains { Set(shared).isSubset(of: $0) }
    }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    if items.count < 2 { return [items] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }

  @Test("an order is found exactly when trying every order finds one")
  func agreesWithTryingAll() {
    let pool = (1..<16).map { bits in (0..<4).filter { bits >> $0 & 1 == 1 } }
    var found = 0
    for first in pool.indices {
      for second in pool.indices where second > first {
        for third in pool.indices where third > second {
          for fourth in [0, 2, 5, 11] where ![first, second, third].contains(fourth) {
            let sets = [pool[first], pool[second], pool[third], pool[fourth]]
            let order = runningIntersectionOrder(sets)
            let exists = Self.permutations([0, 1, 2, 3]).contains { Self.holds(sets, in: $0) }
            #expect((order != nil) == exists, "\(sets)")
            if let order {
              found += 1
              #expect(order.sorted() == [0, 1, 2, 3] && Self.holds(sets, in: order), "\(sets)")
            }
          }
        }
      }
    }
    #expect(found > 100)
  }

  @Test("three pairs of three columns have no order")
  func cycleHasNone() {
    #expect(runningIntersectionOrder([[0, 1], [1, 2], [0, 2]]) == nil)
  }
}
