import HybridWork
import Simulation

/// Groups, smallest group and thresholds as `study.yaml` gives them.
struct ReportingPlan {
  /// The columns of `groups`, each with its place.
  let groups: [(column: RegisterColumn, place: YAMLValue)]
  /// Everything but what the staff must confirm; nil if something is wrong.
  let reporting: Reporting?

  /// Reads the keys `groups`, `access_groups`, `smallest_group` and `thresholds`.
  init(_ keys: YAMLMapping) {
    var seen = SeenNames(.references)
    let entries = keys.required("groups")?.list(mayBeEmpty: true)
    let groups = (entries ?? []).compactMap { place in
      place.grouping().flatMap { seen.isNew($0.rawValue, at: place) ? ($0, place) : nil }
    }
    self.groups = groups
    var compared = SeenNames(.references)
    let access = keys.optional("access_groups")?.each { place in
      place.name(among: groups.map(\.0.rawValue)).flatMap { name in
        compared.isNew(name, at: place) ? RegisterColumn(rawValue: name) : nil
      }
    }
    let smallest = keys.required("smallest_group")?.integer(in: 1...100_000)
    var judged = SeenNames(.references)
    let thresholds = keys.required("thresholds")?.each(mayBeEmpty: true) { place in
      place.mapping { Self.threshold($0, judged: &judged) }
    }
    guard groups.count == entries?.count, let smallest, let thresholds,
      (access != nil) == keys.has("access_groups")
    else {
      reporting = nil
      return
    }
    reporting = Reporting(
      groups: groups.map(\.0), accessGroups: access ?? groups.map(\.0), smallestGroup: smallest,
      thresholds: thresholds)
  }

  /// Reports groups whose column the staff lack; true if there are none.
  func fits(_ population: Population) -> Bool {
    let missing = groups.filter { population.values($0.column) == nil }
    for group in missing { group.place.complain(.study(.groupNotInRegister(group.column))) }
    return missing.isEmpty
  }

  private static func threshold(_ keys: YAMLMapping, judged: inout SeenNames) -> Threshold? {
    let place = keys.required("outcome")
    let outcome = place?.choice(Outcome.self)
    let comparison = keys.required("compare")?.choice(Threshold.Comparison.self)
    let safePlace = keys.required("safe")
    let safe = safePlace?.number()
    let watch = keys.required("watch")?.number()
    guard let outcome, let place else { return nil }
    guard outcome.direction != .info else {
      place.complain(.study(.outcomeWithoutDirection(outcome)))
      return nil
    }
    guard let comparison,
      judged.isNew("\(outcome.rawValue), compare: \(comparison.rawValue)", at: place),
      let safe, let watch
    else { return nil }
    guard outcome.direction == .maximise ? safe >= watch : safe <= watch else {
      safePlace?.complain(.study(.safeWorseThanWatch(safe: safe, watch: watch, outcome)))
      return nil
    }
    return Threshold(outcome: outcome, comparison: comparison, safe: safe, watch: watch)
  }
}

extension YAMLValue {
  private static let groupings = RegisterColumn.allCases.filter(\.formsGroups).map(\.rawValue)

  /// A column whose values form groups.
  fileprivate func grouping() -> RegisterColumn? {
    guard let text = text() else { return nil }
    guard let column = RegisterColumn(rawValue: text) else {
      let nearest = NearestName.find(text, in: Self.groupings)
      complain(.name(.unknown(found: text, nearest: nearest, allowed: Self.groupings)))
      return nil
    }
    guard column.formsGroups else {
      complain(.study(.notAGrouping(column, allowed: Self.groupings)))
      return nil
    }
    return column
  }
}
