import HybridWork
import Statistics

/// Plans who of one unit is away in each phase of a policy, before absence and daily use.
struct UnitPlanner {
  let staff: PackedStaff
  let unit: Int
  /// The numbers of the calendar's months, by which places rotate.
  let months: [Int]
  /// The weekday order of each person of the unit.
  let orders: [WeekdayOrder]
  /// People of each block who, if eligible and of common odds, apply.
  let applicants: [UInt64]
  /// People of each block who, if they apply, are approved.
  let approved: [UInt64]
  /// The common probability to apply.
  let optIn: Double
  let keys: Keys

  /// The keys of draws that a policy's own levers ask for.
  struct Keys {
    let applies: RandomKey
    /// The lottery for places on a day, under a cap.
    let capLottery: RandomKey
    /// The lottery for places at all, under a quota.
    let quotaLottery: RandomKey
  }

  /// Who comes through each step of take-up.
  func steps(_ policy: PolicyPlan) -> TakeUpSteps {
    let blocks = staff.unitBlocks[unit]
    let applied = blocks.enumerated().map { place, block in
      policy.takeUp == .voluntary
        ? policy.eligible[block] & applicants(policy, place: place, block: block)
        : policy.eligible[block]
    }
    let participants =
      policy.takeUp == .voluntary ? zip(applied, approved).map { $0 & $1 } : applied
    let admitted = policy.quota?.admitted(
      participants, unit: unit, firstPerson: staff.blocks[blocks.lowerBound].firstPerson,
      months: months, key: keys.quotaLottery)
    return TakeUpSteps(
      applied: applied, approved: participants, admitted: admitted ?? [participants])
  }

  private func applicants(_ policy: PolicyPlan, place: Int, block: Int) -> UInt64 {
    guard let odds = policy.optIn else { return applicants[place] }
    return odds.applied(
      applicants[place], block: block, probability: optIn, key: keys.applies,
      number: staff.blocks[block].numberInUnit)
  }

  /// The planned lanes of each month, phase and block of the unit:
  /// `(month * phases + phase) * blocks + block`.
  func plan(
    _ policy: PolicyPlan, _ steps: TakeUpSteps, into planned: UnsafeMutablePointer<UInt64>
  ) {
    let monthLength = policy.phaseCount * staff.unitBlocks[unit].count
    planned.update(repeating: 0, count: policy.planCount * staff.unitBlocks[unit].count)
    var planMade: Int?
    for month in 0..<policy.monthCount where policy.isOpenMonth[month] {
      if let planMade, steps.admitted.count == 1 {
        (planned + month * monthLength).update(
          from: planned + planMade * monthLength, count: monthLength)
      } else {
        planMonth(policy, steps.admitted(month: month), planned + month * monthLength)
        planMade = month
      }
    }
  }

  private func planMonth(
    _ policy: PolicyPlan, _ participants: [UInt64], _ planned: UnsafeMutablePointer<UInt64>
  ) {
    guard participants.contains(where: { $0 != 0 }) else { return }
    if policy.isCapped {
      planUnderCap(policy, participants, participants.count, planned)
    } else {
      planFreely(policy, participants, participants.count, planned)
    }
  }

  private func planFreely(
    _ policy: PolicyPlan, _ participants: [UInt64], _ blockCount: Int,
    _ planned: UnsafeMutablePointer<UInt64>
  ) {
    if case .fixed = policy.schedule.pattern, policy.groupOfPerson.isEmpty,
      policy.groups[unit][0].chosenDays == 0
    {
      for weekday in policy.groups[unit][0].weekdays where weekday < policy.phaseCount {
        for block in 0..<blockCount {
          planned[weekday * blockCount + block] = participants[block]
        }
      }
      return
    }
    for block in 0..<blockCount {
      var lanes = participants[block]
      while lanes != 0 {
        let lane = lanes.trailingZeroBitCount
        lanes &= lanes - 1
        let person = block * 64 + lane
        var wanted = wantedCount(policy, person: person)
        var place = 0
        while wanted > 0 && place < choiceCount(policy, person: person) {
          let phase = wantedPhase(policy, person: person, place: place)
          place += 1
          guard policy.isOpenPhase[phase] else { continue }
          wanted -= 1
          planned[phase * blockCount + block] |= 1 << UInt64(lane)
        }
      }
    }
  }

  /// People draw lots; each in turn takes the phases wanted most while they have room.
  private func planUnderCap(
    _ policy: PolicyPlan, _ participants: [UInt64], _ blockCount: Int,
    _ planned: UnsafeMutablePointer<UInt64>
  ) {
    let phases = policy.phaseCount
    var room = policy.groups[unit].flatMap { Array(repeating: $0.capacity, count: phases) }
    for person in randomOrder(staff.unitSizes[unit], keys.capLottery) {
      let block = person / 64
      let bit = UInt64(1) << UInt64(person % 64)
      guard participants[block] & bit != 0 else { continue }
      let rooms = groupPlace(policy, person: person) * phases
      var wanted = wantedCount(policy, person: person)
      var place = 0
      while wanted > 0 && place < choiceCount(policy, person: person) {
        let phase = wantedPhase(policy, person: person, place: place)
        place += 1
        guard policy.isOpenPhase[phase], room[rooms + phase] > 0 else { continue }
        room[rooms + phase] -= 1
        wanted -= 1
        planned[phase * blockCount + block] |= bit
      }
    }
  }

  /// The group of a person (numbered within the unit) among those of the unit.
  private func groupPlace(_ policy: PolicyPlan, person: Int) -> Int {
    policy.groupOfPerson.isEmpty ? 0 : Int(policy.groupOfPerson[firstPerson + person])
  }

  private func group(_ policy: PolicyPlan, person: Int) -> DayGroup {
    policy.groups[unit][groupPlace(policy, person: person)]
  }

  private var firstPerson: Int { staff.blocks[staff.unitBlocks[unit].lowerBound].firstPerson }

  /// How many phases a person (numbered within the unit) is away.
  private func wantedCount(_ policy: PolicyPlan, person: Int) -> Int {
    switch policy.schedule.pattern {
    case .chosen:
      policy.chosenDays[firstPerson + person]
    case .fixed: group(policy, person: person).wantedCount
    case .rotation(let teams, _): teams - 1
    }
  }

  /// Among how many phases a person (numbered within the unit) may look for room.
  private func choiceCount(_ policy: PolicyPlan, person: Int) -> Int {
    switch policy.schedule.pattern {
    case .chosen: DaySplit.workingDays
    case .fixed: group(policy, person: person).choiceCount
    case .rotation(let teams, _): teams - 1
    }
  }

  /// The phase a person (numbered within the unit) wants at a place of the list.
  private func wantedPhase(_ policy: PolicyPlan, person: Int, place: Int) -> Int {
    switch policy.schedule.pattern {
    case .chosen: return orders[person][place]
    case .fixed:
      let group = group(policy, person: person)
      return group.chosenDays > 0 ? orders[person][place] : group.weekdays[place]
    // Teams by turns through the unit's list; a team is in the office in its own phase.
    case .rotation(let teams, _): return (person % teams + 1 + place) % teams
    }
  }
}
