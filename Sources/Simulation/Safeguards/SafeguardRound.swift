import HybridWork
import Statistics

/// Carries out one unit's safeguards in one calendar, before anyone is counted.
///
/// Decisions use what is known at the notice and nothing else; who is called is drawn by lots from
/// keyed streams that know neither policy nor thread, and so is whether a person can come.
struct SafeguardRound {
  let days: UnitDays
  /// Blocks of the unit at hand.
  let blockCount: Int
  /// Who wants to be away, `block * days + day`; changed in place.
  let wanted: UnsafeMutablePointer<UInt64>
  /// The days of each week.
  let weeks: [Range<Int>]
  /// The number of each day, by which draws are keyed.
  let dayNumbers: [Int]
  /// The share of people not known to be absent the day before who are newly sick on the day.
  let newSicknessShare: Double
  /// Whether people on a flexible day are too far away to come at a notice.
  let isOutOfReach: [Safeguard.Notice: Bool]
  /// The chance that a person who is called can come.
  let success: BernoulliThreshold
  /// The lots by which people are called, and the draws of who can come.
  let lots: RandomKey, comes: RandomKey

  /// Carries out one safeguard for one pool, day by day.
  func apply(_ pool: SafeguardPlan.Pool) -> SafeguardTally {
    var tally = SafeguardTally()
    for week in weeks {
      for day in week where pool.targets[day] > 0 {
        switch pool.action {
        case .minimumOnSite: refuse(pool, day, &tally)
        case .recall(let notice, let swaps):
          let came = recall(pool, day, notice, &tally)
          if swaps { swap(came, pool, day, until: week.upperBound, &tally) }
        case .closeDay(let notice): close(pool, day, notice, &tally)
        }
      }
    }
    return tally
  }

  /// Known absence of a block's people at a notice.
  private func known(_ block: Int, _ day: Int, _ notice: Safeguard.Notice) -> UInt64 {
    let place = block * days.dayCount + day
    switch notice {
    case .sameMorning: return days.absence.away[place] | days.absence.cutOff[place]
    case .previousDay:
      return days.absence.planned[place] | (day > 0 ? days.absence.sick[place - 1] : 0)
    }
  }

  /// Who can't come whatever they are asked.
  private func unable(_ place: Int) -> UInt64 {
    days.absence.away[place] | days.absence.cutOff[place]
  }

  /// How many more people are to be asked in so that the target is expected to be met.
  private func shortfall(
    _ pool: SafeguardPlan.Pool, _ day: Int, _ notice: Safeguard.Notice
  ) -> Int {
    var onSite = 0
    for (block, lanes) in pool.lanes.enumerated() where lanes != 0 {
      let place = block * days.dayCount + day
      onSite += (lanes & ~known(block, day, notice) & ~wanted[place]).nonzeroBitCount
    }
    let staying = notice == .previousDay ? 1 - newSicknessShare : 1
    guard staying > 0 else { return 0 }
    // A hair below, so that rounding asks nobody in for nothing.
    let asked = (Double(pool.targets[day]) / staying - 1e-9).rounded(.up)
    return max(Int(asked) - onSite, 0)
  }

  private func refuse(_ pool: SafeguardPlan.Pool, _ day: Int, _ tally: inout SafeguardTally) {
    var staying = 0
    for (block, lanes) in pool.lanes.enumerated() {
      staying += (lanes & ~wanted[block * days.dayCount + day]).nonzeroBitCount
    }
    let excess = Int(pool.targets[day]) - staying
    guard excess > 0 else { return }
    let chosen = drawn(excess, day: day) { block in
      pool.lanes[block] & wanted[block * days.dayCount + day]
    }
    for (block, lanes) in chosen {
      wanted[block * days.dayCount + day] &= ~lanes
      tally.refused += lanes.nonzeroBitCount
    }
  }

