import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("parts of a run")
struct ShardTests {
  /// A study with everything that leaves tables: services, groups, an evaluation, safeguards.
  private func study(seed: UInt64, worlds: Int) -> SmallStudy {
    var small = RandomStudies(seed: seed).study()
    small.run = RunSettings(worlds: worlds, replications: 2, seed: seed)
    small.through = day("2024-01-12")
    return small
  }

  @Test("joined, they are the very run", arguments: [(3, 130, 2), (8, 200, 4), (11, 64, 1)])
  func sameBits(seed: UInt64, worlds: Int, parts: Int) throws {
    let small = study(seed: seed, worlds: worlds)
    let whole = try small.result()
    let joined = try small.result(parts: parts, threads: 2)
    for scenario in 0...1 {
      #expect(whole.bits(scenario: scenario) == joined.bits(scenario: scenario))
      for item in LedgerItem.allCases {
        #expect(
          whole.ledger.samples(item, scenario: scenario).map(\.bitPattern)
            == joined.ledger.samples(item, scenario: scenario).map(\.bitPattern))
      }
      for cell in whole.queues.cells.indices {
        let (one, other) = (
          whole.queues.place(cell, scenario: scenario),
          joined.queues.place(cell, scenario: scenario)
        )
        #expect(one.queue.bitPattern == other.queue.bitPattern)
        #expect(one.servers.bitPattern == other.servers.bitPattern)
      }
      #expect(
        whole.coverage.means(scenario: scenario).map(\.bitPattern)
          == joined.coverage.means(scenario: scenario).map(\.bitPattern))
      #expect(
        whole.takeUp.flexibleDays(group: 0, scenario: scenario)
          == joined.takeUp.flexibleDays(group: 0, scenario: scenario))
      #expect(
        whole.shocks.tallies(scenario: scenario) == joined.shocks.tallies(scenario: scenario))
    }
  }

  @Test("every world belongs to one part", arguments: [1, 63, 64, 65, 200, 641])
  func worlds(count: Int) throws {
    for parts in 1...(Shard.most(worlds: count) + 1) {
      let ranges = try (1...parts).map {
        try #require(Shard(number: $0, count: parts)).worlds(of: count)
      }
      #expect(ranges.flatMap(Array.init) == Array(0..<count))
    }
  }

  @Test("a part is named k/n")
  func name() {
    #expect(Shard("2/3")?.text == "2/3")
    for text in ["", "2", "0/3", "4/3", "1/0", "a/b", "1/2/3", "-1/2"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }

  @Test("what is missing, named twice, cut otherwise or damaged is refused")
  func refused() throws {
    let run = try StudyRun(study(seed: 3, worlds: 130).study())
    let first = try #require(Shard(number: 1, count: 3))
    let second = try #require(Shard(number: 2, count: 3))
    let third = try #require(Shard(number: 3, count: 3))
    let other = try #require(Shard(number: 1, count: 2))
    func error(_ shards: [Shard]) -> StudyRun.ShardError? {
      #expect(throws: StudyRun.ShardError.self) { try run.merge(shards) { _ in [] } }
    }
    #expect(error([first, third]) == .missing([second]))
    #expect(error([first, second, first]) == .notOfThisCut(first))
    #expect(error([first, other]) == .notOfThisCut(other))
    #expect(error([first, second, third]) == .damaged(first))
  }
}
