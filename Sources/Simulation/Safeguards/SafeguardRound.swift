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
  let isOutOfReach: SafeguardPlan.OutOfReach
  /// The chance that a person who is called can come.
  let success: BernoulliThreshold
  /// The lots by which people are called, and the draws of who can come.
  let lots: RandomKey, comes: RandomKey

  /// Carries out one safeguard for one pool, day by day.
  func apply(_ pool: SafeguardPlan.Pool) -> SafeguardTally {
    var tally = SafeguardTally()
    // One word a block, for the people who are asked on the day at hand.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(blockCount, 1)) { asked in
      guard let asked = asked.baseAddress else { return }
      asked.initialize(repeating: 0, count: max(blockCount, 1))
      switch pool.action {
      case .minimumOnSite:
        for day in 0..<days.dayCount where pool.targets[day] > 0 {
          refuse(pool, day, asked, &tally)
        }
      case .recall(let notice, let swaps):
        guard success.probability > 0 else { return }
        withShortfalls(of: pool, notice) { missing in
          for week in weeks {
            for day in week where missing[day] > 0 {
              recall(pool, day, missing: missing[day], asked, &tally)
              guard swaps else { continue }
              let later = (day + 1)..<max(week.upperBound, day + 1)
              swap(asked, pool, later, &tally)
              findShortfalls(of: pool, notice, on: later, into: missing)
            }
          }
        }
      case .closeDay(let notice):
        withShortfalls(of: pool, notice) { missing in
          for day in 0..<days.dayCount where missing[day] > 0 { close(pool, day, notice, &tally) }
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

  /// Gives `body` for each day how many more people are to be asked in so that the target is
  /// expected to be met.
  private func withShortfalls(
    of pool: SafeguardPlan.Pool, _ notice: Safeguard.Notice,
    _ body: (UnsafeMutablePointer<Int32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: days.dayCount) { missing in
      guard let missing = missing.baseAddress else { return }
      missing.initialize(repeating: 0, count: days.dayCount)
      findShortfalls(of: pool, notice, on: 0..<days.dayCount, into: missing)
      body(missing)
    }
  }

  /// Writes the shortfall of some days.
  private func findShortfalls(
    of pool: SafeguardPlan.Pool, _ notice: Safeguard.Notice, on some: Range<Int>,
    into missing: UnsafeMutablePointer<Int32>
  ) {
    let staying = notice == .previousDay ? 1 - newSicknessShare : 1
    guard staying > 0 else { return }
    (missing + some.lowerBound).update(repeating: 0, count: some.count)
    for block in pool.lanes.indices where pool.lanes[block] != 0 {
      countOnSite(pool.lanes[block], block, notice, on: some, into: missing)
    }
    var target: Int32 = 0
    var asked: Int32 = 0
    for day in some {
      if pool.targets[day] != target {
        target = pool.targets[day]
        // A hair below, so that rounding asks nobody in for nothing.
        asked = Int32((Double(target) / staying - 1e-9).rounded(.up))
      }
      missing[day] = max(asked - missing[day], 0)
    }
  }

  /// Adds the people of some lanes of a block who are expected on site on some days.
  private func countOnSite(
    _ lanes: UInt64, _ block: Int, _ notice: Safeguard.Notice, on some: Range<Int>,
    into counts: UnsafeMutablePointer<Int32>
  ) {
    let first = block * days.dayCount
    let wanted = UnsafePointer(wanted + first)
    let absence = days.absence.advanced(by: first)
    func add(_ absent: UnsafePointer<UInt64>, _ more: UnsafePointer<UInt64>, _ days: Range<Int>) {
      for day in days {
        counts[day] &+= Int32(
          truncatingIfNeeded: (lanes & ~(absent[day] | more[day] | wanted[day])).nonzeroBitCount)
      }
    }
    switch notice {
    case .sameMorning: add(absence.away, absence.cutOff, some)
    case .previousDay:
      // Sickness is known from the day before, which the first day has not.
      add(absence.planned, absence.planned, some.clamped(to: 0..<1))
      add(absence.planned, absence.sick - 1, some.clamped(to: 1..<days.dayCount))
    }
  }

  private func refuse(
    _ pool: SafeguardPlan.Pool, _ day: Int, _ asked: UnsafeMutablePointer<UInt64>,
    _ tally: inout SafeguardTally
  ) {
    var staying = 0
    for block in pool.lanes.indices {
      let away = wanted[block * days.dayCount + day]
      staying += (pool.lanes[block] & ~away).nonzeroBitCount
      asked[block] = pool.lanes[block] & away
    }
    let excess = Int(pool.targets[day]) - staying
    guard excess > 0 else { return }
    draw(excess, from: asked, day: day)
    for block in pool.lanes.indices {
      wanted[block * days.dayCount + day] &= ~asked[block]
      tally.refused += asked[block].nonzeroBitCount
    }
  }

  /// Calls people in, of whom so many are missing; leaves those who came in `asked`.
  private func recall(
    _ pool: SafeguardPlan.Pool, _ day: Int, missing: Int32,
    _ asked: UnsafeMutablePointer<UInt64>, _ tally: inout SafeguardTally
  ) {
    guard case .recall(let notice, _) = pool.action else { return }
    // Heads of unit know from experience how many of those they call can come.
    let calls = (Double(missing) / success.probability - 1e-9).rounded(.up)
    for block in pool.lanes.indices {
      asked[block] =
        pool.lanes[block] & wanted[block * days.dayCount + day] & ~known(block, day, notice)
    }
    draw(Int(min(calls, 1e9)), from: asked, day: day)
    for block in pool.lanes.indices where asked[block] != 0 {
      let place = block * days.dayCount + day
      tally.called += asked[block].nonzeroBitCount
      asked[block] &= canCome(block, day, notice) & ~unable(place)
      tally.came += asked[block].nonzeroBitCount
      wanted[place] &= ~asked[block]
    }
  }

  /// Calls a day off, whose target would not be met.
  private func close(
    _ pool: SafeguardPlan.Pool, _ day: Int, _ notice: Safeguard.Notice,
    _ tally: inout SafeguardTally
  ) {
    for (block, lanes) in pool.lanes.enumerated() {
      let place = block * days.dayCount + day
      let asked = lanes & wanted[place] & ~known(block, day, notice)
      guard asked != 0 else { continue }
      let came = asked & canCome(block, day, notice) & ~unable(place)
      wanted[place] &= ~came
      tally.calledOff += came.nonzeroBitCount
    }
  }

  /// Gives people who came another flexible day among those left of the week.
  private func swap(
    _ people: UnsafePointer<UInt64>, _ pool: SafeguardPlan.Pool, _ left: Range<Int>,
    _ tally: inout SafeguardTally
  ) {
    for block in pool.lanes.indices {
      var lanes = people[block]
      while lanes != 0 {
        let bit = lanes & (~lanes &+ 1)
        lanes &= lanes - 1
        for later in left {
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
    if isOutOfReach[notice] { return 0 }
    return success.mask(
      comes.child(UInt64(block)), UInt64(bitPattern: Int64(dayNumbers[day])))
  }

  /// Leaves so many of the candidates, one word a block: those with the smallest words of the day's
  /// stream, of which no two are equal.
  private func draw(_ count: Int, from candidates: UnsafeMutablePointer<UInt64>, day: Int) {
    var total = 0
    for block in 0..<blockCount { total += candidates[block].nonzeroBitCount }
    guard total > count else { return }
    let key = self.lots.child(UInt64(bitPattern: Int64(dayNumbers[day])))
    // Room for whole octets; what follows the last lot is larger than any.
    let capacity = (total + 7) / 8 * 8
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { room in
      guard let lots = room.baseAddress else { return }
      lots.initialize(repeating: .max, count: capacity)
      var end = 0
      for block in 0..<blockCount {
        var lanes = candidates[block]
        while lanes != 0 {
          (lots + end).initialize(to: key.word(UInt64(block * 64 + lanes.trailingZeroBitCount)))
          lanes &= lanes - 1
          end += 1
        }
      }
      let bound = Self.bound(of: count, lots, total)
      var place = 0
      for block in 0..<blockCount {
        var lanes = candidates[block]
        var drawn: UInt64 = 0
        while lanes != 0 {
          let lane = lanes & (~lanes &+ 1)
          lanes &= lanes - 1
          drawn |= lots[place] < bound ? lane : 0
          place += 1
        }
        candidates[block] = drawn
      }
    }
  }

  /// Among so many lots the bound is found by counting; more are sorted.
  private static let few = 64

  /// The lot below which so many of all lie, fewer than there are.
  private static func bound(of count: Int, _ lots: UnsafePointer<UInt64>, _ total: Int) -> UInt64 {
    guard total <= few else {
      return UnsafeBufferPointer(start: lots, count: total).sorted()[count]
    }
    // Lots are as likely smaller as larger, so nothing is asked: eight are compared side by side
    // with each, and a difference borrows from the next place where the other is larger.
    let wanted = SIMD8(repeating: UInt64(count))
    var bound = SIMD8<UInt64>()
    for first in stride(from: 0, to: total, by: 8) {
      let octet = UnsafeRawPointer(lots + first).loadUnaligned(as: SIMD8<UInt64>.self)
      var smaller = SIMD8<UInt64>()
      for place in 0..<total {
        let lot = SIMD8(repeating: lots[place])
        smaller &+= ((~lot & octet) | ((~lot | octet) & (lot &- octet))) &>> 63
      }
      let difference = smaller ^ wanted
      let isWanted = ((difference &- 1) & ~difference) &>> 63
      bound |= octet & (0 &- isWanted)
    }
    return bound.union
  }
}
