public import HybridWork
public import Simulation
public import Statistics

/// A person of a test, with everything that matters set to something plain.
public struct TestPerson: Sendable {
  /// The identifier.
  public var id: String
  /// The unit.
  public var unit: String
  /// L or P.
  public var sex = "L"
  /// The employment status.
  public var status = EmploymentStatus.pns
  /// The grade.
  public var grade = "III/a"
  /// The task class.
  public var task = TaskClass.routine
  /// Share of time in direct service.
  public var directServiceShare = 0.0
  /// The service served.
  public var service: String?
  /// The position held, nil when not known.
  public var position: String?
  /// One-way commute.
  public var kilometres = 10.0
  /// The mode of commuting.
  public var mode = CommuteMode.motorcycle
  /// The talent cell, nil when not mapped.
  public var cell: TalentCell?
  /// Months in post.
  public var tenureMonths = 60.0
  /// Bandwidth at home.
  public var bandwidthMbps = 20.0

  /// Whether the person has a disability, nil when not known.
  public var disability: Bool?

  /// A person of plain habits.
  public init(_ id: String, unit: String = "Bagian A") {
    self.id = id
    self.unit = unit
  }
}

/// Builds small studies whose every number is known.
public struct SmallStudy: Sendable {
  /// The staff.
  public var people: [TestPerson]
  /// First day.
  public var from = day("2024-01-08")
  /// Last day.
  public var through = day("2024-01-19")
  /// Closed days.
  public var holidays: [PublicHoliday] = []
  /// Services.
  public var services: [Service] = []
  /// Units on shifts.
  public var duties: [ShiftDuty] = []
  /// Units that also work on Saturdays.
  public var sixDayUnits: [String] = []
  /// Units with a budget of their own.
  public var unitsWithOwnBudget: [String] = []
  /// How purchases are booked, and over how many years they are appraised.
  public var oneOffs = OneOffAccounting.annual
  /// See ``oneOffs``.
  public var appraisalYears: Int?
  /// Law.
  public var norms: [LegalNorm] = []
  /// What is compared with.
  public var baseline = SmallStudy.everyoneInOffice
  /// What is compared.
  public var policies: [Policy] = []
  /// Worlds, replications, seed.
  public var run = RunSettings(worlds: 1, replications: 1, seed: 1)
  /// Values of the assumptions.
  public var values = SmallStudy.certain
  /// Assumptions that are uncertain; they take the place of their values.
  public var distributions: [AssumptionID: BoundedDistribution] = [:]
  /// Meetings and official travel.
  public var meetings: [MeetingPlan] = []
  /// Groupings reported.
  public var groups: [RegisterColumn] = [.sex]
  /// The smallest group that is shown.
  public var smallestGroup = 1
  /// What a policy must keep to be called safe.
  public var thresholds: [Threshold] = []

  /// A study of some people, certain in everything.
  public init(people: [TestPerson]) { self.people = people }

