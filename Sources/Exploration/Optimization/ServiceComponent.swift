import HybridWork
import Simulation

/// Units that are joined by serving the same services, and what the options of the assignees that move
/// their servers mean for these.
final class ServiceComponent: Sendable {
  /// The places of the assignees, in ascending order.
  let assignees: [Int]
  /// The places of the services in the study, in ascending order.
  let services: [Int]
  private let samples: [AssigneeSamples]
  private let judge: StaffedServices
  /// Who is on site in the baseline, scenario 0, and with nobody away, scenario 1.
  private let base: StaffingTable
  private let basePlaces: [Int?]
  /// For each assignee the place of its pools among those of the component; nil of pools that are not.
  private let places: [[Int?]]
  private let promise: DayPromise
  private let openDays: [Int]
  private let worlds: Int
  private let replications: Int

  /// Joins the samples of the assignees that move servers of some services.
  ///
  /// - Parameters:
  ///   - study: The whole study on the draws that the search sees.
  ///   - template: The policy whose hours count.
  ///   - part: The units joined, and the services that join them.
  ///   - all: The samples of every assignee; those that move nobody of the part are left out.
  ///   - promise: What the services must keep.
  /// - Throws: ``SimulationError`` as a run of the study would.
  init(
    _ study: Study, template: Policy, part: (units: [Int], services: [Int]), all: [AssigneeSamples],
    promise: ServicePromise
  ) throws(SimulationError) {
    services = part.services
    let servers = Self.servers(study, part)
    assignees = all.indices.filter { all[$0].assignee.people.contains { servers.contains($0) } }
    samples = assignees.map { all[$0] }
    let policy = DayAssignment(.unit, names: [], options: [])
      .policy(like: template, id: template.id, title: template.title, serving: [])
    let own = study.only(units: part.units, services: part.services).comparing([policy])
    judge = try StaffedServices(own)
    base = try StudyRun(own).staffed(threads: 1, grid: nil).staffing
    let pools = judge.pools
    basePlaces = base.pools.map { pools.firstIndex(of: $0) }
    places = samples.map { assignee in
      (assignee.staffing?.pools ?? []).map { pools.firstIndex(of: $0) }
    }
    self.promise = DayPromise(least: promise.least, isOfBaseline: promise.isOfBaseline)
    openDays = judge.openDays
    replications = study.run.replications
    worlds = study.run.worlds
  }

  /// Days open in all calendars of a world, service by service.
  var openDaysOfWorld: [Int] { openDays.map { $0 * replications } }

  /// On how many days each service keeps the promise in each world, `service * worlds + world`.
  ///
  /// - Parameters:
  ///   - chosen: The option of each of ``assignees``, by number.
  ///   - extra: People more than counted, `service * 7 + weekday`; empty for none.
  /// - Returns: Numbers of days, of all calendars of a world together.
  func daysKept(_ chosen: [Int], extra: [Int] = []) -> [Int] {
    var kept = Array(repeating: 0, count: services.count * worlds)
    eachCalendar(chosen, extra: extra) { world, service, _, isKept in
      if isKept { kept[service * worlds + world] += 1 }
    }
    return kept
  }

  /// On how many days of each weekday each service keeps the promise in each world,
  /// `(service * worlds + world) * 7 + weekday`.
  func weekdaysKept(_ chosen: [Int], extra: [Int]) -> [Int] {
    var kept = Array(repeating: 0, count: services.count * worlds * 7)
    eachCalendar(chosen, extra: extra) { world, service, weekday, isKept in
      if isKept { kept[(service * worlds + world) * 7 + weekday] += 1 }
    }
    return kept
  }

  /// How many worlds keep the promise at each service on the share of days asked for.
  func worldsKept(_ chosen: [Int], shareOfDays: [Double], extra: [Int] = []) -> [Int] {
    worlds(kept: daysKept(chosen, extra: extra), shareOfDays: shareOfDays)
  }

  /// How many worlds keep the promise at each service, from ``daysKept(_:extra:)``.
  func worlds(kept: [Int], shareOfDays: [Double]) -> [Int] {
    services.indices.map { service in
      let needed = shareOfDays[service] * Double(openDaysOfWorld[service]) - 1e-9
      return (0..<worlds).count { Double(kept[service * worlds + $0]) >= needed }
    }
  }

  private func eachCalendar(
    _ chosen: [Int], extra: [Int], _ body: (Int, Int, Int, Bool) -> Void
  ) {
    judge.eachDay(
      samples: 0..<(worlds * replications), extra: extra, promise: promise,
      fill: { sample, counts, baseline in
        base.add(scenario: 0, sample: sample, to: basePlaces, of: &baseline)
        base.add(scenario: 1, sample: sample, to: basePlaces, of: &counts)
        for (place, assignee) in samples.enumerated() {
          assignee.staffing?.add(
            scenario: assignee.scenarios[chosen[place]], over: assignee.nobodyAway, sample: sample,
            to: places[place], of: &counts)
        }
      },
      body: { sample, service, weekday, isKept in
        body(sample / replications, service, weekday.rawValue, isKept)
      })
  }

  /// The people of a part's units who serve its services.
  static func servers(
    _ study: Study, _ part: (units: [Int], services: [Int])
  ) -> Set<Int> {
    let column = study.population.categories(.service)
    let ids = Set(part.services.map { study.services[$0].id })
    let serving = column.levels.map { level in
      StaffPools.names(in: level).contains { ids.contains($0) }
    }
    return Set(
      part.units.flatMap { study.population.units[$0].people }.filter { person in
        let code = column.codes[person]
        return code != CategoryColumn.unknown && serving[Int(code)]
      })
  }

  /// Units joined by services, and the services that join them; only units that serve where people
  /// are needed on site.
  static func partition(_ study: Study) -> [(units: [Int], services: [Int])] {
    let column = study.population.categories(.service)
    let ids = study.services.map(\.id)
    var groups: [(units: Set<Int>, services: Set<Int>)] = []
    for (unit, work) in study.population.units.enumerated() {
      let levels = Set(work.people.map { column.codes[$0] }).filter { $0 != CategoryColumn.unknown }
      var served: Set<Int> = []
      for level in levels {
        let named = StaffPools.names(in: column.levels[Int(level)])
        let places = ids.indices.filter { named.contains(ids[$0]) }
        // What shares its people with cases to work off goes with these.
        if places.contains(where: { study.services[$0].needsPeopleOnSite }) {
          served.formUnion(places)
        }
      }
      guard !served.isEmpty else { continue }
      let joined = groups.filter { !$0.services.isDisjoint(with: served) }
      groups.removeAll { !$0.services.isDisjoint(with: served) }
      groups.append(
        (
          joined.reduce(into: Set([unit])) { $0.formUnion($1.units) },
          joined.reduce(into: served) { $0.formUnion($1.services) }
        ))
    }
    return groups.map { ($0.units.sorted(), $0.services.sorted()) }
      .sorted { $0.units[0] < $1.units[0] }
  }
}
