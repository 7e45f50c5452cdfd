import HybridWork
import Simulation

/// What `study.yaml` says, as far as it could be read; other files are still only named.
struct StudyFile {
  /// A name with the place that complaints about it point at.
  struct PlacedName {
    let name: String
    let place: YAMLValue
  }

  /// The files and dates of the calendar.
  struct CalendarPlan {
    let period: (from: WorkDate, through: WorkDate)?
    /// The entries of the list `holidays`, and the list itself.
    let holidays: [YAMLValue]
    let holidayPlace: YAMLValue?
    let hours: YAMLValue?
  }

  let header: StudyHeader?
  let population: PopulationPlan?
  let populationPlace: YAMLValue?
  let positions: PositionsPlan?
  let services: YAMLValue?
  /// The file of meetings and official travel, if the study names one.
  let meetings: YAMLValue?
  /// Whose budget pays; nil if the study does not say.
  let budget: EmployerBudget?
  /// The units that pay from a budget of their own (BLUD), each with its place.
  let unitsWithOwnBudget: [PlacedName]
  /// How purchases are booked.
  let oneOffs: OneOffAccounting?
  /// Years over which purchases in cash are appraised; nil if the study does not say.
  let appraisalYears: Int?
  /// The units on shifts; nil if the study names none or they cannot be read.
  let shifts: DutyPlan?
  /// The units that also work on Saturdays, each with its place.
  let sixDayUnits: [PlacedName]
  let calendar: CalendarPlan?
  let law: [YAMLValue]
  let assumptions: [YAMLValue]
  let assumptionPlace: YAMLValue?
  /// Which named alternative takes the place of what is assumed, by assumption.
  let alternatives: [(id: AssumptionID, name: PlacedName)]
  let baseline: PlacedName?
  /// The policy that others are compared with instead of the baseline, for this run.
  let reference: PlacedName?
  let policies: [PlacedName]
  let reporting: ReportingPlan
  let run: RunSettings?
  /// The file of what it costs to fix a rule, if the study names one.
  let unlock: YAMLValue?
  /// The files of hard times, if the study names any.
  let stress: [YAMLValue]?

  /// Reads the keys; what is missing or wrong is reported and left empty.
  init(_ keys: YAMLMapping, id: String, overrides: StudyOverrides) {
    header = Self.header(keys, id: id)
    populationPlace = keys.required("population")
    population = populationPlace?.mapping(PopulationPlan.init)
    positions = keys.optional("positions").flatMap(PositionsPlan.init)
    services = keys.required("services")
    meetings = keys.optional("meetings")
    budget = keys.optional("budget")?.choice(EmployerBudget.self)
    let oneOffs = keys.optional("one_off_costs")?.choice(OneOffAccounting.self)
    self.oneOffs = oneOffs
    let years = keys.optional("appraisal_years")
    appraisalYears = years?.integer(in: 1...50)
    if let years, oneOffs != .cash { years.complain(.study(.appraisalWithoutCash)) }
    shifts = keys.optional("shifts").flatMap(DutyPlan.init)
    sixDayUnits = Self.names(keys.optional("six_day_units"))
    unitsWithOwnBudget = Self.names(keys.optional("blud_units"))
    calendar = keys.required("calendar")?.mapping { Self.calendar($0, overrides) }
    law = keys.required("law")?.list(mayBeEmpty: true) ?? []
    assumptionPlace = keys.required("assumptions")
    assumptions = assumptionPlace?.list() ?? []
    alternatives = keys.optional("alternatives")?.mapping(Self.alternatives) ?? []
    let baseline = Self.baseline(keys)
    self.baseline = baseline
    let reference = overrides.baseline.flatMap { name in
      baseline.map { PlacedName(name: name, place: $0.place) }
    }
    self.reference = reference
    policies = Self.policies(keys, overrides).filter { $0.name != reference?.name }
    reporting = ReportingPlan(keys)
    unlock = keys.optional("unlock")
    stress = keys.optional("stress").map { $0.list() ?? [] }
    run = keys.required("run")?.mapping(Self.run).map { $0.overridden(by: overrides) }
  }

  private static func header(_ keys: YAMLMapping, id: String) -> StudyHeader? {
    let title = keys.required("title")?.bilingual()
    let institution = keys.required("institution")?.text()
    let author = keys.required("author")?.text()
    let date = keys.required("date")?.date()
    let legalReference = keys.required("legal_reference")?.text()
    let description = keys.required("description")?.bilingual()
    let sources = keys.required("sources")?.each { $0.text() }
    let classification = keys.optional("classification")?.choice(Classification.self)
    guard let title, let institution, author != nil, date != nil, let legalReference,
      let description, let sources
    else { return nil }
    var header = StudyHeader(
      id: id, title: title, institution: institution, description: description,
      legalReference: legalReference, sources: sources)
    header.classification = classification
    return header
  }

  private static func calendar(
    _ keys: YAMLMapping, _ overrides: StudyOverrides
  ) -> CalendarPlan? {
    _ = keys.required("to")
    let own = keys.period(from: "from", through: "to").flatMap { dates in
      dates.through.map { (from: dates.from, through: $0) }
    }
    let period = overrides.period.map { (from: $0.lowerBound, through: $0.upperBound) } ?? own
    let holidays = keys.required("holidays")
    return CalendarPlan(
      period: period, holidays: holidays?.list() ?? [], holidayPlace: holidays,
      hours: keys.required("hours"))
  }

  private static func alternatives(
    _ keys: YAMLMapping
  ) -> [(id: AssumptionID, name: PlacedName)] {
    keys.all().compactMap { key, value in
      let id = key.choice(AssumptionID.self)
      let name = value.text()
      return id.flatMap { id in name.map { (id, PlacedName(name: $0, place: value)) } }
    }
  }

  private static func names(_ list: YAMLValue?) -> [PlacedName] {
    (list?.list() ?? []).compactMap { place in
      place.text().map { PlacedName(name: $0, place: place) }
    }
  }

  private static func baseline(_ keys: YAMLMapping) -> PlacedName? {
    guard let place = keys.required("baseline"), let name = place.text() else { return nil }
    return PlacedName(name: name, place: place)
  }

  private static func policies(_ keys: YAMLMapping, _ overrides: StudyOverrides) -> [PlacedName] {
    guard let list = keys.required("policies") else { return [] }
    if let names = overrides.policies {
      return names.map { PlacedName(name: $0, place: list) }
    }
    return (list.list() ?? []).compactMap { place in
      place.text().map { PlacedName(name: $0, place: place) }
    }
  }

  private static func run(_ keys: YAMLMapping) -> RunSettings? {
    let worlds = keys.required("worlds")?.integer(in: 1...100_000)
    let replications = keys.required("replications")?.integer(in: 1...1000)
    let seed = keys.required("seed")?.integer(in: 0...999_999_999_999_999)
    let place = keys.optional("sampling")
    let sampling = place.map { $0.choice(WorldSampling.self) } ?? .monteCarlo
    guard let worlds, let replications, let seed, let sampling else { return nil }
    var run = RunSettings(worlds: worlds, replications: replications, seed: UInt64(seed))
    run.sampling = sampling
    return run
  }
}

extension RunSettings {
  fileprivate func overridden(by overrides: StudyOverrides) -> RunSettings {
    var run = self
    run.worlds = overrides.worlds ?? worlds
    run.replications = overrides.replications ?? replications
    run.seed = overrides.seed ?? seed
    run.sampling = overrides.sampling ?? sampling
    return run
  }
}
