import HybridWork

/// People of one unit who share days of a fixed schedule and a cap.
struct DayGroup: Sendable {
  /// The weekdays on which all are away, in order; empty when they choose or have none.
  let weekdays: [Int]
  /// How many weekdays each chooses; 0 when the weekdays are fixed.
  let chosenDays: Int
  /// The most of them planned away on one day.
  let capacity: Int
  /// Whether a cap says so.
  let isCapped: Bool

  /// How many weekdays each is away.
  var wantedCount: Int { chosenDays > 0 ? chosenDays : weekdays.count }

  /// Among how many weekdays each may look for room.
  var choiceCount: Int { chosenDays > 0 ? DaySplit.workingDays : weekdays.count }

  /// Whether any may be away on a weekday that is open.
  func mayBeAway(on weekday: Int) -> Bool { chosenDays > 0 || weekdays.contains(weekday) }

  /// The groups of every unit: those without days by record, then those of each entry.
  ///
  /// - Parameters:
  ///   - levers: The schedule and the policy's cap.
  ///   - population: The staff.
  ///   - groupOfPerson: The group of each person within the unit; empty when every unit has one.
  /// - Returns: For each unit one group more than the schedule has days by record.
  static func groups(
    _ levers: PolicyLevers, _ population: Population, groupOfPerson: [UInt16]
  ) -> [[DayGroup]] {
    let schedule = levers.schedule
    return population.units.map { unit in
      let unitCap = schedule.shareOfUnitAway(ofUnit: unit.name) ?? levers.capShareOfUnitAway
      let entries: [(days: Schedule.OwnDays, cap: Double?)] =
        [(schedule.days(ofUnit: unit.name), unitCap)]
        + schedule.daysByRecord.map { (schedule.open($0.days), $0.shareAway ?? unitCap) }
      var sizes = Array(repeating: 0, count: entries.count)
      if groupOfPerson.isEmpty {
        sizes[0] = unit.people.count
      } else {
        for person in unit.people { sizes[Int(groupOfPerson[person])] += 1 }
      }
      return zip(entries, sizes).map { DayGroup($0.days, cap: $0.cap, people: $1) }
    }
  }

  private init(_ days: Schedule.OwnDays, cap: Double?, people: Int) {
    switch days {
    case .fixed(let days): (weekdays, chosenDays) = (days.map(\.rawValue).sorted(), 0)
    case .chosen(let split): (weekdays, chosenDays) = ([], split.flexibleDays)
    }
    // A hair above the product, so that 0.3 of 10 people is 3 and not 2.
    capacity = Int(((cap ?? 1) * Double(people) + 1e-9).rounded(.down))
    isCapped = cap != nil
  }
}