  /// Nobody is ever absent, everyone applies, is approved, uses every day and complies.
  public static let certain: [AssumptionID: Double] = [
    .optInVoluntary: 1, .approvalShare: 1, .daysUsedShare: 1, .complianceOrdered: 1,
    .fridayShare: 0.5, .leaveShare: 0, .leaveSpellDays: 1, .leaveBridgeFactor: 1, .sickShare: 0,
    .leaveEntitlementDays: 366, .sickSpellDays: 1, .sickLongShare: 0, .sickLongSpellDays: 1,
    .travelShare: 0, .travelSpellDays: 1, .trainingShare: 0, .trainingSpellDays: 1,
    .epidemicWeeks: 0, .epidemicSickFactor: 1, .floodDays: 0, .unitFloodDays: 0,
    .floodStaffShare: 0, .outageDays: 0, .recallSuccess: 1, .arrivalFactor: 1,
    .handlingTimeFactor: 1, .counterPatienceMinutes: 30, .valueOfTime: 12_000, .fuelPrice: 10_000,
    .motorcycleEconomy: 40, .carEconomy: 10, .fuelCarbon: 2.5, .travelRebound: 0.2,
    .morningSpeed: 20, .eveningSpeed: 10, .mealAllowanceGradeI: 30_000,
    .mealAllowanceGradeII: 35_000, .mealAllowanceGradeIII: 37_000, .mealAllowanceGradeIV: 41_000,
    .lunchPrice: 20_000, .homeMealShare: 0.4, .officeElectricityUse: 5,
    .officeElectricityPrice: 1_600,
    .scatteredEnergyElasticity: 0.25, .darkDayEnergyElasticity: 0.75, .darkDayOnSiteShare: 0.1,
    .homeEnergyUse: 2, .homeEnergyPrice: 1_500, .routineGain: 0.10,
    .routineCoordinationLoss: 0.05, .professionalGain: 0.05, .professionalCoordinationLoss: 0.10,
    .collaborativeGain: 0, .collaborativeCoordinationLoss: 0.20, .coordinationExponent: 2,
    .agencyEffect: 0.01, .placeBoundLoss: 0.8, .noviceEffect: -0.1, .equipmentEffect: -0.05,
    .preHolidayPull: 1, .commuteDetour: 1, .motorcycleOccupancy: 1, .carOccupancy: 1,
    .premiumFuelPrice: 13_000, .motorcyclePremiumShare: 0, .carPremiumShare: 0,
    .officialFuelUse: 0, .officialFuelElasticity: 0, .attendanceAllowance: 50_000,
    .dataAllowance: 100_000, .lunchBoughtShare: 1, .vendorMargin: 0.25, .officeWaterUse: 0,
    .officeWaterPrice: 10, .waterElasticity: 1, .officeConsumables: 0, .homeDataCost: 0,
    .laptopPrice: 10_000_000, .laptopLife: 4, .connectionPrice: 500_000,
    .setUpCost: 100_000_000, .setUpLife: 5, .realDiscountRate: 0.05, .meetingCountFactor: 1,
    .onlineReplacement: 1, .tripDailyAllowance: 430_000, .tripLodgingPrice: 600_000,
    .meetingMealPrice: 71_000, .onlineMeetingCost: 0, .urgentTeamShare: 0, .urgentApartLoss: 0,
    .coPresenceLoss: 0, .ratingOutputGap: 0.1,
  ]

  /// The policy under which nobody works away.
  public static let everyoneInOffice = policy(
    "everyone-in-office", .chosen(DaySplit.of(flexible: 0)))

  /// A policy that is open to everyone unless rules are given.
  public static func policy(
    _ id: String, _ schedule: Schedule, takeUp: TakeUp = .voluntary,
    rules: [EligibilityRule] = [], cap: Double? = nil, meals: AllowanceTreatment = .paid,
    inForce: String = "2023-01-01"
  ) -> Policy {
    Policy(
      header: PolicyHeader(
        id: id, title: Bilingual(id: id, en: id), institution: "Test", reference: "Test",
        inForce: day(inForce), until: nil),
      levers: PolicyLevers(
        eligibility: rules, schedule: schedule, takeUp: takeUp, capShareOfUnitAway: cap,
        allowances: Allowances(meal: meals)))
  }

  /// A rule with nothing but an identifier and a condition.
  public static func rule(
    _ id: String, _ condition: Condition,
    unassessed: EligibilityRule.UnassessedTreatment = .fail
  ) -> EligibilityRule {
    EligibilityRule(
      id: id, text: Bilingual(id: id, en: id), reference: "Test", condition: condition,
      unassessed: unassessed)
  }

  /// A provenance that says it is none.
  public static let provenance = Provenance(
    source: "test", date: day("2024-01-01"), confidence: .judgement)

