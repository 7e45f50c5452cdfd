package import HybridWork
import RealModule
import Simulation
package import Statistics

/// What one calendar of luck holds for everybody, worked out anew from plain values.
package struct PlainLuck {
  let values: [AssumptionID: Double]
  let years: [Int: PlainYear]
  /// The study's working days.
  let days: [WorkDate]
  let luck: RandomKey
  /// For each year the running sums of the chances of 0, 1, 2 … days taken, and of anchors.
  private(set) var totals: [Int: [Double]] = [:]
  private(set) var anchors: [Int: [Double]] = [:]
  private(set) var onsets: [Double] = []
  package private(set) var first = (short: 0.0, long: 0.0)

  package init(
    values: [AssumptionID: Double], years: [Int: PlainYear], days: [WorkDate], luck: RandomKey
  ) {
    (self.values, self.years, self.days, self.luck) = (values, years, days, luck)
    func sums(_ weights: [Double]) -> [Double] {
      let total = weights.reduce(0, +)
      var sum = 0.0
      return weights.map { weight in
        sum += weight
        return (sum / total * 0x1p32).rounded()
      }
    }
    for (number, year) in years {
      let (most, share) = leaveShare(year)
      totals[number] = sums((0...most).map { Self.binomial(most, $0, share) })
      anchors[number] = sums(
        year.days.indices.map {
          year.isBefore[$0] || year.isAfter[$0] ? value(.leaveBridgeFactor) : 1
        })
    }
    onsets = days.map(onset)
    first = firstDay
  }

  /// C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ, a factor at a time.
  private static func binomial(_ trials: Int, _ count: Int, _ share: Double) -> Double {
    var chance = Double.pow(1 - share, trials - count)
    for factor in 0..<count {
      chance *= share * Double(trials - factor) / Double(count - factor)
    }
    return chance
  }

  func value(_ id: AssumptionID) -> Double { values[id] ?? .nan }

  /// The days that can be taken in a year, and the share of them that is.
  func leaveShare(_ year: PlainYear) -> (most: Int, share: Double) {
    let most = min(Int(value(.leaveEntitlementDays)), year.days.count)
    return (most, min(value(.leaveShare) * Double(year.days.count) / Double(most), 1))
  }

  func isEpidemic(_ date: WorkDate) -> Bool {
    let monday = date.advanced(by: -date.weekday.rawValue)
    let number = (monday.dayNumber + 3) / 7 + 100_000
    return luck.child(45).uniform(UInt64(number)) < value(.epidemicWeeks) * 7 / 365.25
  }

  /// Means of short and long spells.
  var spellMeans: (short: Double, long: Double) {
    let (mean, share) = (value(.sickSpellDays), value(.sickLongShare))
    if share == 1 { return (1, mean) }
    let short = (mean - share * value(.sickLongSpellDays)) / (1 - share)
    return short >= 1 ? (short, value(.sickLongSpellDays)) : (1, 1 + (mean - 1) / share)
  }

  /// The chance that a healthy person falls ill on a date.
  func onset(_ date: WorkDate) -> Double {
    let factor = value(.epidemicSickFactor)
    let weeks = value(.epidemicWeeks) * 7 / 365.25
    let share = value(.sickShare)
    let mean = share / value(.sickSpellDays) / (1 - share)
    return mean / (1 - weeks + weeks * factor) * (isEpidemic(date) ? factor : 1)
  }

  /// The chances to be in a short and in a long spell on the first day, given the weeks before.
  var firstDay: (short: Double, long: Double) {
    let (means, share) = (spellMeans, value(.sickLongShare))
    let length = value(.sickSpellDays)
    var short = value(.sickShare) * (1 - share) * means.short / length
    var long = value(.sickShare) * share * means.long / length
    for offset in (0..<182).reversed() {
      let date = days[0].advanced(by: -offset)
      guard date.weekday.rawValue < 5 else { continue }
      let begun = (1 - short - long) * onset(date)
      short = short * (1 - 1 / means.short) + begun * (1 - share)
      long = long * (1 - 1 / means.long) + begun * share
    }
    return (short, long)
  }
}