  /// Calls people in; returns those who came, by block.
  private func recall(
    _ pool: SafeguardPlan.Pool, _ day: Int, _ notice: Safeguard.Notice,
    _ tally: inout SafeguardTally
  ) -> [(block: Int, lanes: UInt64)] {
    let missing = shortfall(pool, day, notice)
    guard missing > 0, success.probability > 0 else { return [] }
    // Heads of unit know from experience how many of those they call can come.
    let calls = (Double(missing) / success.probability - 1e-9).rounded(.up)
    let called = drawn(Int(min(calls, 1e9)), day: day) { block in
      pool.lanes[block] & wanted[block * days.dayCount + day] & ~known(block, day, notice)
    }
    return called.map { block, lanes in
      let place = block * days.dayCount + day
      let came = lanes & canCome(block, day, notice) & ~unable(place)
      tally.called += lanes.nonzeroBitCount
      tally.came += came.nonzeroBitCount
      wanted[place] &= ~came
      return (block, came)
    }
  }

  private func close(
    _ pool: SafeguardPlan.Pool, _ day: Int, _ notice: Safeguard.Notice,
    _ tally: inout SafeguardTally
  ) {
    guard shortfall(pool, day, notice) > 0 else { return }
    for (block, lanes) in pool.lanes.enumerated() {
      let place = block * days.dayCount + day
      let asked = lanes & wanted[place] & ~known(block, day, notice)
      guard asked != 0 else { continue }
      let came = asked & canCome(block, day, notice) & ~unable(place)
      wanted[place] &= ~came
      tally.calledOff += came.nonzeroBitCount
    }
  }

  /// Gives people who came another flexible day in what is left of the week.
  private func swap(
    _ people: [(block: Int, lanes: UInt64)], _ pool: SafeguardPlan.Pool, _ day: Int,
    until end: Int, _ tally: inout SafeguardTally
  ) {
    for (block, came) in people {
      var lanes = came
      while lanes != 0 {
        let bit = lanes & (~lanes &+ 1)
        lanes &= lanes - 1
        for later in (day + 1)..<max(end, day + 1) {
          let place = block * days.dayCount + later
          guard (wanted[place] | days.absence.planned[place]) & bit == 0,
            staffExpected(pool, later) > Int(pool.targets[later])
          else { continue }
          wanted[place] |= bit
          tally.swapped += 1
          break
        }
      }
    }
  }

  /// Staff of the pool in the office on a later day, as far as is planned.
  private func staffExpected(_ pool: SafeguardPlan.Pool, _ day: Int) -> Int {
    pool.lanes.enumerated().reduce(0) { count, entry in
      let place = entry.offset * days.dayCount + day
      return count
        + (entry.element & ~days.absence.planned[place] & ~wanted[place]).nonzeroBitCount
    }
  }

  private func canCome(_ block: Int, _ day: Int, _ notice: Safeguard.Notice) -> UInt64 {
    if isOutOfReach[notice] ?? false { return 0 }
    return success.mask(
      comes.child(UInt64(block)), UInt64(bitPattern: Int64(dayNumbers[day])))
  }

  /// Some of the candidates, by lots: those with the smallest words of the day's stream.
  private func drawn(
    _ count: Int, day: Int, candidates: (Int) -> UInt64
  ) -> [(block: Int, lanes: UInt64)] {
    let key = lots.child(UInt64(bitPattern: Int64(dayNumbers[day])))
    var tickets: [(word: UInt64, person: Int)] = []
    for block in 0..<blockCount {
      var lanes = candidates(block)
      while lanes != 0 {
        let person = block * 64 + lanes.trailingZeroBitCount
        lanes &= lanes - 1
        tickets.append((key.word(UInt64(person)), person))
      }
    }
    if tickets.count > count {
      tickets.sort { ($0.word, $0.person) < ($1.word, $1.person) }
      tickets.removeSubrange(count...)
    }
    var chosen = Array(repeating: UInt64(0), count: blockCount)
    for ticket in tickets { chosen[ticket.person / 64] |= 1 << UInt64(ticket.person % 64) }
    return chosen.enumerated().compactMap { $1 == 0 ? nil : ($0, $1) }
  }
}
