import HybridWork
import Simulation
import Statistics

/// Which cells of a scenario's take-up table would tell too much about few people.
///
/// A cell is hidden when it counts fewer people than the smallest group, when few of a group are
/// left out by the rules, and when a total less the cells shown would give such a count away.
struct TakeUpDisclosure {
  private var hidden: [[Bool]]

  init(_ result: StudyResult, scenario: Int, steps: [TakeUpTable.Step]) {
    let table = result.takeUp
    let smallest = Double(result.study.reporting.smallestGroup)
    let means = steps.map { step in
      table.groups.indices.map {
        SampleSummary.mean(table.people(step, group: $0, scenario: scenario))
      }
    }
    func isSmall(_ people: Double) -> Bool { people > 0 && people < smallest }
    let tellsOfRefused = table.groups.indices.map {
      isSmall(means[0][$0]) || isSmall(Double(table.sizes[$0]) - means[0][$0])
    }
    hidden = means.map { means in
      means.indices.map { isSmall(means[$0]) || tellsOfRefused[$0] && $0 > 0 }
    }
    for members in table.groupings {
      for step in steps.indices {
        hideTotals(of: members, step: step, means[step], smallest: smallest)
      }
    }
  }

  func isHidden(group: Int, step: Int) -> Bool { hidden[step][group] }

  /// Hides the smallest shown cell while the others' total gives a hidden one away.
  private mutating func hideTotals(
    of members: [Int], step: Int, _ means: [Double], smallest: Double
  ) {
    guard !hidden[step][0] else { return }
    while true {
      let shown = members.filter { !hidden[step][$0] }
      let rest = means[0] - shown.reduce(0) { $0 + means[$1] }
      // What rounding leaves is nobody.
      guard rest > 1e-6 else { return }
      let secrets = members.count - shown.count
      guard rest < smallest || secrets == 1,
        let least = shown.filter({ means[$0] > 0 }).min(by: { means[$0] < means[$1] })
      else { return }
      hidden[step][least] = true
    }
  }
}

extension TakeUpTable {
  /// The places of the groups that partition the staff together: units, and each column's levels.
  var groupings: [[Int]] {
    var groupings: [(name: String, members: [Int])] = []
    for (place, group) in groups.enumerated() {
      let name: String
      switch group {
      case .all, .service: continue
      case .unit: name = "unit"
      case .level(let column, _): name = column.rawValue
      }
      if groupings.last?.name == name {
        groupings[groupings.count - 1].members.append(place)
      } else {
        groupings.append((name, [place]))
      }
    }
    return groupings.map(\.members)
  }
}
