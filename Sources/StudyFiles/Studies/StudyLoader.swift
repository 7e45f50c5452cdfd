import HybridWork
import Simulation

/// Reads a study and everything it names.
public struct StudyLoader {
  /// Reads a study, telling the log everything that is wrong with any of its files.
  ///
  /// - Parameters:
  ///   - path: The study's folder, the study file in it, or a workbook that holds a study.
  ///   - overrides: What this run changes of the study.
  ///   - log: Hears every complaint; without errors the study is sound.
  /// - Returns: The study with its files, or nil if the log has errors.
  public static func load(
    _ path: String, overrides: StudyOverrides = StudyOverrides(), log: DiagnosticLog
  ) -> LoadedStudy? {
    if WorkbookStudy.isWorkbook(path) {
      return WorkbookStudy.load(path, overrides: overrides, log: log)
    }
    let folder = StudyFolder(path, log: log)
    let file = YAMLFile.read(
      path: folder.studyFile.path, name: folder.studyFile.name, log: log
    ) { StudyFile($0, id: folder.name, overrides: overrides) }
    guard let file else { return nil }
    let loader = StudyLoader(file: file, folder: folder, overrides: overrides)
    let staff = loader.staff()
    let positions = loader.positions()
    let people = staff.map { loader.joined($0.population, with: positions) }
    let study = loader.study(of: people)
    let prices = loader.unlockPrices()
    let tests = study.flatMap { loader.stressTests($0) }
    guard let study, !log.hasErrors else { return nil }
    let isSynthetic = file.population?.isSynthetic ?? false
    return LoadedStudy(
      study: study, positions: positions, isStaffSynthetic: isSynthetic,
      onBadRow: isSynthetic ? .fail : overrides.onBadRow ?? .fail, inputs: folder.inputs,
      soughtInVain: folder.soughtInVain, skippedRecords: staff?.records, unlockPrices: prices,
      stressTests: tests)
  }

  let file: StudyFile
  let folder: StudyFolder
  let overrides: StudyOverrides

  /// The study; nil if anything is wrong, which is decided when every file has been read.
  private func study(of staff: Population?) -> Study? {
    let services = file.services.flatMap { folder.file(named: $0) }
      .flatMap { ServicesFile.load($0, folder: folder) }
    let calendar = file.calendar.flatMap {
      CalendarFiles.calendar(of: $0, in: folder, saturdays: !file.sixDayUnits.isEmpty)
    }
    let population = calendar.flatMap { staff?.withTenure(on: $0.from) } ?? staff
    let norms = file.law.map { value in
      folder.file(named: value).flatMap { LawFile.load($0, log: folder.log) }
    }
    let assumptions = assumptions(calendar)
    let meetings = file.meetings.map { place in
      folder.file(named: place).flatMap { MeetingsFile.load($0, log: folder.log) }
    }
    let policies = PolicyFiles(of: file, in: folder)
    let resolved = policies.resolved()
    if let services, services.isComplete {
      policies.reportServices(services.services.map(\.service.id))
    }
    if let calendar { policies.reportWindows(outside: calendar) }
    let placedNorms = norms.compactMap { $0 }.flatMap { $0 }
    if let population {
      _ = policies.fits(population)
      _ = file.reporting.fits(population)
      reportSixDayUnits(population)
      reportUnitsWithOwnBudget(population)
      reportAges(population, firstDay: calendar?.days.first?.date)
      reportUnassessable(placedNorms, population)
      if let services { reportStaffing(services, population) }
      if let shifts = file.shifts, let resolved, let calendar {
        shifts.check(
          population, scenarios: [resolved.baseline] + resolved.policies,
          calendarStart: calendar.from)
      }
    }
    guard let header = file.header, let reporting = file.reporting.reporting, let run = file.run,
      let population, let services, let calendar, let assumptions, let resolved
    else { return nil }
    var setting = StudySetting(
      population: population, calendar: calendar, services: services.services.map(\.service),
      norms: placedNorms.map(\.norm))
    setting.duties = file.shifts?.duties ?? []
    setting.meetings = (meetings ?? []) ?? []
    setting.budget = file.budget
    setting.unitsWithOwnBudget = file.unitsWithOwnBudget.map(\.name)
    setting.oneOffs = file.oneOffs ?? .annual
    setting.appraisalYears = file.appraisalYears
    setting.sixDayUnits = file.sixDayUnits.map(\.name)
    let plain = try? Study(
      header: header, setting: setting, assumptions: assumptions, baseline: resolved.baseline,
      policies: resolved.policies, reporting: reporting, run: run)
    return plain.flatMap(holding)
  }

