import HybridWork
import Simulation

/// What the loader says of the staff against the rest of the study.
extension StudyLoader {
  /// Warns of norms that read a column the staff lack.
  func reportUnassessable(_ norms: [LawFile.PlacedNorm], _ population: Population) {
    for placed in norms {
      guard case .excludes(let condition) = placed.norm.content else { continue }
      for column in condition.columns where population.values(column) == nil {
        placed.place.complain(.study(.normNotAssessable(column)), severity: .warning)
      }
    }
  }

  /// Warns of services the staff name and the study does not list; a column of many such names
  /// holds something else, such as people's names, and is not repeated.
  private func reportUnlisted(_ unlisted: [(name: String, people: Int)], _ listed: [String]) {
    guard unlisted.count <= PrivateText.foreignValues else {
      let people = unlisted.reduce(0) { $0 + $1.people }
      file.services?.complain(
        .study(.servicesNotListed(values: unlisted.count, people: people)), severity: .warning)
      return
    }
    for (name, people) in unlisted {
      let nearest = NearestName.find(name, in: listed)
      file.services?.complain(
        .study(.serviceNotListed(name, people: people, nearest: nearest)), severity: .warning)
    }
  }

  /// Warns of staff whose service is not listed, and of services that nobody serves.
  func reportStaffing(_ contents: ServicesFile.Contents, _ population: Population) {
    let column = population.categories(.service)
    var rows = Array(repeating: 0, count: column.levels.count)
    for code in column.codes where code != CategoryColumn.unknown { rows[Int(code)] += 1 }
    var staff: [String: Int] = [:]
    var named: [String] = []
    for (level, people) in zip(column.levels, rows) where people > 0 {
      for name in StaffPools.names(in: level) {
        if staff[name] == nil { named.append(name) }
        staff[name, default: 0] += people
      }
    }
    let listed = contents.services.map(\.service.id)
    if contents.isComplete {
      let unlisted = named.filter { !listed.contains($0) }.map { ($0, staff[$0] ?? 0) }
      reportUnlisted(unlisted, listed)
    }
    for placed in contents.services where staff[placed.service.id] == nil {
      placed.place.complain(
        .study(.serviceWithoutStaff(placed.service.id)), severity: .warning)
    }
  }

  /// Whether the staff have a unit; warns if not.
  private func isKnown(_ unit: StudyFile.PlacedName, _ population: Population) -> Bool {
    let names = population.units.map(\.name)
    guard !names.contains(unit.name) else { return true }
    unit.place.complain(
      .policy(
        .valueNotInRegister(.unit, unit.name, nearest: NearestName.find(unit.name, in: names))),
      severity: .warning)
    return false
  }

  /// Warns of units with a budget of their own nobody belongs to, and refuses those too small to be
  /// told apart.
  func reportUnitsWithOwnBudget(_ population: Population) {
    guard let smallest = file.reporting.reporting?.smallestGroup else { return }
    for unit in file.unitsWithOwnBudget where isKnown(unit, population) {
      let people = population.units.first { $0.name == unit.name }?.people.count ?? 0
      if people < smallest {
        unit.place.complain(.study(.ownBudgetOfFew(unit.name, smallest: smallest)))
      }
    }
  }

  /// Warns of six-day units nobody belongs to, and refuses those that are also on shifts.
  func reportSixDayUnits(_ population: Population) {
    for unit in file.sixDayUnits {
      _ = isKnown(unit, population)
      if file.shifts?.units.contains(where: { $0.name == unit.name }) ?? false {
        unit.place.complain(.study(.sixDaysAndShifts(unit.name)))
      }
    }
  }

  /// Warns of staff who were too young or too old to serve when the study begins.
  func reportAges(_ population: Population, firstDay: WorkDate?) {
    guard let firstDay, case .date(let births)? = population.values(.birthDate) else { return }
    let year = firstDay.components.year
    let people = births.count { day in
      guard day != Int32.min else { return false }
      return !Self.ages.contains(year - WorkDate(dayNumber: Int(day)).components.year)
    }
    if people > 0 {
      file.populationPlace?.complain(
        .study(.implausibleAges(people: people, ages: Self.ages)), severity: .warning)
    }
  }

  /// Ages in years at which people serve, generously.
  private static let ages = 15...80
}
