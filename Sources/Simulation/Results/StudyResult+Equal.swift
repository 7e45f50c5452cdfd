import HybridWork

extension StudyResult {
  /// Scenarios that no calendar tells apart: each group of two or more, in the study's order.
  ///
  /// Two policies may differ on paper and never in effect, such as two caps that never bind.
  public var indistinguishable: [[Int]] {
    let rows = Outcome.allCases.compactMap { samples.place(of: OutcomeKey($0)) }
    var groups: [[Int]] = []
    for scenario in study.scenarios.indices {
      let twin = groups.firstIndex { group in
        rows.allSatisfy { row in
          let pairs = zip(
            samples.samples(row: row, scenario: scenario),
            samples.samples(row: row, scenario: group[0]))
          return pairs.allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
        }
      }
      if let twin { groups[twin].append(scenario) } else { groups.append([scenario]) }
    }
    return groups.filter { $0.count > 1 }
  }
}
