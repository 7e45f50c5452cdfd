import HybridWork
import RealModule
import Statistics

/// Annual leave of one calendar year in one world: how many days people take, in which spells, and
/// where in the year they lie.
///
/// A person takes a binomial number of the entitled days, so never more than these; the days fall
/// into spells of random length; each spell is laid on free days beside an anchor day that is
/// likelier next to a holiday. The plan is drawn for the whole year and read where the study looks.
struct LeavePlan {
  private let year: WorkYear
  /// How many days a person takes.
  private let totals: InversionTable
  /// The chance in 65,536 that a spell ends after a day that is not the person's last.
  private let breakChance: UInt64
  /// Which working day of the year a spell is anchored at.
  private let anchors: InversionTable

  /// Draws of an anchor before a spell goes wherever days are free.
  private static let tries: UInt64 = 8
  /// Counters that a person has; words 1…127 break the days into spells, later ones anchor these.
  private static let counters: UInt64 = 4096
  private static let firstAnchor: UInt64 = 128

  init(_ world: Assumptions, year: WorkYear) {
    self.year = year
    let length = year.days.count
    let most = min(Int(world[.leaveEntitlementDays]), length)
    let mean = min(world[.leaveShare] * Double(length), Double(most))
    let share = most > 0 ? mean / Double(most) : 0
    totals = InversionTable(weights: Self.binomial(most, share))
    let some = 1 - Double.pow(1 - share, most)
    let breaks = (mean / world[.leaveSpellDays] - some) / (mean - some)
    breakChance = breaks > 0 ? UInt64((min(breaks, 1) * 0x1p16).rounded()) : 0
    anchors = InversionTable(
      weights: year.days.map { $0.isNextToHoliday ? world[.leaveBridgeFactor] : 1 })
  }

  /// Probabilities of 0…n successes, up to a common factor, from the likeliest outwards.
  private static func binomial(_ trials: Int, _ share: Double) -> [Double] {
    var weights = Array(repeating: 0.0, count: trials + 1)
    guard share > 0 else { return [1] + weights.dropFirst() }
    guard share < 1 else { return weights.dropLast() + [1] }
    let odds = share / (1 - share)
    let mode = min(Int(Double(trials + 1) * share), trials)
    weights[mode] = 1
    for count in mode..<trials {
      weights[count + 1] = weights[count] * odds * Double(trials - count) / Double(count + 1)
    }
    for count in stride(from: mode, to: 0, by: -1) {
      weights[count - 1] = weights[count] * Double(count) / Double(trials - count + 1) / odds
    }
    return weights
  }

  /// Adds the people of a block who are on leave to each day that the study sees.
  ///
  /// `key` is the stream of the block's leave.
  func add(lanes: UInt64, key: RandomKey, to days: UnsafeMutablePointer<UInt64>) {
    let yearKey = key.child(UInt64(year.year))
    // One word more than the days fill, so that a window of 64 days can be read anywhere.
    let words = year.days.count / 64 + 2
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { taken in
      guard let taken = taken.baseAddress else { return }
      var lanes = lanes
      while lanes != 0 {
        let lane = lanes.trailingZeroBitCount
        lanes &= lanes - 1
        taken.initialize(repeating: 0, count: words)
        var person = Person(
          key: yearKey, first: UInt64(lane) * Self.counters, bit: 1 << UInt64(lane),
          taken: taken, days: days)
        layAll(of: &person)
      }
    }
  }

  /// One person's year while it is laid out; it holds no array, whose references would be counted
  /// for every person.
  private struct Person {
    let key: RandomKey
    /// The person's first counter.
    let first: UInt64
    let bit: UInt64
    /// Days of the year already on leave, one bit each.
    let taken: UnsafeMutablePointer<UInt64>
    let days: UnsafeMutablePointer<UInt64>
    var spell: UInt64 = 0

    func isTaken(_ day: Int) -> Bool { taken[day >> 6] >> UInt64(day & 63) & 1 == 1 }

    func isFree(_ from: Int, through last: Int) -> Bool {
      var day = from
      while day <= last {
        // The next 64 days from here, or as many as are asked.
        let (word, bit) = (day >> 6, UInt64(day & 63))
        let window = taken[word] &>> bit | (bit == 0 ? 0 : taken[word + 1] &<< (64 - bit))
        let count = min(last - day + 1, 64)
        if window & (.max &>> UInt64(64 - count)) != 0 { return false }
        day += count
      }
      return true
    }
  }

  private func layAll(of person: inout Person) {
    let total = totals.place(person.key.word(person.first))
    guard total > 0 else { return }
    var length = 1
    var word: UInt64 = 0
    for gap in 0..<(total - 1) {
      if gap % 4 == 0 { word = person.key.word(person.first &+ 1 &+ UInt64(gap / 4)) }
      if word & 0xFFFF < breakChance {
        lay(length, of: &person)
        length = 0
      }
      length += 1
      word &>>= 16
    }
    lay(length, of: &person)
  }

  /// Lays one spell beside an anchor, apart from earlier ones.
  private func lay(_ length: Int, of person: inout Person) {
    let lastStart = year.days.count - length
    let counter = person.first &+ Self.firstAnchor &+ person.spell &* Self.tries
    person.spell &+= 1
    var start = 0
    for attempt in 0..<Self.tries {
      let anchor = anchors.place(person.key.word(counter &+ attempt))
      // Before a holiday the spell runs up to it; after one, and elsewhere, it begins there.
      let endsThere = year.days[anchor].precedesHoliday && !year.days[anchor].followsHoliday
      start = min(max(endsThere ? anchor - length + 1 : anchor, 0), lastStart)
      guard
        person.isFree(max(start - 1, 0), through: min(start + length, year.days.count - 1))
      else { continue }
      for day in start..<(start + length) { take(day, for: person) }
      return
    }
    fill(length, from: start, for: person)
  }

  /// Takes free days one by one, round the year, where no spell fits.
  private func fill(_ length: Int, from start: Int, for person: Person) {
    var left = length
    var day = start
    while left > 0 {
      if !person.isTaken(day) {
        take(day, for: person)
        left -= 1
      }
      day = day + 1 < year.days.count ? day + 1 : 0
    }
  }

  private func take(_ day: Int, for person: Person) {
    person.taken[day >> 6] |= 1 << UInt64(day & 63)
    let studied = day - year.firstStudied
    guard studied >= 0 && studied < year.studyDays.count else { return }
    person.days[year.studyDays.lowerBound + studied] |= person.bit
  }
}
