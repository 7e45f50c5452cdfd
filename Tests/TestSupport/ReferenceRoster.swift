package import HybridWork
import RealModule
import Simulation
import Statistics

/// The roster model once more, one person and one day at a time.
///
/// Slow and plain, the oracle of the packed one. It shares the keyed streams and nothing else.
package struct ReferenceRoster {
  /// Where a person may be.
  package enum Place { case office, flexible, leaveOrSick, travel, cutOff }

  let small: SmallStudy
  let calendar: WorkCalendar
  private let values: [AssumptionID: Double]
  private let years: [Int: PlainYear]
  private let absences = AbsenceMemory()

  package init(_ small: SmallStudy, calendar: WorkCalendar) {
    self.small = small
    self.calendar = calendar
    values = small.values
    let holidays = Set(small.holidays.map(\.date))
    years = Set(calendar.days.map(\.date.components.year)).reduce(into: [:]) {
      $0[$1] = PlainYear($1, holidays: holidays)
    }
  }

  /// Where the person at a place of a unit, by identifier, is on each working day.
  ///
  /// Whoever has no place under a quota on a date stays in the office.
  package func days(
    unit: String, place: Int, world: UInt64, wanted: Wanted,
    hasPlace: (WorkDate) -> Bool = { _ in true }
  ) -> [Place] {
    let unitLabel = RandomKey(seed: 0).child(unit).word(0)
    let luck = RandomKey(seed: small.run.seed).child(world).child(0)
    let block = UInt64(place / 64)
    let lane = UInt64(place % 64)
    // Purposes by number, as the streams are defined.
    func key(_ purpose: UInt64) -> RandomKey { luck.child(purpose).child(unitLabel) }
    func draw(_ probability: Double, _ key: RandomKey, _ counter: UInt64) -> Bool {
      BernoulliThreshold(probability: probability).mask(key, counter) >> lane & 1 == 1
    }
    func value(_ id: AssumptionID) -> Double { values[id] ?? .nan }

    let away = absences.of(unit: unit, place: place, world: world) {
      PlainLuck(values: values, years: years, days: calendar.days.map(\.date), luck: luck)
    }

    let weekdays: Set<Weekday>
    let use: (UInt64, Double)
    switch wanted {
    case .chosen(let count, let closed):
      let volunteers =
        draw(value(.optInVoluntary), key(11), block) && draw(value(.approvalShare), key(12), block)
      let order = weekdayOrder(unit: unit, place: place, world: world)
        .filter { !closed.contains($0) }
      weekdays = volunteers ? Set(order.prefix(count)) : []
      use = (15, value(.daysUsedShare))
    case .planned(let planned):
      weekdays = planned
      use = (15, value(.daysUsedShare))
    case .ordered(let fixed):
      weekdays = fixed
      use = (16, value(.complianceOrdered))
    }
    return calendar.days.enumerated().map { index, day in
      if let place = away[index], place != .cutOff { return place }
      let uses = draw(use.1, key(use.0).child(block), UInt64(day.date.dayNumber))
      let isAway = weekdays.contains(day.weekday) && uses && hasPlace(day.date)
      if isAway { return .flexible }
      return away[index] ?? .office
    }
  }

  /// The weekdays in the order in which a person prefers them.
  package func weekdayOrder(unit: String, place: Int, world: UInt64) -> [Weekday] {
    let friday = values[.fridayShare] ?? .nan
    let key = RandomKey(seed: small.run.seed).child(world).child(0).child(13)
      .child(RandomKey(seed: 0).child(unit).word(0)).child(UInt64(place / 64))
    let races = (0..<5).map { weekday -> Double in
      let uniform = key.uniform(UInt64(place % 64 * 5 + weekday))
      return -Double.log(uniform) / (weekday == 4 ? friday / (1 - friday) : 1)
    }
    return (0..<5).sorted { races[$0] < races[$1] }.map { Weekday.workingWeek[$0] }
  }

  /// The weekdays that each of a unit's participants gets when so many may be away on one day, by
  /// place in the unit; `wanted` says how many weekdays each asks for.
  package func capped(
    _ participants: [Int], unit: WorkUnit, world: UInt64, room most: Int,
    closed: Set<Weekday>, wanted: (Int) -> Int
  ) -> [Int: Set<Weekday>] {
    let key = RandomKey(seed: small.run.seed).child(world).child(0).child(14)
      .child(RandomKey(seed: 0).child(unit.name).word(0))
    var lots = Array(0..<unit.people.count)
    for last in stride(from: lots.count - 1, to: 0, by: -1) {
      lots.swapAt(last, Int(key.index(below: UInt64(last + 1), UInt64(last))))
    }
    var away: [Weekday: Int] = [:]
    var given: [Int: Set<Weekday>] = [:]
    for person in lots where participants.contains(person) {
      for weekday in weekdayOrder(unit: unit.name, place: person, world: world)
      where !closed.contains(weekday) && away[weekday, default: 0] < most
        && given[person, default: []].count < wanted(person)
      {
        away[weekday, default: 0] += 1
        given[person, default: []].insert(weekday)
      }
    }
    return given
  }

  /// Who of a unit wants to take part, by place in the unit.
  package func participants(unit: WorkUnit, world: UInt64, isVoluntary: Bool) -> [Int] {
    guard isVoluntary else { return Array(0..<unit.people.count) }
    let label = RandomKey(seed: 0).child(unit.name).word(0)
    let luck = RandomKey(seed: small.run.seed).child(world).child(0)
    return (0..<unit.people.count).filter { place in
      [(11, AssumptionID.optInVoluntary), (12, .approvalShare)].allSatisfy { purpose, id in
        BernoulliThreshold(probability: values[id] ?? .nan).mask(
          luck.child(UInt64(purpose)).child(label), UInt64(place / 64)) >> UInt64(place % 64) & 1
          == 1
      }
    }
  }

  /// Who of a unit's participants has a place in a month (1 is January of year 0).
  ///
  /// `before` says who goes before whom; those it leaves equal draw lots.
  package func placed(
    _ participants: [Int], unit: WorkUnit, world: UInt64, places: Int,
    before: (Int, Int) -> Bool = { _, _ in false }, rotatesInMonth month: Int? = nil
  ) -> Set<Int> {
    let label = RandomKey(seed: 0).child(unit.name).word(0)
    let key = RandomKey(seed: small.run.seed).child(world).child(0).child(17).child(label)
    // Fisher–Yates over all lanes of the unit's blocks.
    var lots = Array(0..<((unit.people.count + 63) / 64 * 64))
    for last in stride(from: lots.count - 1, to: 0, by: -1) {
      lots.swapAt(last, Int(key.index(below: UInt64(last + 1), UInt64(last))))
    }
    var line = lots.filter(participants.contains)
    // Insertion keeps the order of lots among equals.
    for place in line.indices {
      var place = place
      while place > 0 && before(line[place], line[place - 1]) {
        line.swapAt(place, place - 1)
        place -= 1
      }
    }
    if let month {
      for _ in 0..<(line.isEmpty ? 0 : month * places % line.count) {
        line.append(line.removeFirst())
      }
    }
    return Set(line.prefix(places))
  }

  /// What a policy has its people do.
  package enum Wanted {
    /// So many weekdays of one's own choice, none of them among some.
    case chosen(Int, except: Set<Weekday> = [])
    /// Weekdays planned for a volunteer.
    case planned(Set<Weekday>)
    case ordered(Set<Weekday>)
  }
}

