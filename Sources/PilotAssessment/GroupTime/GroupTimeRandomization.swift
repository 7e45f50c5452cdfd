import Statistics

/// The mean group-time effect under other assignments.
enum GroupTimeRandomization {
  /// With covariates each assignment needs all its fits; above so many units × cells × assignments
  /// that takes minutes.
  private static let limit = 1e9

  /// Re-estimates the simple mean under each assignment.
  ///
  /// - Throws: ``AssessmentRefusal/tooLarge``.
  static func test(
    _ effects: GroupTimeEffects, controls: GroupTimeEffects.Controls,
    _ assignments: Reassignments
  ) throws(AssessmentRefusal) -> RandomizationTest {
    let panel = effects.panel
    let periods = Double(panel.times.count)
    let fits = panel.covariates.isEmpty ? 1 : 40 * Double(assignments.cohorts.count)
    let work = Double(assignments.count) * Double(panel.unitCount) * periods * fits
    guard work <= limit else { throw .tooLarge }
    let treatment = panel.treatment
    var found: [(outcome: Double, treatment: Double)] = []
    assignments.visit { labels in
      let cohorts = assignments.groupOfUnit.map { assignments.cohorts[labels[$0]] }
      let pair =
        panel.covariates.isEmpty
        ? (
          meanOfGroups(panel, panel.outcome, cohorts, controls),
          meanOfGroups(panel, treatment, cohorts, controls)
        )
        : (
          fitted(panel.reassigned(cohorts, outcome: panel.outcome), controls),
          fitted(panel.reassigned(cohorts, outcome: treatment), controls)
        )
      found.append(pair)
    }
    return RandomizationTest(
      isEnumerated: assignments.isEnumerated, effects: found, effect: effects.simple().effect)
  }

  private static func fitted(_ panel: Panel, _ controls: GroupTimeEffects.Controls) -> Double {
    (try? GroupTimeEffects(panel, controls: controls))?.simple().effect ?? .nan
  }

  /// The simple mean from groups' mean outcomes by period, without covariates.
  private static func meanOfGroups(
    _ panel: Panel, _ outcome: [Double], _ cohorts: [Int?], _ controls: GroupTimeEffects.Controls
  ) -> Double {
    let times = panel.times
    let groups = Set(cohorts.map { $0 ?? Int.max }).sorted()
    var sums = Array(repeating: Array(repeating: 0.0, count: times.count), count: groups.count)
    var sizes = Array(repeating: 0.0, count: groups.count)
    for (unit, cohort) in cohorts.enumerated() {
      let group = groups.firstIndex(of: cohort ?? Int.max) ?? 0
      sizes[group] += 1
      let start = panel.unitStarts[unit]
      for place in times.indices { sums[group][place] += outcome[start + place] }
    }
    var (total, weight) = (0.0, 0.0)
    for (group, cohort) in groups.enumerated() where cohort != Int.max {
      guard let start = times.firstIndex(where: { $0 >= cohort }), start > 0 else { continue }
      for place in start..<times.count {
        let others = groups.indices.filter { other in
          groups[other] == Int.max || (controls == .notYet && groups[other] > times[place])
        }
        guard !others.isEmpty else { continue }
        let size = others.reduce(0) { $0 + sizes[$1] }
        let change = others.reduce(0) { $0 + sums[$1][place] - sums[$1][start - 1] } / size
        total += sums[group][place] - sums[group][start - 1] - sizes[group] * change
        weight += sizes[group]
      }
    }
    return weight > 0 ? total / weight : .nan
  }
}