/// The absence of one person once more, day by day with plain values.
///
/// It shares the keyed streams with the packed processes and nothing else: working days, spells,
/// tables and probabilities are worked out anew.
package struct PlainAbsence {
  let common: PlainLuck
  let unit: String
  /// The person's place in the unit.
  let place: Int

  package init(common: PlainLuck, unit: String, place: Int) {
    (self.common, self.unit, self.place) = (common, unit, place)
  }

  private var block: UInt64 { UInt64(place / 64) }
  private var lane: UInt64 { UInt64(place % 64) }

  private func value(_ id: AssumptionID) -> Double { common.value(id) }

  // Purposes by number, as the streams are defined.
  private func unitKey(_ purpose: UInt64) -> RandomKey {
    common.luck.child(purpose).child(RandomKey(seed: 0).child(unit).word(0))
  }

  private func draw(_ probability: Double, _ key: RandomKey, _ counter: UInt64) -> Bool {
    BernoulliThreshold(probability: probability).mask(key, counter) >> lane & 1 == 1
  }

  /// The dates of a year on which the person is on leave.
  func leave(in year: Int) -> Set<WorkDate> {
    guard let plain = common.years[year], let totals = common.totals[year],
      let anchors = common.anchors[year]
    else { return [] }
    let open = plain.days
    let key = unitKey(40).child(block).child(UInt64(year))
    func word(_ counter: UInt64) -> UInt64 { key.word(lane * 4096 + counter) }
    func pick(_ sums: [Double], _ word: UInt64) -> Int {
      let uniform = Double(word >> 32)
      return sums.firstIndex { $0 > uniform } ?? sums.count - 1
    }

    let (most, share) = common.leaveShare(plain)
    let mean = share * Double(most)
    let total = pick(totals, word(0))
    let some = 1 - Double.pow(1 - share, most)
    let breaks = min(max((mean / value(.leaveSpellDays) - some) / (mean - some), 0), 1)
    var lengths: [Int] = []
    for day in 0..<total {
      let bits = day == 0 ? 0 : word(1 + UInt64(day - 1) / 4) >> (16 * (UInt64(day - 1) % 4))
      if day == 0 || Double(bits & 0xFFFF) < (breaks * 65_536).rounded() {
        lengths.append(1)
      } else {
        lengths[lengths.count - 1] += 1
      }
    }

    var taken: Set<Int> = []
    for (spell, length) in lengths.enumerated() {
      var run: [Int] = []
      for attempt in 0..<8 {
        let anchor = pick(anchors, word(128 + UInt64(spell * 8 + attempt)))
        let endsThere = plain.isBefore[anchor] && !plain.isAfter[anchor]
        let start = max(0, min(endsThere ? anchor - length + 1 : anchor, open.count - length))
        run = Array(start..<(start + length))
        if ([start - 1] + run + [start + length]).allSatisfy({ !taken.contains($0) }) { break }
        if attempt == 7 {
          let round = Array(start..<open.count) + Array(0..<start)
          run = Array(round.filter { !taken.contains($0) }.prefix(length))
        }
      }
      taken.formUnion(run)
    }
    return Set(taken.map { open[$0] })
  }

  /// A cause of two states: its three purposes follow each other.
  package func chain(_ share: Double, _ length: Double, onset: UInt64) -> [Bool] {
    var absent = draw(share, unitKey(onset + 2).child(block), 0)
    return common.days.enumerated().map { index, date in
      guard index > 0 else { return absent }
      let counter = UInt64(date.dayNumber)
      absent =
        absent
        ? !draw(1 / length, unitKey(onset + 1).child(block), counter)
        : draw(share / (length * (1 - share)), unitKey(onset).child(block), counter)
      return absent
    }
  }

  /// On which of the study's days the person is sick.
  package var sick: [Bool] {
    enum State { case well, short, long }
    func key(_ purpose: UInt64) -> RandomKey { unitKey(purpose).child(block) }
    let (means, first) = (common.spellMeans, common.first)
    var state = State.well
    return common.days.enumerated().map { index, date in
      let counter = UInt64(date.dayNumber)
      if index == 0 {
        if draw(first.short + first.long, key(7), 0) {
          state = draw(first.long / (first.short + first.long), key(41), 0) ? .long : .short
        }
        return state != .well
      }
      switch state {
      case .well:
        guard draw(common.onsets[index], key(5), counter) else { break }
        state = draw(value(.sickLongShare), key(41), counter) ? .long : .short
      case .short: if draw(1 / means.short, key(6), counter) { state = .well }
      case .long: if draw(1 / means.long, key(6), counter) { state = .well }
      }
      return state != .well
    }
  }

  /// Whether a flood keeps the person from the office on a date.
  func isCutOff(_ date: WorkDate) -> Bool {
    let yearDays = Double(common.years[date.components.year]?.days.count ?? 0)
    let counter = UInt64(date.dayNumber)
    let isHit =
      common.luck.child(46).uniform(counter) < value(.floodDays) / yearDays
      || unitKey(47).uniform(counter) < value(.unitFloodDays) / yearDays
    return isHit && draw(value(.floodStaffShare), unitKey(48).child(block), counter)
  }
}

/// The working days of a year and which of them lie just before or after a holiday.
package struct PlainYear {
  let days: [WorkDate]
  let isBefore: [Bool]
  let isAfter: [Bool]

  package init(_ year: Int, holidays: Set<WorkDate>) {
    func isOpen(_ date: WorkDate) -> Bool {
      date.weekday.rawValue < 5 && !holidays.contains(date)
    }
    /// Whether a weekday is closed between a working day and the next one in a direction.
    func isBeside(_ date: WorkDate, _ step: Int) -> Bool {
      let closed = sequence(first: date.advanced(by: step)) { $0.advanced(by: step) }
        .prefix { !isOpen($0) }
      return closed.contains { $0.weekday.rawValue < 5 }
    }
    days = (0..<366).compactMap { offset in
      WorkDate(year: year, month: 1, day: 1).map { $0.advanced(by: offset) }
    }.filter { $0.components.year == year && isOpen($0) }
    isBefore = days.map { isBeside($0, 1) }
    isAfter = days.map { isBeside($0, -1) }
  }
}
