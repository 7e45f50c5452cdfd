import HybridWork
import Statistics

/// Runs one calendar of luck in one world for every scenario: one thread's worker and its memory.
///
/// Absence and take-up are drawn once, block by block, and every scenario is read off the same
/// draws, so that differences between scenarios carry no noise of their own.
final class CalendarRunner {
  private let model: StudyModel
  private let root: RandomKey
  private(set) var tallies: [ScenarioTally]
  /// Person-days on duty, in the office, away or travelling.
  private(set) var presentDays = 0
  /// The same of each unit.
  private(set) var presentDaysOfUnit: [Int]

  // One block's masks for each day, and one unit's counts for each scenario and day.
  private let absence: AbsenceMasks
  /// The masks of every day over which absence runs, of which ``absence`` is a part.
  private let wholeAbsence: AbsenceMasks
  private let absenceDays: AbsenceDays
  /// The absence of five-day units, Saturdays left out; nil in calendars without any.
  private let weekdayAbsence: AbsenceMasks?
  /// One block's absence by cause, as far as it is not kept.
  private let causes: CauseWords
  private let room: DayRoom
  /// What is kept of the calendar at hand, or is to be; nil for nothing.
  private var kept: AbsenceMemory.Calendar?
  private let flexibleDays: UnsafeMutablePointer<UInt64>
  private let usedVoluntarily: UnsafeMutablePointer<UInt64>
  private let usedByOrder: UnsafeMutablePointer<UInt64>
  private let usedWithinLimit: UnsafeMutablePointer<UInt64>
  private let planned: [UnsafeMutablePointer<UInt64>]
  private let unitFlexible: UnsafeMutablePointer<Int32>
  private let unitOnSite: UnsafeMutablePointer<Int32>
  /// Where one block is on each day under the scenario at hand.
  private let away: UnsafeMutablePointer<UInt64>
  private let onSite: UnsafeMutablePointer<UInt64>
  private let memory: TallyMemory
  private let doses: DoseCounter
  /// The open unit's counts for output, scenario after scenario.
  private let work: UnsafeMutablePointer<Int>
  /// Memory of a whole unit, for scenarios with safeguards; nil if there are none.
  private let unitDays: UnitDays?
  /// Where the people of each unit are; nil if nobody asks.
  private let attendance: AttendanceCount?
  private var weekdayAbsences: AbsenceProcesses?
  // The world's numbers that safeguards go by.
  private var newSicknessShare = 0.0
  private var outputRates: OutputRates?
  private var recallSuccess = BernoulliThreshold(probability: 1)

  /// Memory for calendars of a study; `attendance` is filled along with the tallies.
  init(_ model: StudyModel, attendance: AttendanceCount? = nil) {
    self.model = model
    self.attendance = attendance
    root = RandomKey(seed: model.study.run.seed)
    tallies = model.plans.map { _ in ScenarioTally(model) }
    presentDaysOfUnit = Array(repeating: 0, count: model.staff.unitBlocks.count)
    let days = model.dayCount
    absenceDays = AbsenceDays(model.study)
    wholeAbsence = AbsenceMasks(days: absenceDays.count)
    absence = wholeAbsence.advanced(by: absenceDays.first)
    weekdayAbsence =
      model.study.calendar.hasSaturdays
      ? AbsenceMasks(days: absenceDays.mondayToFriday.count) : nil
    causes = CauseWords(days: absenceDays.count)
    room = DayRoom(days: absenceDays.count)
    flexibleDays = .allocate(capacity: days)
    usedVoluntarily = .allocate(capacity: days)
    usedByOrder = .allocate(capacity: days)
    usedVoluntarily.initialize(repeating: 0, count: days)
    usedByOrder.initialize(repeating: 0, count: days)
    usedWithinLimit = .allocate(capacity: days)
    let mostBlocks = model.staff.unitBlocks.map(\.count).max() ?? 1
    planned = model.plans.map { .allocate(capacity: $0.planCount * mostBlocks) }
    unitFlexible = .allocate(capacity: days * model.scenarioCount)
    unitOnSite = .allocate(capacity: days * model.scenarioCount)
    away = .allocate(capacity: days)
    onSite = .allocate(capacity: days)
    memory = TallyMemory(model)
    doses = DoseCounter(weeks: model.weeks.count)
    work = .allocate(capacity: OutputRates.count * model.scenarioCount)
    work.initialize(repeating: 0, count: OutputRates.count * model.scenarioCount)
    let guarded = model.safeguards.map { $0 != nil }
    unitDays =
      guarded.contains(true)
      ? UnitDays(blocks: mostBlocks, dayCount: days, guarded: guarded) : nil
  }

