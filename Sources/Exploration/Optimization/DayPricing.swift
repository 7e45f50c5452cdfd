import HybridWork
import Simulation
import Statistics

/// The price of one more flexible day: for each unit 0 to 5 days, weekday after weekday.
///
/// Weekdays are added in the order of what each alone brings; the others stay as they are today.
/// Everybody of the unit who may and would be away is, without a cap and servers included.
struct DayPricing: Sendable {
  private let search: DaySearch
  private let grid: WaitingGrid
  private let isShown: [Bool]

  /// Prices the days of every unit of a search.
  init(_ search: DaySearch, grid: WaitingGrid) {
    self.search = search
    self.grid = grid
    let smallest = search.study.reporting.smallestGroup
    isShown = search.study.population.units.map { $0.people.count >= smallest }
  }

  /// The prices, unit by unit.
  func prices(
    threads: Int, progress: @Sendable (Double) -> Void
  ) throws(SimulationError) -> [DayPrice] {
    let units = search.study.population.units
    var parts: [Int: (units: [Int], services: [Int])] = [:]
    for part in ServiceComponent.partition(search.study) {
      for unit in part.units { parts[unit] = part }
    }
    let joined = parts
    // One after another: they add to the same grid of solved days.
    var prices: [DayPrice] = []
    for (place, unit) in units.enumerated() {
      progress(Double(place) / Double(units.count))
      guard isShown[place] else {
        prices.append(DayPrice(unit: unit.name, steps: []))
        continue
      }
      prices.append(try price(place, joined[place] ?? ([place], []), threads: threads))
    }
    return prices
  }

  private func price(
    _ unit: Int, _ part: (units: [Int], services: [Int]), threads: Int
  ) throws(SimulationError) -> DayPrice {
    let order = try weekdayOrder(unit)
    let sets = order.indices.map { Set(order[...$0]) }
    let policies = sets.map { policy(unit, $0) }
    let settings = search.settings
    let run = RunSettings(
      worlds: min(settings.worlds, Self.mostWorlds), replications: settings.replications,
      seed: search.seed(of: "prices"))
    let own = search.study.only(units: [unit], services: []).comparing(policies).running(run)
    let money = try StudyRun(own).run(threads: threads, grid: grid)
    var waits: StudyResult?
    var kept = Array(repeating: true, count: sets.count)
    if !part.services.isEmpty {
      let all = search.study.only(units: part.units, services: part.services)
        .comparing(policies).running(run)
      let (result, staffing) = try StudyRun(all).staffed(threads: threads, grid: grid)
      waits = result
      kept = try keeps(all, staffing)
    }
    let steps = sets.indices.map { place in
      let pairs = DayPrice.outcomes.map { outcome -> (Outcome, Double) in
        let source = Self.ofServices.contains(outcome) ? waits : money
        let sign = outcome.direction == .minimise ? -1.0 : 1
        return (outcome, source.map { sign * $0.gain(outcome, scenario: place + 1) } ?? .nan)
      }
      return DayPrice.Step(
        weekdays: Array(order[...place]), changes: Dictionary(uniqueKeysWithValues: pairs),
        keepsPromise: kept[place])
    }
    return DayPrice(unit: search.study.population.units[unit].name, steps: steps)
  }

  private static let mostWorlds = 32
  private static let ofServices: Set<Outcome> = [
    .coverage, .meanWaitMinutes, .p90WaitMinutes, .lostCitizens,
  ]

  private func policy(_ unit: Int, _ weekdays: Set<Weekday>) -> Policy {
    let option = DayOption(days: .fixed(weekdays), keepsServersIn: false, shareAway: nil)
    return DayAssignment(
      .unit, names: [search.study.population.units[unit].name], options: [option]
    ).policy(
      like: search.run.template, id: "days-\(weekdays.count)", title: search.run.template.title,
      serving: [])
  }

  /// Open weekdays by what each alone brings of the first objective, the best first.
  private func weekdayOrder(_ unit: Int) throws(SimulationError) -> [Weekday] {
    let open = Weekday.workingWeek.filter {
      !search.run.template.levers.schedule.anchorDays.contains($0)
    }
    let study = search.seen.only(units: [unit], services: [])
      .comparing(open.map { policy(unit, [$0]) })
    let result = try StudyRun(study).staffed(threads: 1, grid: nil).result
    let gains = open.indices.map {
      result.gain(search.settings.objectives[0], scenario: $0 + 1)
    }
    return open.indices.sorted { left, right in
      gains[left] == gains[right] ? left < right : gains[left] > gains[right]
    }.map { open[$0] }
  }

  /// Whether each policy keeps the promise in as many worlds as asked for, at every service.
  private func keeps(_ study: Study, _ staffing: StaffingTable) throws(SimulationError) -> [Bool] {
    let settings = search.settings
    let judge = try StaffedServices(study.comparing([study.policies[0]]))
    let replications = study.run.replications
    let worlds = study.run.worlds
    let places = staffing.pools.indices.map(Optional.some)
    let openDays = judge.openDays
    return study.policies.indices.map { policy in
      var kept = Array(repeating: 0, count: openDays.count * worlds)
      judge.eachDay(
        samples: 0..<(worlds * replications),
        promise: DayPromise(
          least: settings.promise.least, isOfBaseline: settings.promise.isOfBaseline),
        fill: { sample, counts, baseline in
          staffing.add(scenario: policy + 1, sample: sample, to: places, of: &counts)
          staffing.add(scenario: 0, sample: sample, to: places, of: &baseline)
        },
        body: { sample, service, _, isKept in
          if isKept { kept[service * worlds + sample / replications] += 1 }
        })
      return openDays.indices.allSatisfy { service in
        let needed = settings.promise.shareOfDays * Double(openDays[service] * replications) - 1e-9
        let count = (0..<worlds).count { Double(kept[service * worlds + $0]) >= needed }
        return Double(count) >= settings.promise.shareOfWorlds * Double(worlds) - 1e-9
      }
    }
  }
}
