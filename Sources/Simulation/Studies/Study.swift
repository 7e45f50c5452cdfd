public import HybridWork

/// The question a planner asks: policies compared with a baseline on a population and a calendar.
public struct Study: Sendable {
  /// Names, people and sources of the study.
  public let header: StudyHeader
  /// The staff.
  public internal(set) var population: Population
  /// The working days.
  public internal(set) var calendar: WorkCalendar
  /// The services to citizens that need people on site.
  public internal(set) var services: [Service]
  /// The units that work on shifts.
  public let duties: [ShiftDuty]
  /// The units that also work on Saturdays.
  public let sixDayUnits: [String]
  /// The law that policies are checked against.
  public let norms: [LegalNorm]
  /// What is assumed.
  public internal(set) var assumptions: AssumptionSet
  /// The policy that the others are compared with.
  public let baseline: Policy
  /// The policies compared, in the planner's order, without the baseline.
  public internal(set) var policies: [Policy]
  /// Meetings and official travel of the staff.
  public let meetings: [MeetingPlan]
  /// Whose budget pays; nil when the study does not say.
  public let budget: EmployerBudget?
  /// The units that pay from a budget of their own (BLUD), in the register's order.
  public let unitsWithOwnBudget: [String]
  /// How purchases are booked.
  public let oneOffs: OneOffAccounting
  /// Years over which purchases in cash are appraised; nil for none.
  public let appraisalYears: Int?
  /// How results are grouped and judged.
  public internal(set) var reporting: Reporting
  /// Worlds, replications and seed.
  public internal(set) var run: RunSettings
  /// What this run holds of the assumptions.
  public internal(set) var heldAssumptions = HeldAssumptions()
  /// What befalls the study beyond its assumptions; nothing unless it is put under stress.
  var strains: [StressTest.Strain] = []
  /// The calendar over which absence runs, of which ``calendar`` is a part; nil for ``calendar``.
  var absenceCalendar: WorkCalendar?

  /// A study ready to run.
  ///
  /// - Throws: ``SimulationError/policyChangesNothing(_:)`` for a policy equal to the baseline.
  public init(
    header: StudyHeader, setting: StudySetting, assumptions: AssumptionSet, baseline: Policy,
    policies: [Policy], reporting: Reporting, run: RunSettings
  ) throws(SimulationError) {
    for policy in policies where policy.levers == baseline.levers {
      throw .policyChangesNothing(policy.id)
    }
    self.header = header
    self.population = setting.population
    self.calendar = setting.calendar
    self.services = setting.services
    self.norms = setting.norms
    self.duties = setting.duties
    self.sixDayUnits = setting.sixDayUnits
    self.meetings = setting.meetings
    self.budget = setting.budget
    self.unitsWithOwnBudget = setting.unitsWithOwnBudget
    self.oneOffs = setting.oneOffs
    self.appraisalYears = setting.appraisalYears
    self.assumptions = assumptions
    self.baseline = baseline
    self.policies = policies
    self.reporting = reporting
    self.run = run
  }

  /// The baseline, then the policies.
  public var scenarios: [Policy] { [baseline] + policies }

  /// The policies with safeguards once more without them: what a safeguard costs is the difference.
  package var unguarded: [(scenario: Int, policy: Policy)] {
    scenarios.enumerated().compactMap { scenario, policy in
      policy.withoutSafeguards.map { (scenario, $0) }
    }
  }

  /// All that is simulated: the scenarios, then the unguarded ones.
  var simulated: [Policy] { scenarios + unguarded.map(\.policy) }

  /// The place among all that is simulated of a scenario's unguarded twin; nil without safeguards.
  func unguardedPlace(of scenario: Int) -> Int? {
    unguarded.firstIndex { $0.scenario == scenario }.map { scenarios.count + $0 }
  }
}

/// What a run holds of a study's assumptions without changing its files.
public struct HeldAssumptions: Sendable {
  /// The named choice; nil for none.
  public var choice: String?
  /// Single values in catalogue units, in catalogue order.
  public var fixed: [(id: AssumptionID, value: Double)] = []

  /// Whether nothing is held.
  public var isEmpty: Bool { choice == nil && fixed.isEmpty }
}