  deinit {
    wholeAbsence.deallocate()
    weekdayAbsence?.deallocate()
    causes.deallocate()
    flexibleDays.deallocate()
    usedVoluntarily.deallocate()
    usedByOrder.deallocate()
    usedWithinLimit.deallocate()
    for masks in planned { masks.deallocate() }
    unitFlexible.deallocate()
    unitOnSite.deallocate()
    away.deallocate()
    onSite.deallocate()
    work.deallocate()
  }

  /// Fills ``tallies`` and ``presentDays`` with one calendar.
  ///
  /// With `kept`, absence is read from there as far as it holds, or is left there.
  func run(
    world: Int, replication: Int, _ assumptions: Assumptions, kept: AbsenceMemory.Calendar? = nil
  ) {
    precondition(kept == nil || absenceDays.isWhole, "what is kept is of the study's own days")
    self.kept = kept
    for index in tallies.indices { tallies[index].reset() }
    memory.reset(staff: model.study.population.count)
    presentDays = 0
    attendance?.reset()
    let luck = root.child(UInt64(world)).child(UInt64(replication))
    let draws = TakeUpDraws(assumptions, room: room)
    let absences = AbsenceProcesses(
      assumptions, calendar: absenceDays.calendar, luck: luck, strains: model.study.strains,
      room: room)
    // Whoever works five days a week has the same absence as in a study without Saturdays.
    weekdayAbsences =
      weekdayAbsence == nil
      ? nil
      : AbsenceProcesses(
        assumptions, calendar: absenceDays.calendar.mondayToFriday, luck: luck,
        strains: model.study.strains, room: room)
    newSicknessShare = absences.newSicknessShare
    recallSuccess = BernoulliThreshold(probability: assumptions[.recallSuccess])
    outputRates = OutputRates(assumptions)
    for unit in model.staff.unitBlocks.indices {
      run(unit: unit, luck, draws, absences)
      closeUnit(unit, darkShare: assumptions[.darkDayOnSiteShare])
    }
    for index in tallies.indices { memory.write(scenario: index, to: &tallies[index]) }
  }

