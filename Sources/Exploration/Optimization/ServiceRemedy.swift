public import HybridWork
import Simulation

/// What would make a promise possible that no choice of days keeps.
public struct ServiceRemedy: Sendable, Equatable {
  /// More people on site at a service on a weekday.
  public struct Clerks: Sendable, Equatable {
    /// The service's place in the study.
    public let service: Int
    /// The weekday.
    public let weekday: Weekday
    /// How many more, at least 1.
    public let people: Int
  }

  /// The services that keep no promise under any choice, by their places in the study.
  public let services: [Int]
  /// The least number of people more on site with which a choice keeps the promise; nil when no
  /// number does, since a service has too few counters.
  public let clerks: [Clerks]?
  /// The largest share of days that each of ``services`` keeps with everyone in the office, in as
  /// many worlds as asked for.
  public let attainableShares: [Double]
}

/// Finds the least relaxation of a promise at one component.
struct RemedySearch {
  let component: ServiceComponent
  let assignees: [AssigneeSamples]
  let demand: DayProgram.Demand
  let worlds: Int

  /// More people than this on one weekday are no remedy a planner could use.
  private static let mostClerks = 20
  private static let mostCandidates = 64

  /// The remedy; nil when a choice keeps the promise as it is.
  func remedy() -> ServiceRemedy? {
    let shares = component.services.map { demand.shareOfDays[$0] }
    func broken(_ chosen: [Int]) -> [Int] {
      let kept = component.worldsKept(chosen, shareOfDays: shares)
      return component.services.indices.filter {
        kept[$0] < demand.worlds[component.services[$0]]
      }
    }
    var best: (clerks: [ServiceRemedy.Clerks], people: Int)?
    var failing: Set<Int> = []
    for chosen in candidates {
      let services = broken(chosen)
      guard !services.isEmpty else { return nil }
      failing.formUnion(services)
      let slack = services.map { clerks(at: $0, chosen) }
      guard slack.allSatisfy({ $0 != nil }) else { continue }
      let all = slack.flatMap { $0 ?? [] }
      let people = all.reduce(0) { $0 + $1.people }
      if best.map({ people < $0.people }) ?? true { best = (all, people) }
    }
    let least = component.assignees.map { _ in 0 }
    let services = failing.sorted()
    return ServiceRemedy(
      services: services.map { component.services[$0] }, clerks: best?.clerks,
      attainableShares: services.map { attainable($0, least) })
  }

  /// Choices under which nobody could be away less: all that can matter.
  private var candidates: [[Int]] {
    let minimal = component.assignees.map { assignee in
      let options = assignees[assignee].options
      return options.indices.filter { option in
        !options.indices.contains { $0 != option && options[option].contains(options[$0]) }
      }
    }
    let count = minimal.reduce(1) { min($0 * $1.count, Self.mostCandidates + 1) }
    guard count <= Self.mostCandidates else {
      // Too many to try all: all alike, then.
      return (0..<(minimal.map(\.count).max() ?? 0)).map { place in
        minimal.map { $0[min(place, $0.count - 1)] }
      }
    }
    return minimal.reduce([[]]) { partial, options in
      partial.flatMap { chosen in options.map { chosen + [$0] } }
    }
  }

  /// The share of days that a service keeps in as many worlds as the demand asks for.
  private func attainable(_ service: Int, _ chosen: [Int]) -> Double {
    let days = component.openDaysOfWorld[service]
    let kept = component.daysKept(chosen)
    let shares = (0..<worlds).map { Double(kept[service * worlds + $0]) / Double(days) }.sorted(
      by: >)
    let place = demand.worlds[component.services[service]] - 1
    return shares[min(max(place, 0), worlds - 1)]
  }

  /// The fewest people more at a service, by an integer program whose slack they are.
  private func clerks(at service: Int, _ chosen: [Int]) -> [ServiceRemedy.Clerks]? {
    let needed =
      (demand.shareOfDays[component.services[service]]
      * Double(component.openDaysOfWorld[service]) - 1e-9).rounded(.up)
    // Days kept by weekday with 0, 1, 2 … people more, until every world keeps enough.
    var kept: [[Int]] = []
    for more in 0...Self.mostClerks {
      var extra = Array(repeating: 0, count: component.services.count * 7)
      for weekday in 0..<7 { extra[service * 7 + weekday] = more }
      let all = component.weekdaysKept(chosen, extra: extra)
      kept.append(Array(all[(service * worlds * 7)..<((service + 1) * worlds * 7)]))
      let sums = (0..<worlds).map { world in (0..<7).reduce(0) { $0 + kept[more][world * 7 + $1] } }
      let full = sums.count { Double($0) >= needed }
      if full == worlds { break }
    }
    let levels = kept.count
    let column = { (weekday: Int, more: Int) in weekday * levels + more }
    let first = Weekday.workingWeek.count * levels
    var program = IntegerProgram(
      objective: Weekday.workingWeek.indices.flatMap { _ in (0..<levels).map { -Double($0) } }
        + Array(repeating: 0, count: worlds))
    for weekday in Weekday.workingWeek.indices {
      program.rows.append(
        .init((0..<levels).map { (column: column(weekday, $0), value: 1) }, in: 1...1))
    }
    for world in 0..<worlds {
      var terms: [(column: Int, value: Double)] = []
      for weekday in Weekday.workingWeek.indices {
        for more in 0..<levels where kept[more][world * 7 + weekday] > 0 {
          terms.append((column(weekday, more), Double(kept[more][world * 7 + weekday])))
        }
      }
      program.rows.append(.init(terms + [(first + world, -needed)], in: 0...(.infinity)))
    }
    program.rows.append(
      .init(
        (0..<worlds).map { (column: first + $0, value: 1) },
        in: Double(demand.worlds[component.services[service]])...(.infinity)))
    guard let solution = program.solve() else { return nil }
    return Weekday.workingWeek.enumerated().compactMap { place, weekday in
      let people = (0..<levels).first { solution.isChosen[column(place, $0)] } ?? 0
      return people == 0
        ? nil
        : ServiceRemedy.Clerks(
          service: component.services[service], weekday: weekday, people: people)
    }
  }
}
