import HybridWork
import Statistics

/// The draws of take-up in one world: who applies and is approved, and which days are used.
///
/// None of them knows the policy: whoever applies under a narrow policy applies under a wide one.
struct TakeUpDraws {
  private let optIn: Double
  private let applies: BernoulliThreshold
  private let approved: BernoulliThreshold
  private let usesDay: BernoulliThreshold
  /// On days next to a holiday.
  private let usesPulledDay: BernoulliThreshold
  private let compliesDay: BernoulliThreshold
  private let fridayShare: Double
  private let room: DayRoom

  /// The draws of a world; `room` is that of the thread.
  init(_ world: Assumptions, room: DayRoom) {
    self.room = room
    optIn = world[.optInVoluntary]
    applies = BernoulliThreshold(probability: world[.optInVoluntary])
    approved = BernoulliThreshold(probability: world[.approvalShare])
    usesDay = BernoulliThreshold(probability: world[.daysUsedShare])
    usesPulledDay = BernoulliThreshold(
      probability: OptInOdds.applied(world[.preHolidayPull], to: world[.daysUsedShare]))
    compliesDay = BernoulliThreshold(probability: world[.complianceOrdered])
    fridayShare = world[.fridayShare]
  }

  /// The planner of a unit, with its people's draws made.
  func planner(
    of unit: Int, model: StudyModel, key: (Purpose) -> RandomKey
  ) -> UnitPlanner {
    let blocks = model.staff.unitBlocks[unit]
    let appliesKey = key(.applies)
    let approvedKey = key(.approved)
    let numbers = blocks.map { model.staff.blocks[$0].numberInUnit }
    let preferenceKey = key(.dayPreference)
    var orders: [WeekdayOrder] = []
    if model.asksWeekdayOrder { orders.reserveCapacity(model.staff.unitSizes[unit]) }
    for block in blocks where model.asksWeekdayOrder {
      let blockKey = preferenceKey.child(model.staff.blocks[block].numberInUnit)
      for lane in 0..<model.staff.blocks[block].lanes.nonzeroBitCount {
        orders.append(WeekdayOrder(fridayShare: fridayShare, lane: lane, key: blockKey))
      }
    }
    return UnitPlanner(
      staff: model.staff, unit: unit, months: model.months.numbers, orders: orders,
      applicants: numbers.map { applies.mask(appliesKey, $0) },
      approved: numbers.map { approved.mask(approvedKey, $0) }, optIn: optIn,
      keys: UnitPlanner.Keys(
        applies: appliesKey, capLottery: key(.capLottery), quotaLottery: key(.quotaLottery)))
  }

  /// Which lanes use each planned day under a way of take-up, on the days that any plan asks for;
  /// `used` stays as it is on others.
  ///
  /// The same draws decide on days next to a holiday, where more or fewer of those who chose the
  /// day use it; an order is complied with alike on all days.
  func use(
    _ takeUp: TakeUp, block: PackedStaff.Block, key: (Purpose) -> RandomKey, on days: UseDays,
    into used: UnsafeMutablePointer<UInt64>
  ) {
    let (threshold, pulled, purpose): (BernoulliThreshold, BernoulliThreshold, Purpose) =
      switch takeUp {
      case .voluntary: (usesDay, usesPulledDay, .usesDay)
      case .ordered: (compliesDay, compliesDay, .compliesDay)
      }
    let blockKey = key(purpose).child(block.numberInUnit)
    for (threshold, days) in [(threshold, days.usual), (pulled, days.nextToHoliday)] {
      room.draw(threshold, blockKey, lanes: block.lanes, days, into: room.drawn)
      for octet in days.counters.indices {
        let drawn = room.drawn[octet].places
        let first = octet * 8
        for place in first..<min(first + 8, days.places.count) {
          used[days.places[place]] = drawn[place - first]
        }
      }
    }
  }
}
