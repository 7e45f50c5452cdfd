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
    func file(_ name: String, at place: YAMLValue) -> PolicyFile? {
      if files[name] == nil {
        let input = folder.policyFile(named: name, at: place)
        files[name] = .some(input.flatMap { PolicyFile.load($0, id: name, log: folder.log) })
      }
      return files[name] ?? nil
    }
    func named(_ name: StudyFile.PlacedName) -> Named? {
      let parts = name.name.split(separator: "+").map(String.init)
      guard parts.count > 1 else {
        return file(name.name, at: name.place).map { Named(name: name, file: $0) }
      }
      let read = parts.compactMap { file($0, at: name.place) }
      guard read.count == parts.count else { return nil }
      return PolicyFile.stacked(read, id: name.name, at: name.place)
        .map { Named(name: name, file: $0) }
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
        reportValues(of: condition, at: place, population)
      }
      for (name, place) in named.file.schedule.units {
        reportUnit(name, at: place, population)
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

  /// Warns of safeguards for services that the study does not list.
  func reportServices(_ listed: [String]) {
    var reported: Set<String> = []
    for named in [baseline, reference].compactMap({ $0 }) + policies
    where reported.insert(named.file.id).inserted {
      for (name, place) in named.file.safeguardServices where !listed.contains(name) {
        place.complain(
          .policy(
            .safeguardOfUnlistedService(name, nearest: NearestName.find(name, in: listed))),
          severity: .warning)
      }
    }
  }

  /// Warns of a unit that no one of the staff belongs to.
  private func reportUnit(_ name: String, at place: YAMLValue, _ population: Population) {
    let units = population.units.map(\.name)
    guard !units.contains(name) else { return }
    place.complain(
      .policy(.valueNotInRegister(.unit, name, nearest: NearestName.find(name, in: units))),
      severity: .warning)
  }

  /// Warns of units, positions and other free text that no one of the staff has: a slip of the pen
  /// there turns a rule into one that nobody passes.
  private func reportValues(
    of condition: Condition, at place: YAMLValue, _ population: Population
  ) {
    for column in condition.columns where column == .unit || column.kind == .category([]) {
      let held = population.valuesHeld(of: column)
      // A column without any value has been complained of, or tells nothing.
      guard !held.isEmpty else { continue }
      for value in condition.values(namedOf: column) where !held.contains(value) {
        let nearest = NearestName.find(value, in: held)
        place.complain(
          .policy(.valueNotInRegister(column, value, nearest: nearest)), severity: .warning)
      }
    }
  }
}

extension Population {
  /// The values of a column of free text that somebody has, in their order.
  fileprivate func valuesHeld(of column: RegisterColumn) -> [String] {
    guard column != .unit else { return units.map(\.name) }
    let values = categories(column)
    var isHeld = Array(repeating: false, count: values.levels.count)
    for code in values.codes where code != CategoryColumn.unknown { isHeld[Int(code)] = true }
    return zip(values.levels, isHeld).filter(\.1).map(\.0)
  }
}

extension PolicyLevers {
  /// Whether two settings decide alike, whatever the names and wording of their rules.
  fileprivate func acts(like other: PolicyLevers) -> Bool {
    schedule == other.schedule && takeUp == other.takeUp
      && capShareOfUnitAway == other.capShareOfUnitAway && quota == other.quota
      && takeUpOdds == other.takeUpOdds && evaluation == other.evaluation
      && safeguards == other.safeguards && guarantee == other.guarantee
      && sickness == other.sickness
      && allowances == other.allowances && provision == other.provision
      && meetingsOnlineShare == other.meetingsOnlineShare
      && eligibility.map(\.condition) == other.eligibility.map(\.condition)
      && eligibility.map(\.unassessed) == other.eligibility.map(\.unassessed)
      && eligibility.map(\.inForce) == other.eligibility.map(\.inForce)
      && eligibility.map(\.until) == other.eligibility.map(\.until)
      && exceptions.map(\.condition) == other.exceptions.map(\.condition)
      && exceptions.map(\.level) == other.exceptions.map(\.level)
      && exceptions.map(\.effect) == other.exceptions.map(\.effect)
  }
}
