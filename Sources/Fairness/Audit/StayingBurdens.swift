import HybridWork
import Statistics

/// Hours still travelled and days at the counter under a policy, counted once.
struct StayingBurdens {
  /// For each person hours a week still travelled; NaN for those left out or whose way is not known.
  private let hours: [Double]
  private let services: [ServiceDays]
  private let flexibleDays: Double
  private static let week = Double(DaySplit.workingDays)

  /// Servers of one service: all, those who may be away, and days away under the baseline.
  private struct ServiceDays {
    var servers = 0
    var leavers = 0
    var baselineDaysAway = 0.0
  }

  init(
    _ decisions: EligibilityDecisions, _ population: Population, flexibleDays: Double,
    _ basis: BurdenBasis
  ) {
    let kilometres = population.numbers(.commuteKilometres)
    let rate = basis.hoursPerKilometre
    let column = population.categories(.service)
    let none = column.levels.firstIndex(of: "none")
    var hours: [Double] = []
    hours.reserveCapacity(decisions.count)
    var services = Array(repeating: ServiceDays(), count: column.levels.count)
    for person in 0..<decisions.count {
      let isEligible = decisions.isEligible(person)
      let days = isEligible ? Self.week - flexibleDays : Self.week
      hours.append(decisions.isOutside[person] ? .nan : days * kilometres[person] * rate)
      let code = column.codes[person]
      guard code != CategoryColumn.unknown, Int(code) != none else { continue }
      services[Int(code)].servers += 1
      if isEligible && flexibleDays > 0 { services[Int(code)].leavers += 1 }
      if basis.baseline.isEligible(person) {
        services[Int(code)].baselineDaysAway += basis.baselineDays
      }
    }
    self.hours = hours
    self.services = services
    self.flexibleDays = flexibleDays
  }

  /// Mean hours of each group; nil when those whose way is known, or is not, are too few.
  func meanHours(_ groups: GroupCodes, _ table: GroupTable, smallest: Int) -> [Double?] {
    var sums = Array(repeating: 0.0, count: groups.labels.count)
    var known = Array(repeating: 0, count: groups.labels.count)
    for (person, group) in groups.codes.enumerated() where !hours[person].isNaN {
      sums[Int(group)] += hours[person]
      known[Int(group)] += 1
    }
    return sums.indices.map { group in
      let cells = [known[group], table.people(group) - known[group]]
      return known[group] == 0 || CellProtection.isSmall(cells, smallest)
        ? nil : sums[group] / Double(known[group])
    }
  }

  /// How the hours are spread over all whose way is known; nil when they, or the others, are too few.
  func commute(people: Int, smallest: Int) -> BurdenSpread? {
    let known = hours.filter { !$0.isNaN }.sorted()
    guard !known.isEmpty, !CellProtection.isSmall([known.count, people - known.count], smallest)
    else { return nil }
    return BurdenSpread(
      mean: known.reduce(0, +) / Double(known.count), gini: giniCoefficient(known),
      theil: theilIndex(known, counts: known.map { _ in 1 }))
  }

  /// How days at services fall on the servers; nil when nobody serves, nobody stays, or too few
  /// leave or stay.
  func counterLoad(smallest: Int) -> CounterLoad? {
    var values: [Double] = []
    var counts: [Int] = []
    var extra = 0.0
    var stayers = 0
    for service in services where service.servers > 0 {
      let staying = service.servers - service.leavers
      let missing = flexibleDays * Double(service.leavers) - service.baselineDaysAway
      let each = staying > 0 ? max(missing, 0) / Double(staying) : 0
      values += [Self.week - flexibleDays, Self.week + each]
      counts += [service.leavers, staying]
      extra += each * Double(staying)
      stayers += staying
    }
    let leavers = services.reduce(0) { $0 + $1.leavers }
    guard stayers > 0, !CellProtection.isSmall([leavers, stayers], smallest) else { return nil }
    let loads = zip(values, counts).flatMap { Array(repeating: $0, count: $1) }
    return CounterLoad(
      extraDays: extra / Double(stayers), gini: giniCoefficient(loads),
      theil: theilIndex(values, counts: counts))
  }
}
