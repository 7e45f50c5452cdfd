import HybridWork

/// The baseline and the policies of a study, each file read once.
struct PolicyFiles {
  private struct Named {
    let name: StudyFile.PlacedName
    let file: PolicyFile
  }

  private let baseline: Named?
  /// What policies are compared with in this run, when that is not the baseline.
  private let reference: Named?
  private let policies: [Named]
  /// Whether every name led to a file that could be opened.
  private let isComplete: Bool

  /// Reads the files that `study` names; what cannot be found or read is reported.
  init(of study: StudyFile, in folder: StudyFolder) {
    var files: [String: PolicyFile?] = [:]
    func named(_ name: StudyFile.PlacedName) -> Named? {
      if files[name.name] == nil {
        let input = folder.policyFile(named: name.name, at: name.place)
        files[name.name] = .some(
          input.flatMap { PolicyFile.load($0, id: name.name, log: folder.log) })
      }
      return (files[name.name] ?? nil).map { Named(name: name, file: $0) }
    }
    var seen = SeenNames(.references)
    baseline = study.baseline.flatMap(named)
    reference = study.reference.flatMap(named)
    let names = study.policies.filter { seen.isNew($0.name, at: $0.place) }
    policies = names.compactMap(named)
    isComplete =
      baseline != nil && (reference == nil) == (study.reference == nil)
      && policies.count == study.policies.count
  }

  /// The complete policies; nil if one of them is incomplete, wrong or changes nothing.
  func resolved() -> (baseline: Policy, policies: [Policy])? {
    guard let baseline else { return nil }
    if !baseline.file.leversABaselineLacks.isEmpty {
      baseline.name.place.complain(
        .policy(.incompleteBaseline(missing: baseline.file.leversABaselineLacks)))
      return nil
    }
    guard let (header, difference) = baseline.file.policy, let levers = difference.asBaseline
    else { return nil }
    // Policies stay what their files say: differences from the study's baseline, even where they
    // are compared with another policy.
    var compareWith = Policy(header: header, levers: levers)
    if let reference {
      guard let (header, difference) = reference.file.policy else { return nil }
      compareWith = Policy(header: header, levers: difference.applied(to: levers))
    }
    let compared = compared(with: compareWith, baseline: levers)
    guard isComplete, compared.count == policies.count else { return nil }
    return (compareWith, compared)
  }

  /// The policies that differ from what they are compared with; the others are reported.
  private func compared(with reference: Policy, baseline: PolicyLevers) -> [Policy] {
    var compared: [Policy] = []
    for named in policies {
      guard let (header, difference) = named.file.policy else { continue }
      let policy = Policy(header: header, levers: difference.applied(to: baseline))
      if policy.levers.acts(like: reference.levers) {
        named.name.place.complain(.policy(.changesNothing(baseline: reference.id)))
        continue
      }
      if let other = compared.first(where: { $0.levers.acts(like: policy.levers) }) {
        named.name.place.complain(.policy(.actsLike(other.id)), severity: .warning)
      }
      compared.append(policy)
    }
    return compared
  }

  /// Reports rules that read columns the staff lack; true if there are none.
  func fits(_ population: Population) -> Bool {
    var reported: Set<String> = []
    var isSound = true
    for named in [baseline, reference].compactMap({ $0 }) + policies
    where reported.insert(named.file.id).inserted {
      let conditions =
        named.file.rules.map { ($0.rule.condition, $0.place) }
        + named.file.exceptions.map { ($0.exception.condition, $0.place) }
        + named.file.schedule.conditions.map { ($0.condition, $0.place) }
      for (condition, place) in conditions {
        for column in condition.columns where column != .unit && population.values(column) == nil {
          place.complain(.policy(.columnNotInRegister(column)))
          isSound = false
        }
        reportUnits(condition.unitNames, at: place, population)
      }
      for (name, place) in named.file.schedule.units {
        reportUnits([name], at: place, population)
      }
    }
    return isSound
  }

  /// Warns of windows of flexible days that have no day in common with the study's calendar.
  func reportWindows(outside calendar: WorkCalendar) {
    var reported: Set<String> = []
    for named in [baseline, reference].compactMap({ $0 }) + policies
    where reported.insert(named.file.id).inserted {
      named.file.schedule.reportWindows(outside: calendar.from...calendar.through)
    }
  }

  /// Warns of units that no one of the staff belongs to.
  private func reportUnits(_ names: [String], at place: YAMLValue, _ population: Population) {
    guard !names.isEmpty else { return }
    let units = population.units.map(\.name)
    for name in names where !units.contains(name) {
      let nearest = NearestName.find(name, in: units)
      place.complain(
        .policy(.unitNotInRegister(name, nearest: nearest)), severity: .warning)
    }
  }
}

extension PolicyLevers {
  /// Whether two settings decide alike, whatever the names and wording of their rules.
  fileprivate func acts(like other: PolicyLevers) -> Bool {
    schedule == other.schedule && takeUp == other.takeUp
      && capShareOfUnitAway == other.capShareOfUnitAway && quota == other.quota
      && takeUpOdds == other.takeUpOdds && evaluation == other.evaluation
      && mealAllowanceOnFlexibleDay == other.mealAllowanceOnFlexibleDay
      && eligibility.map(\.condition) == other.eligibility.map(\.condition)
      && eligibility.map(\.unassessed) == other.eligibility.map(\.unassessed)
      && eligibility.map(\.inForce) == other.eligibility.map(\.inForce)
      && eligibility.map(\.until) == other.eligibility.map(\.until)
      && exceptions.map(\.condition) == other.exceptions.map(\.condition)
      && exceptions.map(\.level) == other.exceptions.map(\.level)
      && exceptions.map(\.effect) == other.exceptions.map(\.effect)
  }
}
