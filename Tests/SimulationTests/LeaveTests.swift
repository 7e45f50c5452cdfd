import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

/// Bounds are four standard deviations or more: each check fails by chance less than once in
/// 15,000 seeds, and the seeds are fixed.
@Suite("annual leave")
struct LeaveTests {
  static func world(
    _ changes: [AssumptionID: Double] = [:], from: String = "2024-01-01",
    through: String = "2024-12-31"
  ) throws -> AbsenceWorld {
    let usual: [AssumptionID: Double] = [
      .leaveEntitlementDays: 12, .leaveShare: 0.035, .leaveSpellDays: 3, .leaveBridgeFactor: 4,
    ]
    return try AbsenceWorld(usual.merging(changes) { $1 }, from, through)
  }

  @Test("nobody takes more than the entitlement, and all together take the share")
  func entitlement() throws {
    let world = try Self.world()
    let length = Double(world.calendar.days.count)
    let blocks = world.blocks(40)
    var most = 0
    var total = 0
    for block in blocks {
      for lane in 0..<64 {
        let taken = block.offDuty.count { $0 >> UInt64(lane) & 1 == 1 }
        most = max(most, taken)
        total += taken
      }
    }
    #expect(most == 12)
    // Binomial(12, p) for each of 2,560 people with 12 p = 0.035 · D.
    let p = 0.035 * length / 12
    let deviation = (2560 * 12 * p * (1 - p)).squareRoot()
    #expect(abs(Double(total) - 2560 * 12 * p) < 4 * deviation)
  }

  @Test("spells have the mean length stated, and none is longer than the entitlement")
  func lengths() throws {
    let blocks = try Self.world([.leaveBridgeFactor: 1]).blocks(40)
    let spells = blocks.flatMap { block in (0..<64).flatMap { block.offDuty.spells(lane: $0) } }
    let mean = Double(spells.map(\.length).reduce(0, +)) / Double(spells.count)
    // About 7,600 spells with a standard deviation below 2.5 days.
    #expect(spells.count > 7000)
    #expect(abs(mean - 3) < 4 * 2.5 / 7000.0.squareRoot())
    #expect(spells.allSatisfy { $0.length <= 12 })
  }

  @Test("leave lies beside holidays more often by the factor, on the holiday's own side")
  func clusters() throws {
    // Spells of one day stay where they are anchored, so counts by day show the weights.
    let world = try Self.world([.leaveSpellDays: 1, .leaveShare: 4 / 260.0])
    var counts = Array(repeating: 0, count: world.calendar.days.count)
    for block in world.blocks(60) {
      for day in counts.indices { counts[day] += block.offDuty[day].nonzeroBitCount }
    }
    let near = world.calendar.days.indices.filter { world.calendar.days[$0].isNextToHoliday }
    let far = world.calendar.days.indices.filter { !world.calendar.days[$0].isNextToHoliday }
    // Days that a spell may not touch because another has them take a little of the clustering.
    func mean(_ days: [Int]) -> Double {
      Double(days.reduce(0) { $0 + counts[$1] }) / Double(days.count)
    }
    #expect(near.count == 11)
    #expect((3.5...4.1).contains(mean(near) / mean(far)), "\(mean(near)) to \(mean(far))")

    // Before the holidays of 10 and 11 April spells end on the 9th, after them they begin on the 12th.
    let longer = try Self.world([.leaveBridgeFactor: 10]).blocks(40)
    let eve = try #require(world.calendar.days.firstIndex { $0.date == day("2024-04-09") })
    func people(_ offset: Int) -> Int {
      longer.reduce(0) { $0 + $1.offDuty[eve + offset].nonzeroBitCount }
    }
    #expect(people(0) > people(-1) && people(-1) > people(-2) && people(-2) > people(-5))
    #expect(people(1) > people(2) && people(2) > people(3) && people(3) > people(8))
  }

  @Test("a part of the year is the same days of the whole year")
  func window() throws {
    let whole = try Self.world(from: "2023-01-01", through: "2024-12-31")
    let part = try Self.world(from: "2023-12-18", through: "2024-02-09")
    let first = try #require(whole.calendar.days.firstIndex { $0.date == day("2023-12-18") })
    for (all, some) in zip(whole.blocks(6), part.blocks(6)) {
      #expect(Array(all.offDuty[first...].prefix(some.offDuty.count)) == some.offDuty)
      #expect(some.offDuty.people > 0)
    }
  }

  @Test("an entitlement below the share binds; one of nothing but whole years fills them")
  func extremes() throws {
    let bound = try Self.world([.leaveEntitlementDays: 5, .leaveShare: 0.3]).blocks(2)
    for block in bound {
      for lane in 0..<64 {
        #expect(block.offDuty.count { $0 >> UInt64(lane) & 1 == 1 } == 5)
      }
    }
    let always = try Self.world([.leaveEntitlementDays: 366, .leaveShare: 1, .leaveSpellDays: 2])
    #expect(always.blocks(1)[0].offDuty.allSatisfy { $0 == .max })
    let never = try Self.world([.leaveShare: 0]).blocks(1)[0]
    #expect(never.offDuty.people == 0)
  }
}