/// Names, people and sources of a study.
public struct StudyHeader: Sendable {
  /// The folder's name.
  public let id: String
  /// The study's name for planners.
  public let title: Bilingual
  /// Whose staff it is about.
  public let institution: String
  /// What it asks.
  public let description: Bilingual
  /// The legal basis.
  public let legalReference: String
  /// Where its facts come from.
  public let sources: [String]
  /// The classification that the agency has set; nil while it has set none.
  public var classification: Classification?

  /// The header of a study.
  public init(
    id: String, title: Bilingual, institution: String, description: Bilingual,
    legalReference: String, sources: [String]
  ) {
    self.id = id
    self.title = title
    self.institution = institution
    self.description = description
    self.legalReference = legalReference
    self.sources = sources
  }
}

/// What a study's policies act on.
public struct StudySetting: Sendable {
  let population: Population
  let calendar: WorkCalendar
  let services: [Service]
  let norms: [LegalNorm]
  /// The units that work on shifts; none unless set.
  public var duties: [ShiftDuty] = []
  /// The units that also work on Saturdays; their calendar must have Saturdays.
  public var sixDayUnits: [String] = []
  /// Meetings and official travel of the staff; none unless set.
  public var meetings: [MeetingPlan] = []
  /// Whose budget pays, if that is known.
  public var budget: EmployerBudget?
  /// The units that pay from a budget of their own (BLUD); none unless set.
  public var unitsWithOwnBudget: [String] = []
  /// How purchases are booked.
  public var oneOffs = OneOffAccounting.annual
  /// Years over which purchases in cash are appraised; none unless set.
  public var appraisalYears: Int?

  /// Staff, working days, services and law.
  public init(
    population: Population, calendar: WorkCalendar, services: [Service], norms: [LegalNorm]
  ) {
    self.population = population
    self.calendar = calendar
    self.services = services
    self.norms = norms
  }
}

/// How results are grouped and judged.
public struct Reporting: Sendable {
  /// Register columns by which access and days are reported.
  public let groups: [RegisterColumn]
  /// Which of them access is compared over for the access ratio.
  public let accessGroups: [RegisterColumn]
  /// Groups with fewer people are suppressed.
  public let smallestGroup: Int
  /// What a policy must keep to be called safe.
  public let thresholds: [Threshold]

  /// Groupings, those access is compared over, the smallest group shown, and thresholds of the
  /// verdict.
  public init(
    groups: [RegisterColumn], accessGroups: [RegisterColumn], smallestGroup: Int,
    thresholds: [Threshold]
  ) {
    self.groups = groups
    self.accessGroups = accessGroups
    self.smallestGroup = smallestGroup
    self.thresholds = thresholds
  }
}

/// How the worlds of a run are laid out in the space of all assumptions.
public enum WorldSampling: String, CaseIterable, Hashable, Sendable {
  /// Every world is drawn by itself.
  case monteCarlo = "monte-carlo"
  /// Each assumption takes every part of its range equally often.
  case latinHypercube = "latin-hypercube"
  /// Scrambled Sobol' points: even in many assumptions at once.
  case sobol

  /// How many independent designs a run consists of, one after another, so that the error of its
  /// means can be told; 1 where every world is independent.
  public var scrambles: Int { self == .monteCarlo ? 1 : 8 }

  /// Whether a run of so many worlds can be laid out: any number by Monte Carlo, multiples of
  /// ``scrambles`` by Latin hypercube, and ``scrambles`` times a power of two by Sobol' points.
  public func allows(worlds: Int) -> Bool {
    guard worlds > 0, worlds % scrambles == 0 else { return false }
    let size = worlds / scrambles
    return self != .sobol || size & (size - 1) == 0
  }

  /// The least number of worlds that is allowed and not below `worlds`.
  public func allowed(from worlds: Int) -> Int {
    var allowed = max(worlds, scrambles)
    while !allows(worlds: allowed) { allowed += 1 }
    return allowed
  }
}

/// How often chance is drawn.
public struct RunSettings: Hashable, Sendable {
  /// Draws of all assumptions.
  public var worlds: Int
  /// Calendars of luck in each world.
  public var replications: Int
  /// The seed of every stream.
  public var seed: UInt64
  /// How worlds are laid out.
  public var sampling = WorldSampling.monteCarlo

  /// Worlds, replications in each, and seed.
  public init(worlds: Int, replications: Int, seed: UInt64) {
    self.worlds = worlds
    self.replications = replications
    self.seed = seed
  }
}