/// Absences worked out once for all the policies that a test compares.
private final class AbsenceMemory {
  private var lucks: [UInt64: PlainLuck] = [:]
  private var days: [String: [ReferenceRoster.Place?]] = [:]

  /// Why a person is not in the office on each day; nil where nothing prevents it.
  func of(
    unit: String, place: Int, world: UInt64, luck: () -> PlainLuck
  ) -> [ReferenceRoster.Place?] {
    let name = "\(world) \(place) \(unit)"
    if let known = days[name] { return known }
    let common = lucks[world] ?? luck()
    lucks[world] = common
    let person = PlainAbsence(common: common, unit: unit, place: place)
    let leave = common.years.keys.reduce(into: Set<WorkDate>()) {
      $0.formUnion(person.leave(in: $1))
    }
    let sick = person.sick
    let travel = person.chain(common.value(.travelShare), common.value(.travelSpellDays), onset: 8)
    let training = person.chain(
      common.value(.trainingShare), common.value(.trainingSpellDays), onset: 42)
    let away = common.days.enumerated().map { index, date -> ReferenceRoster.Place? in
      if leave.contains(date) || sick[index] { return .leaveOrSick }
      if travel[index] || training[index] { return .travel }
      return person.isCutOff(date) ? .cutOff : nil
    }
    days[name] = away
    return away
  }
}
