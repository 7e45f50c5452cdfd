import HybridWork
import Statistics

/// Plans who of one unit is away in each phase of a policy, before absence and daily use.
struct UnitPlanner {
  let staff: PackedStaff
  let unit: Int
  /// The weekday order of each person of the unit.
  let orders: [WeekdayOrder]
  /// People of each block who, if eligible, apply and are approved.
  let volunteers: [UInt64]
  /// The key of the lottery for places under a cap.
  let lotteryKey: RandomKey

  /// The planned lanes of each phase and block of the unit: `phase * blocks + block`.
  func plan(_ policy: PolicyPlan, into planned: UnsafeMutablePointer<UInt64>) {
    let blocks = staff.unitBlocks[unit]
    planned.update(repeating: 0, count: policy.phaseCount * blocks.count)
    let participants = blocks.enumerated().map { place, block in
      policy.eligible[block] & (policy.takeUp == .voluntary ? volunteers[place] : .max)
    }
    guard participants.contains(where: { $0 != 0 }) else { return }
    if policy.isCapped {
      planUnderCap(policy, participants, blocks.count, planned)
    } else {
      planFreely(policy, participants, blocks.count, planned)
    }
  }

  private func planFreely(
    _ policy: PolicyPlan, _ participants: [UInt64], _ blockCount: Int,
    _ planned: UnsafeMutablePointer<UInt64>
  ) {
    if case .fixed(let weekdays) = policy.schedule {
      for weekday in weekdays where weekday.rawValue < policy.phaseCount {
        for block in 0..<blockCount {
          planned[weekday.rawValue * blockCount + block] = participants[block]
        }
      }
      return
    }
    for block in 0..<blockCount {
      var lanes = participants[block]
      while lanes != 0 {
        let lane = lanes.trailingZeroBitCount
        lanes &= lanes - 1
        for place in 0..<wantedCount(policy) {
          let phase = wantedPhase(policy, person: block * 64 + lane, place: place)
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
    var room = Array(repeating: policy.capacities[unit], count: policy.phaseCount)
    for person in randomOrder(staff.unitSizes[unit], lotteryKey) {
      let block = person / 64
      let bit = UInt64(1) << UInt64(person % 64)
      guard participants[block] & bit != 0 else { continue }
      var wanted = wantedCount(policy)
      var place = 0
      while wanted > 0 && place < choiceCount(policy) {
        let phase = wantedPhase(policy, person: person, place: place)
        place += 1
        guard room[phase] > 0 else { continue }
        room[phase] -= 1
        wanted -= 1
        planned[phase * blockCount + block] |= bit
      }
    }
  }

  /// How many phases a person is away.
  private func wantedCount(_ policy: PolicyPlan) -> Int {
    switch policy.schedule {
    case .chosen(let split): split.flexibleDays
    case .fixed(let weekdays): weekdays.count
    case .rotation(let teams, _): teams - 1
    }
  }

  /// Among how many phases a person may look for room.
  private func choiceCount(_ policy: PolicyPlan) -> Int {
    if case .chosen = policy.schedule { return DaySplit.workingDays }
    return wantedCount(policy)
  }

  /// The phase a person (numbered within the unit) wants at a place of the list.
  private func wantedPhase(_ policy: PolicyPlan, person: Int, place: Int) -> Int {
    switch policy.schedule {
    case .chosen: orders[person][place]
    case .fixed(let weekdays): weekdays.sorted()[place].rawValue
    // Teams by turns through the unit's list; a team is in the office in its own phase.
    case .rotation(let teams, _): (person % teams + 1 + place) % teams
    }
  }
}
