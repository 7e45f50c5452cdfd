import HybridWork
import RealModule
import Simulation
import Statistics
import TestSupport
import Testing

/// Spells and head-counts of travel, which is a chain of two states, against exact values.
///
/// Sickness, leave and floods have theirs in `SimulationTests`. Fixed seeds; a right program passes in
/// all but one of 10,000.
@Suite("statistics of absence")
struct AbsenceStatisticsTests {
  private static let share = 0.06
  private static let mean = 3.0
  /// The chance to begin on a day at work.
  private static let onset = share / (mean * (1 - share))

  private func days() throws -> [[UInt64]] {
    let world = try AbsenceWorld(
      [.travelShare: Self.share, .travelSpellDays: Self.mean], "2024-01-01", "2024-12-31")
    return world.blocks(2000).map(\.away)
  }

  @Test("lengths of spells are geometric")
  func lengths() throws {
    var counts: [Int: Int] = [:]
    for block in try days() {
      // Spells that begin in the first half all have time to end.
      for lane in 0..<64 {
        for spell in block.spells(lane: lane) where spell.start < 120 {
          counts[min(spell.length, 20), default: 0] += 1
        }
      }
    }
    let spells = counts.values.reduce(0, +)
    #expect(spells > 200_000)
    var chiSquare = 0.0
    for length in 1...20 {
      let longer = Double.pow(1 - 1 / Self.mean, length - 1)
      let expected = Double(spells) * (length == 20 ? longer : longer / Self.mean)
      let found = Double(counts[length, default: 0])
      chiSquare += (found - expected) * (found - expected) / expected
    }
    // The 10⁻⁴ point of chi-square with 19 degrees of freedom is 50.8.
    #expect(chiSquare < 50.8)
  }

  @Test("the share away and its autocorrelation are those of the chain")
  func autocorrelation() throws {
    let blocks = try days()
    let length = blocks[0].count
    let people = blocks.count * 64
    // The chain forgets a day by this factor.
    let memory = 1 - 1 / Self.mean - Self.onset
    let variance = Self.share * (1 - Self.share)
    var away = 0
    for block in blocks { away += block.reduce(0) { $0 + $1.nonzeroBitCount } }
    let share = Double(away) / Double(people * length)
    // A mean over dependent days varies by (1 + memory) / (1 - memory) of independent ones.
    let inflation = (1 + memory) / (1 - memory)
    let error = (variance * inflation / Double(people * length)).squareRoot()
    #expect(abs(share - Self.share) < 4 * error)
    for lag in [1, 2, 3, 5, 10, 20] {
      var both = 0
      for block in blocks {
        for day in lag..<length { both += (block[day] & block[day - lag]).nonzeroBitCount }
      }
      let pairs = Double(people * (length - lag))
      let expected = Self.share * Self.share + variance * Double.pow(memory, lag)
      let bound = 4 * (expected * (1 - expected) * inflation / pairs).squareRoot()
      #expect(abs(Double(both) / pairs - expected) < bound, "\(lag) days apart")
    }
  }

  @Test("head-counts of a unit vary as those of independent people, also between lucks")
  func headCounts() throws {
    let world = try AbsenceWorld(
      [.travelShare: Self.share, .travelSpellDays: Self.mean], "2024-01-08", "2024-01-12")
    let lucks = 4000
    var (sum, squares) = (0.0, 0.0)
    var tail = 0
    for number in 0..<UInt64(lucks) {
      let luck = AbsenceWorld.luck(number)
      let heads = Double(world.blocks(2, luck: luck).reduce(0) { $0 + $1.away[2].nonzeroBitCount })
      sum += heads
      squares += heads * heads
      if heads >= 17 { tail += 1 }
    }
    let trials = 128.0
    let mean = sum / Double(lucks)
    let variance = squares / Double(lucks) - mean * mean
    let exact = trials * Self.share * (1 - Self.share)
    #expect(abs(mean - trials * Self.share) < 4 * (exact / Double(lucks)).squareRoot())
    // The variance of a sample variance of a nearly normal count is 2σ⁴/n.
    #expect(abs(variance / exact - 1) < 4.2 * (2 / Double(lucks)).squareRoot())
    // The binomial's tail from 17 of 128, summed term by term.
    var (term, probability) = (Double.pow(1 - Self.share, 128), 0.0)
    for heads in 0...128 {
      if heads >= 17 { probability += term }
      term *= Self.share / (1 - Self.share) * Double(128 - heads) / Double(heads + 1)
    }
    let expected = Double(lucks) * probability
    #expect(abs(Double(tail) - expected) < 4.5 * expected.squareRoot() + 1, "\(tail), \(expected)")
  }
}
