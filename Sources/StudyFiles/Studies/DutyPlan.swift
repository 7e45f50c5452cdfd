import HybridWork

/// The units on shifts as `study.yaml` names them.
struct DutyPlan {
  /// The duties that could be read.
  let duties: [ShiftDuty]
  /// The units named, with their places.
  let units: [(name: String, place: YAMLValue)]

  /// The value of the key `shifts`; nil if something in it is wrong.
  init?(_ value: YAMLValue) {
    var seen = SeenNames(.references)
    var named: [(String, YAMLValue)] = []
    let duties = value.each { entry in
      entry.mapping { keys -> ShiftDuty? in
        let units = keys.required("units")?.each { place in
          place.text().flatMap { name -> String? in
            guard seen.isNew(name, at: place) else { return nil }
            named.append((name, place))
            return name
          }
        }
        let teams = keys.required("teams")?.integer(in: 2...10)
        let onDuty = keys.required("on_duty_teams")?.integer(in: 1...((teams ?? 10) - 1))
        guard let units, let teams, let onDuty else { return nil }
        return ShiftDuty(units: units, teams: teams, onDutyTeams: onDuty)
      }
    }
    guard let duties else { return nil }
    self.duties = duties
    units = named
  }

  /// Warns of units nobody belongs to, and refuses policies under which people on shifts would have
  /// flexible days; the rules must keep them out.
  func check(_ population: Population, scenarios: [Policy], calendarStart: WorkDate) {
    let known = population.units
    for (name, place) in units {
      guard let unit = known.first(where: { $0.name == name }) else {
        let nearest = NearestName.find(name, in: known.map(\.name))
        place.complain(
          .policy(.valueNotInRegister(.unit, name, nearest: nearest)), severity: .warning)
        continue
      }
      for policy in scenarios where policy.levers.schedule.offersFlexibleDays {
        let decisions = try? EligibilityDecisions(
          policy: policy, population: population, calendarStart: calendarStart)
        guard let decisions, unit.people.contains(where: { decisions.isEligible($0) }) else {
          continue
        }
        place.complain(.schedule(.flexibleDaysOnShifts(policy: policy.id, unit: name)))
      }
    }
  }
}