  private func run(
    unit: Int, _ luck: RandomKey, _ draws: TakeUpDraws, _ absences: AbsenceProcesses
  ) {
    let label = model.staff.unitLabels[unit]
    func key(_ purpose: Purpose) -> RandomKey { luck.child(purpose.rawValue).child(label) }
    let blocks = model.staff.unitBlocks[unit]
    let planner = draws.planner(of: unit, model: model, key: key)
    for (scenario, plan) in model.plans.enumerated() {
      let steps = planner.steps(plan)
      planner.plan(plan, steps, into: planned[scenario])
      countTakeUp(steps, scenario: scenario, blocks: blocks)
    }
    unitFlexible.update(repeating: 0, count: model.dayCount * model.scenarioCount)
    unitOnSite.update(repeating: 0, count: model.dayCount * model.scenarioCount)
    work.update(repeating: 0, count: OutputRates.count * model.scenarioCount)
    presentDaysOfUnit[unit] = 0

    let days = model.study.calendar.days
    let guarded = model.isGuarded[unit] ? unitDays : nil
    for place in 0..<blocks.count {
      let block = model.staff.blocks[blocks.lowerBound + place]
      if let weekdayAbsence, let weekdayAbsences, !model.worksSaturdays[unit] {
        draw(weekdayAbsences, block: blocks.lowerBound + place, key, into: weekdayAbsence)
        wholeAbsence.spread(
          weekdayAbsence, over: absenceDays.mondayToFriday, of: absenceDays.count, block.lanes)
      } else {
        draw(absences, block: blocks.lowerBound + place, key, into: wholeAbsence)
      }
      model.duty.mark(block, calendar: days, in: absence)
      let present = WordCounts.missing(absence.offDuty, of: block.lanes, count: days.count)
      presentDays += present
      presentDaysOfUnit[unit] += present
      guarded?.keep(absence, place: place)
      draws.use(
        .voluntary, block: block, key: key, on: model.voluntaryDays, into: usedVoluntarily)
      draws.use(.ordered, block: block, key: key, on: model.orderedDays, into: usedByOrder)
      let shocks = self.shocks(of: block, key, absences, absence)
      for scenario in model.plans.indices {
        if let evaluation = model.plans[scenario].evaluation {
          let round = EvaluationRound(
            evaluation: evaluation,
            performanceKey: root.child("performance").child(label).child(block.numberInUnit),
            noiseKey: key(.evaluationNoise).child(block.numberInUnit), months: model.months,
            offDuty: absence.offDuty)
          evaluate(round, scenario: scenario, place: place, blockCount: blocks.count)
        }
        read(scenario: scenario, place: place, blockCount: blocks.count)
        if let wanted = guarded?.wanted(scenario: scenario) {
          (wanted + place * days.count).update(from: flexibleDays, count: days.count)
        } else {
          tally(
            scenario: scenario, block: blocks.lowerBound + place, absence, wanted: flexibleDays,
            shocks: shocks)
        }
      }
    }
    if let guarded { runGuarded(unit: unit, guarded, key, absences) }
  }

  /// Draws who of a block is absent on each day, or reads it where it is kept.
  private func draw(
    _ absences: AbsenceProcesses, block index: Int, _ key: (Purpose) -> RandomKey,
    into masks: AbsenceMasks
  ) {
    let block = model.staff.blocks[index]
    let keptWords = kept?.words(block: index)
    func words(_ cause: AbsenceCause) -> UnsafeMutablePointer<UInt64> {
      guard let kept, let keptWords, kept.keeps || kept.isKept[cause.rawValue] else {
        return causes[cause]
      }
      return keptWords[cause]
    }
    for cause in AbsenceCause.allCases where kept?.isKept[cause.rawValue] != true {
      absences.draw(
        cause, lanes: block.lanes, block: block.numberInUnit, unitKey: key, into: words(cause))
    }
    absences.join(words, into: masks)
  }

  /// Carries out the safeguards of a unit and counts the scenarios that have any.
  private func runGuarded(
    unit: Int, _ days: UnitDays, _ key: (Purpose) -> RandomKey, _ absences: AbsenceProcesses
  ) {
    let blocks = model.staff.unitBlocks[unit]
    for (scenario, plan) in model.safeguards.enumerated() {
      guard let plan, let wanted = days.wanted(scenario: scenario) else { continue }
      let round = SafeguardRound(
        days: days, blockCount: blocks.count, wanted: wanted, weeks: model.weeks,
        dayNumbers: model.dayNumbers, newSicknessShare: newSicknessShare,
        isOutOfReach: plan.isOutOfReach,
        success: recallSuccess, lots: key(.recallLots), comes: key(.recallComes))
      for pool in plan.pools[unit] { tallies[scenario].safeguards += round.apply(pool) }
      for (place, block) in blocks.enumerated() {
        let first = place * days.dayCount
        let absence = days.absence.advanced(by: first)
        tally(
          scenario: scenario, block: block, absence, wanted: wanted + first,
          shocks: shocks(of: model.staff.blocks[block], key, absences, absence))
      }
    }
  }