  /// The study with the assumptions that this run holds; nil if the choice can't be had.
  private func holding(_ study: Study) -> Study? {
    guard let name = overrides.assumptionSet else {
      return overrides.fixed.isEmpty ? study : study.holding(nil, fixed: overrides.fixed)
    }
    guard let place = file.assumptionPlace,
      let sets = folder.sharedFile("../assumptions/sets.yaml")
        .flatMap({ AssumptionSetsFile.load($0, log: folder.log) }),
      let choice = AssumptionSetsFile.choice(named: name, among: sets, at: place)
    else { return nil }
    return study.holding(choice, fixed: overrides.fixed)
  }

  private func unlockPrices() -> [UnlockPrice]? {
    let shared = "../assumptions/unlock.yaml"
    let input: InputFile? =
      if let place = file.unlock { folder.file(named: place) } else {
        overrides.needsUnlockPrices ? folder.sharedFile(shared) : nil
      }
    return input.flatMap { UnlockFile.load($0, log: folder.log) }
  }

  private func staff() -> (population: Population, records: SkippedRecords?)? {
    switch file.population {
    case .register(let place, var mapping)?:
      guard let input = folder.file(named: place, isLocal: true) else { return nil }
      mapping.onBadRow = overrides.onBadRow ?? .fail
      mapping.keepsSkippedRows = overrides.keepsSkippedRows
      return RegisterFile.load(
        path: input.path, name: input.name, mapping: mapping, threads: overrides.threads,
        log: folder.log
      ).map { ($0.population, $0.records) }
    case .synthesized(let place, let seed)?:
      guard let input = folder.file(named: place) else { return nil }
      let margins = MarginsFile.load(
        path: input.path, name: input.name, inputs: &folder.inputs, log: folder.log)
      return margins.flatMap {
        Population.synthesized(from: $0, seed: seed, name: input.name, log: folder.log)
      }.map { ($0, nil) }
    case nil: return nil
    }
  }

  private func positions() -> PositionTable? {
    guard let plan = file.positions, let input = folder.file(named: plan.file) else { return nil }
    return PositionsFile.load(
      path: input.path, name: input.name, mapping: plan.mapping, log: folder.log)
  }

  /// The people with the columns of their positions; what does not fit is reported.
  private func joined(_ population: Population, with positions: PositionTable?) -> Population {
    guard let positions, let place = file.positions?.file else { return population }
    if population.values(.position) == nil {
      place.complain(.positions(.noPositionColumn), severity: .warning)
    }
    let column = population.categories(.position)
    var isHeld = Array(repeating: false, count: column.levels.count)
    for code in column.codes where code != CategoryColumn.unknown { isHeld[Int(code)] = true }
    let held = zip(column.levels, isHeld).filter(\.1).map(\.0)
    let missing = held.filter { positions[$0] == nil }
    if !missing.isEmpty {
      place.complain(.positions(.positionsMissing(missing)), severity: .warning)
    }
    let known = Set(held)
    let unused = positions.profiles.map(\.position).filter { !known.contains($0) }
    if !unused.isEmpty {
      place.complain(.positions(.positionsUnused(unused)), severity: .warning)
    }
    return population.joined(with: positions)
  }

  private func assumptions(_ calendar: WorkCalendar?) -> AssumptionSet? {
    guard let place = file.assumptionPlace else { return nil }
    let files = file.assumptions.map { value in
      folder.file(named: value).flatMap { AssumptionsFile.load($0, log: folder.log) }
    }
    let set = AssumptionFiles(files).set(at: place, firstDay: calendar?.days.first?.date)
    return set.map(takingAlternatives)
  }

  /// The set with the alternatives that the study names; those that are not there are reported.
  private func takingAlternatives(_ set: AssumptionSet) -> AssumptionSet {
    file.alternatives.reduce(set) { set, choice in
      if let taken = set.taking(choice.name.name, of: choice.id) { return taken }
      let allowed = set[choice.id].alternatives.map(\.name)
      choice.name.place.complain(
        .name(
          .unknown(
            found: choice.name.name, nearest: NearestName.find(choice.name.name, in: allowed),
            allowed: allowed)))
      return set
    }
  }
}
