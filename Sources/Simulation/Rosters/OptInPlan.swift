import HybridWork
import Statistics

/// Whose odds of applying differ from the common ones, block by block.
struct OptInPlan {
  /// People of one block with the same odds ratio.
  private struct Part {
    let ratio: Double
    let lanes: UInt64
  }

  private let parts: [[Part]]

  /// Packs the odds ratios of a policy; nil when they are 1 for everyone.
  init?(_ odds: [OptInOdds], population: Population, staff: PackedStaff) {
    let ratios = OptInOdds.ratios(odds, population)
    guard ratios.contains(where: { $0 != 1 }) else { return nil }
    parts = staff.blocks.map { block in
      let people = block.firstPerson..<(block.firstPerson + block.lanes.nonzeroBitCount)
      let different = Set(ratios[people].filter { $0 != 1 }).sorted()
      return different.map { ratio in
        let lanes = people.reduce(UInt64(0)) { lanes, person in
          ratios[person] == ratio ? lanes | 1 << UInt64(person - block.firstPerson) : lanes
        }
        return Part(ratio: ratio, lanes: lanes)
      }
    }
  }

  /// Who of a block applies, given the common probability and who applies under it.
  ///
  /// The same keyed draws decide under any ratio, so a larger ratio only adds applicants.
  func applied(
    _ common: UInt64, block: Int, probability: Double, key: RandomKey, number: UInt64
  ) -> UInt64 {
    var applied = common
    for part in parts[block] {
      let own = BernoulliThreshold(
        probability: OptInOdds.applied(part.ratio, to: probability))
      applied = applied & ~part.lanes | own.mask(key, number) & part.lanes
    }
    return applied
  }
}