  /// Counts the people of a unit who come through the steps before use.
  private func countTakeUp(_ steps: TakeUpSteps, scenario: Int, blocks: Range<Int>) {
    let plan = model.plans[scenario]
    let counts = memory.takeUp(scenario: scenario)
    let groups = model.groupLanes.groups.count
    func add(_ mask: UInt64, _ block: Int, _ step: TakeUpTable.Step) {
      guard let ordinal = step.ordinal else { return }
      model.groupLanes.add(mask, ofBlock: block, to: counts + ordinal * groups)
    }
    for (place, block) in blocks.enumerated() {
      if plan.takeUp == .voluntary {
        add(steps.applied[place], block, .applies)
        add(steps.approved[place], block, .approved)
      }
      if plan.quota != nil { add(steps.everAdmitted(place), block, .admitted) }
    }
  }

  /// Takes the planned days of a block's people away for the months that they lose.
  private func evaluate(
    _ round: EvaluationRound, scenario: Int, place: Int, blockCount: Int
  ) {
    let plan = model.plans[scenario]
    let masks = planned[scenario]
    func cell(_ month: Int, _ phase: Int) -> Int {
      (month * plan.phaseCount + phase) * blockCount + place
    }
    let plannedInMonth = (0..<plan.monthCount).map { month in
      (0..<plan.phaseCount).reduce(UInt64(0)) { $0 | masks[cell(month, $1)] }
    }
    let (lost, tally) = round.judge(planned: plannedInMonth)
    for month in lost.indices where lost[month] != 0 {
      for phase in 0..<plan.phaseCount { masks[cell(month, phase)] &= ~lost[month] }
    }
    tallies[scenario].evaluation += tally
  }

  private func shocks(
    of block: PackedStaff.Block, _ key: (Purpose) -> RandomKey, _ absences: AbsenceProcesses,
    _ absence: AbsenceMasks
  ) -> ShockCount {
    let hasOutage = absenceDays.own(absences.shocks.hasOutage)
    return ShockCount(
      hasOutage: hasOutage, days: model.study.calendar.days,
      shockDays: hasOutage.indices.filter { absence.cutOff[$0] != 0 || hasOutage[$0] },
      worksKey: key(.worksAnyway).child(block.numberInUnit),
      relabelledKey: key(.onlyRelabelled).child(block.numberInUnit))
  }

  /// Reads who of a block wants to be away on each day, absent or not, into ``flexibleDays``.
  private func read(scenario: Int, place: Int, blockCount: Int) {
    let plan = model.plans[scenario]
    let masks = planned[scenario]
    let used = plan.takeUp == .voluntary ? usedVoluntarily : usedByOrder
    plan.planOfDay.withUnsafeBufferPointer { planOfDay in
      for day in planOfDay.indices {
        flexibleDays[day] = masks[planOfDay[day] * blockCount + place] & used[day]
      }
    }
    guard let limit = plan.monthlyLimit else { return }
    limit.keep(into: usedWithinLimit) { flexibleDays[$0] & ~absence.away[$0] }
    for day in 0..<model.dayCount {
      // Absent people stay: whether they want to be away matters to those who look ahead.
      flexibleDays[day] = usedWithinLimit[day] | (flexibleDays[day] & absence.away[day])
    }
  }