  /// The staff as a population.
  public var population: Population {
    get throws {
      func column(_ levels: [String], _ value: (TestPerson) -> String?) -> ColumnValues {
        .category(
          CategoryColumn(
            levels: levels,
            codes: people.map { person in
              value(person).flatMap { levels.firstIndex(of: $0) }.map(UInt16.init)
                ?? CategoryColumn.unknown
            }))
      }
      func named(_ register: RegisterColumn, _ value: (TestPerson) -> String?) -> ColumnValues {
        guard case .category(let levels) = register.kind, !levels.isEmpty else {
          return column(Set(people.compactMap(value)).sorted(), value)
        }
        return column(levels, value)
      }
      // A register of which nobody has a position has no such column.
      let positions: [RegisterColumn: ColumnValues] =
        people.contains { $0.position != nil }
        ? [.position: named(.position, \.position)] : [:]
      return try Population(
        identifiers: people.map(\.id), unitNames: people.map(\.unit),
        columns: positions.merging([
          .sex: named(.sex, \.sex),
          .employmentStatus: named(.employmentStatus, \.status.rawValue),
          .grade: named(.grade, \.grade),
          .positionKind: named(.positionKind) { _ in "pelaksana" },
          .taskClass: named(.taskClass, \.task.rawValue),
          .directServiceShare: .number(people.map(\.directServiceShare)),
          .service: named(.service, \.service),
          .commuteKilometres: .number(people.map(\.kilometres)),
          .commuteMode: named(.commuteMode, \.mode.rawValue),
          .talentBox: named(.talentBox, \.cell?.name),
          .tenureMonths: .number(people.map(\.tenureMonths)),
          .bandwidthMbps: .number(people.map(\.bandwidthMbps)),
          .disability: .flag(people.map { $0.disability.map { $0 ? .yes : .no } ?? .unknown }),
        ]) { $1 })
    }
  }

  /// The study.
  public func study() throws -> Study {
    let assumptions = try AssumptionSet(
      AssumptionID.allCases.map { id in
        StudyAssumption(
          id: id,
          value: distributions[id].map { .distributed($0) }
            ?? .dated([(day("2000-01-01"), values[id] ?? .nan)]),
          provenance: Self.provenance)
      }, correlations: [])
    var setting = StudySetting(
      population: try population,
      calendar: try WorkCalendar(
        from: from, through: through, holidays: holidays,
        workingHours: [
          WorkingHours(
            from: day("2000-01-01"), weeklyHours: 37.5, fastingWeeklyHours: 32.5)
        ], fastingMonths: [], saturdays: !sixDayUnits.isEmpty),
      services: services, norms: norms)
    setting.duties = duties
    setting.meetings = meetings
    setting.sixDayUnits = sixDayUnits
    setting.oneOffs = oneOffs
    setting.appraisalYears = appraisalYears
    setting.unitsWithOwnBudget = unitsWithOwnBudget
    return try Study(
      header: StudyHeader(
        id: "test", title: Bilingual(id: "Uji", en: "Test"), institution: "Test",
        description: Bilingual(id: "Uji", en: "Test"), legalReference: "", sources: []),
      setting: setting,
      assumptions: assumptions, baseline: baseline, policies: policies,
      reporting: Reporting(
        groups: groups, accessGroups: groups, smallestGroup: smallestGroup, thresholds: thresholds),
      run: run)
  }

  /// The study's result on one thread.
  public func result(threads: Int = 1) throws -> StudyResult {
    let study = try study()
    let grid = SolvedDays.shared.grid(for: study)
    let result = try StudyRun(study).run(threads: threads, grid: grid)
    SolvedDays.shared.keep(grid)
    return result
  }

  /// Runs the study in parts and joins them, the last part first.
  ///
  /// - Parameters:
  ///   - parts: How many.
  ///   - threads: At least 1.
  /// - Returns: The joined result.
  /// - Throws: What preparing or joining throws.
  public func result(parts: Int, threads: Int = 1) throws -> StudyResult {
    let study = try study()
    let run = try StudyRun(study)
    let shards = (1...parts).compactMap { Shard(number: $0, count: parts) }
    let samples = shards.map { shard in
      let grid = SolvedDays.shared.grid(for: study)
      defer { SolvedDays.shared.keep(grid) }
      return run.part(shard, threads: threads, grid: grid)
    }
    return try run.merge(shards.reversed()) { samples[$0.number - 1] }
  }
}

extension DaySplit {
  /// A split that is known to be possible.
  public static func of(flexible days: Int) -> DaySplit {
    do {
      return try DaySplit(flexibleDays: days)
    } catch {
      preconditionFailure("no such split: \(days)")
    }
  }
}

extension StudyResult {
  /// The value of an outcome in one sample of a scenario.
  public func value(_ outcome: Outcome, scenario: Int, sample: Int = 0) -> Double {
    samples.samples(OutcomeKey(outcome), scenario: scenario)[sample]
  }
}
