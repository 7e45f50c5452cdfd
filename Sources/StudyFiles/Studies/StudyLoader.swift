import HybridWork
import Simulation

/// Reads a study and everything it names.
public struct StudyLoader {
  /// Reads a study, telling the log everything that is wrong with any of its files.
  ///
  /// - Parameters:
  ///   - path: The study's folder, or the study file in it.
  ///   - overrides: What this run changes of the study.
  ///   - log: Hears every complaint; without errors the study is sound.
  /// - Returns: The study with its files, or nil if the log has errors.
  public static func load(
    _ path: String, overrides: StudyOverrides = StudyOverrides(), log: DiagnosticLog
  ) -> LoadedStudy? {
    let folder = StudyFolder(path, log: log)
    let file = YAMLFile.read(
      path: folder.studyFile.path, name: folder.studyFile.name, log: log
    ) { StudyFile($0, id: folder.name, overrides: overrides) }
    guard let file else { return nil }
    let loader = StudyLoader(file: file, folder: folder, overrides: overrides)
    let study = loader.study()
    let prices = loader.unlockPrices()
    guard let study, !log.hasErrors else { return nil }
    return LoadedStudy(study: study, inputs: folder.inputs, unlockPrices: prices)
  }

  let file: StudyFile
  let folder: StudyFolder
  let overrides: StudyOverrides

  /// The study; nil if anything is wrong, which is decided when every file has been read.
  private func study() -> Study? {
    let staff = population()
    let services = file.services.flatMap { folder.file(named: $0) }
      .flatMap { ServicesFile.load($0, log: folder.log) }
    let calendar = file.calendar.flatMap { CalendarFiles.calendar(of: $0, in: folder) }
    let population = calendar.flatMap { staff?.withTenure(on: $0.from) } ?? staff
    let norms = file.law.map { value in
      folder.file(named: value).flatMap { LawFile.load($0, log: folder.log) }
    }
    let assumptions = assumptions(calendar)
    let policies = PolicyFiles(of: file, in: folder)
    let resolved = policies.resolved()
    let placedNorms = norms.compactMap { $0 }.flatMap { $0 }
    if let population {
      _ = policies.fits(population)
      _ = file.reporting.fits(population)
      reportUnassessable(placedNorms, population)
      if let services { reportStaffing(services, population) }
    }
    guard let header = file.header, let reporting = file.reporting.reporting, let run = file.run,
      let population, let services, let calendar, let assumptions, let resolved
    else { return nil }
    let setting = StudySetting(
      population: population, calendar: calendar, services: services.services.map(\.service),
      norms: placedNorms.map(\.norm))
    return try? Study(
      header: header, setting: setting, assumptions: assumptions, baseline: resolved.baseline,
      policies: resolved.policies, reporting: reporting, run: run)
  }

  private func unlockPrices() -> [UnlockPrice]? {
    let shared = "../assumptions/unlock.yaml"
    let input: InputFile? =
      if let place = file.unlock { folder.file(named: place) } else {
        overrides.needsUnlockPrices ? folder.sharedFile(shared) : nil
      }
    return input.flatMap { UnlockFile.load($0, log: folder.log) }
  }

  private func population() -> Population? {
    switch file.population {
    case .register(let place, var mapping)?:
      guard let input = folder.file(named: place, isLocal: true) else { return nil }
      mapping.onBadRow = overrides.onBadRow ?? .fail
      return RegisterFile.load(
        path: input.path, name: input.name, mapping: mapping, log: folder.log)?.population
    case .synthesized(let place, let seed)?:
      guard let input = folder.file(named: place) else { return nil }
      let margins = MarginsFile.load(
        path: input.path, name: input.name, inputs: &folder.inputs, log: folder.log)
      return margins.flatMap {
        Population.synthesized(from: $0, seed: seed, name: input.name, log: folder.log)
      }
    case nil: return nil
    }
  }

  private func assumptions(_ calendar: WorkCalendar?) -> AssumptionSet? {
    guard let place = file.assumptionPlace else { return nil }
    let files = file.assumptions.map { value in
      folder.file(named: value).flatMap { AssumptionsFile.load($0, log: folder.log) }
    }
    return AssumptionFiles(files).set(at: place, firstDay: calendar?.days.first?.date)
  }

  private func reportUnassessable(_ norms: [LawFile.PlacedNorm], _ population: Population) {
    for placed in norms {
      guard case .excludes(let condition) = placed.norm.content else { continue }
      for column in condition.columns where population.values(column) == nil {
        placed.place.complain(.study(.normNotAssessable(column)), severity: .warning)
      }
    }
  }

  /// Warns of staff whose service is not listed, and of services that nobody serves.
  private func reportStaffing(_ contents: ServicesFile.Contents, _ population: Population) {
    let column = population.categories(.service)
    var staff = Array(repeating: 0, count: column.levels.count)
    for code in column.codes where code != CategoryColumn.unknown { staff[Int(code)] += 1 }
    let listed = contents.services.map(\.service.id)
    if contents.isComplete {
      for (name, people) in zip(column.levels, staff) where people > 0 && !listed.contains(name) {
        let nearest = NearestName.find(name, in: listed)
        file.services?.complain(
          .study(.serviceNotListed(name, people: people, nearest: nearest)), severity: .warning)
      }
    }
    for placed in contents.services {
      let level = column.levels.firstIndex(of: placed.service.id)
      guard level.map({ staff[$0] }) ?? 0 == 0 else { continue }
      placed.place.complain(
        .study(.serviceWithoutStaff(placed.service.id)), severity: .warning)
    }
  }
}