  /// Counts one block's calendar under one scenario: the innermost loops.
  private func tally(
    scenario: Int, block blockIndex: Int, _ absence: AbsenceMasks,
    wanted: UnsafePointer<UInt64>, shocks: ShockCount
  ) {
    let block = model.staff.blocks[blockIndex]
    let plan = model.plans[scenario]
    let dayCount = model.dayCount
    WordCounts.subtract(absence.away, from: wanted, into: away, count: dayCount)
    WordCounts.complement(absence.away, into: onSite, count: dayCount)
    WordCounts.remove(away, from: onSite, count: dayCount)
    WordCounts.remove(absence.cutOff, from: onSite, count: dayCount)
    WordCounts.add(
      away, block.lanes, to: unitFlexible + scenario * dayCount, count: dayCount)
    WordCounts.add(
      onSite, block.lanes, to: unitOnSite + scenario * dayCount, count: dayCount)
    if let attendance, attendance.scenario == scenario {
      attendance.add(
        block, absence, onSite: onSite, flexible: away, isPartDay: plan.hasPartDays)
    }
    for servers in block.servers {
      memory.addStaff(
        scenario: scenario, model.staff.servers[servers], onSite: onSite, flexible: away)
    }
    let everFlexible = doses.count(away, weeks: model.weeks)
    let shock = shocks.count(absence, sickness: plan.sickness, wanted: wanted)
    tallies[scenario].shocks += shock
    tallies[scenario].shockWorkOfUnit[block.unit] += shock.workGained
    guard everFlexible != 0 else { return }
    if plan.hasPartDays { countPartDays(scenario: scenario) }
    memory.addPeople(
      scenario: scenario, lanes: everFlexible, firstPerson: block.firstPerson, doses, plan: plan)
    if !plan.hasPartDays {
      model.workLanes.add(
        doses, ofBlock: blockIndex, to: work + scenario * OutputRates.count)
    }
    if let uses = TakeUpTable.Step.uses.ordinal {
      model.groupLanes.add(
        everFlexible, ofBlock: blockIndex,
        to: memory.takeUp(scenario: scenario) + uses * model.groupLanes.groups.count)
    }
  }

  /// Counts people with hours on site on a flexible day as attending.
  private func countPartDays(scenario: Int) {
    // They are not away from the building, so it saves nothing either. Services count them by
    // what ``ScenarioTally/staffOfPool`` has of staff on flexible days.
    let flexible = unitFlexible + scenario * model.dayCount
    let onSite = unitOnSite + scenario * model.dayCount
    for day in 0..<model.dayCount {
      let partly = Int32(away[day].nonzeroBitCount)
      flexible[day] -= partly
      onSite[day] += partly
    }
  }

  /// Adds a finished unit's attendance and building days to the tallies.
  private func closeUnit(_ unit: Int, darkShare: Double) {
    let size = model.staff.unitSizes[unit]
    let mostOnSite = Int32((darkShare * Double(size)).rounded(.down))
    let dayCount = model.dayCount
    for scenario in model.plans.indices {
      let inOffice = memory.inOffice(scenario: scenario)
      let flexible = unitFlexible + scenario * dayCount
      let onSite = unitOnSite + scenario * dayCount
      let mates = size > 1 ? 1 / Double(size - 1) : 0
      var (darkDays, scatteredDays) = (0, 0)
      var matesAwayDays = 0.0
      for day in 0..<dayCount {
        inOffice[day] &+= onSite[day]
        let isDark = flexible[day] > 0 && onSite[day] <= mostOnSite
        matesAwayDays += Double(onSite[day]) * Double(max(flexible[day], 0)) * mates
        darkDays &+= isDark ? 1 : 0
        scatteredDays &+= isDark ? 0 : Int(max(flexible[day], 0))
      }
      tallies[scenario].darkDays += darkDays * size
      tallies[scenario].scatteredDays += scatteredDays
      tallies[scenario].matesAwayDays += matesAwayDays
      memory.addBuilding(
        scenario: scenario, unit: unit, scattered: scatteredDays, dark: darkDays * size)
      let counts = UnsafeBufferPointer(
        start: work + scenario * OutputRates.count, count: OutputRates.count)
      tallies[scenario].outputOfUnit[unit] =
        outputRates?.personDays(counts, matesAwayDays: matesAwayDays) ?? 0
    }
  }
}
