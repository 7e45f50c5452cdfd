import HybridWork
import Simulation

/// Of which groups a scenario's access and flexible days would tell too much about few people.
///
/// Both follow from the number of eligible people of the group. It is hidden when few are eligible or
/// few are not, and when the eligible of everyone less those of the groups shown would give such a
/// number away.
struct OutcomeDisclosure {
  private var hidden: Set<OutcomeGroup> = []

  init(_ result: StudyResult, scenario: Int) {
    let table = result.takeUp
    let smallest = result.study.reporting.smallestGroup
    let eligible = table.groups.indices.map { place in
      let shares = result.samples.samples(
        OutcomeKey(.eligibleShare, table.groups[place]), scenario: scenario)
      return Int(((shares.first ?? 0) * Double(table.sizes[place])).rounded())
    }
    for members in table.groupings {
      var counts = members.map { [eligible[$0], table.sizes[$0] - eligible[$0]] }
      // Groups that are left out anyway, and people of no group.
      let rest = [0, 1].map { side in
        let all = [eligible[0], table.sizes[0] - eligible[0]][side]
        return all - counts.reduce(0) { $0 + $1[side] }
      }
      counts.append(rest)
      let cells = SmallCells(counts, smallest: smallest)
      for (row, place) in members.enumerated() where cells.isHidden[row].contains(true) {
        hidden.insert(table.groups[place])
      }
    }
  }

  /// Whether the numbers of an outcome must be left out.
  func isHidden(_ key: OutcomeKey) -> Bool { hidden.contains(key.group) }
}
