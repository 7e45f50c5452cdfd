import HybridWork
import Simulation
import Statistics

/// The integer program of days: one option a unit or position, all services' promises and the
/// fairness bound.
///
/// Assignees that serve alone are judged option by option before the program is made. Where several
/// serve together, choices that break a promise are cut off one after another, together with every
/// choice under which even more people would be away, until the best one left keeps it.
final class DayProgram {
  /// What the services must keep in the worlds that the search sees.
  struct Demand: Equatable {
    /// The share of days of each service, 0…1.
    var shareOfDays: [Double]
    /// The number of worlds in which each service must keep it.
    var worlds: [Int]
    /// The least ratio of days between groups.
    var fairness: Double
  }

  /// A choice that the program holds for the best.
  struct Proposal {
    /// The option of each assignee, by number.
    let options: [Int]
    /// The distance from the best by the solver's proof, relative.
    let gap: Double
    /// How many programs were solved for it.
    let programs: Int
  }

  let assignees: [AssigneeSamples]
  let components: [ServiceComponent]
  /// People of each compared group, and the pairs compared.
  private let people: [Int]
  private let pairs: [(Int, Int)]
  private let objectiveCount: Int
  /// Whether more people planned away never means more on site on any day.
  private let isMonotone: Bool
  /// Days kept by option of the components of one assignee, `[component][option]`.
  private let keptAlone: [[[Int]]]
  /// The components that each assignee serves alone.
  private let aloneOfAssignee: [[Int]]

  init(
    assignees: [AssigneeSamples], components: [ServiceComponent], people: [Int],
    pairs: [(Int, Int)],
    objectiveCount: Int, isMonotone: Bool
  ) {
    self.assignees = assignees
    self.components = components
    self.people = people
    self.pairs = pairs
    self.objectiveCount = objectiveCount
    self.isMonotone = isMonotone
    keptAlone = components.map { component in
      guard component.assignees.count == 1 else { return [] }
      return assignees[component.assignees[0]].options.indices.map { component.daysKept([$0]) }
    }
    var alone: [[Int]] = Array(repeating: [], count: assignees.count)
    for (place, component) in components.enumerated() where component.assignees.count == 1 {
      alone[component.assignees[0]].append(place)
    }
    aloneOfAssignee = alone
  }

  /// The best choice under some demands; nil when there is none.
  func solve(_ demand: Demand) -> Proposal? {
    let allowed = assignees.indices.map { self.allowed(assignee: $0, demand) }
    guard allowed.allSatisfy({ !$0.isEmpty }) else { return nil }
    let columns = DayColumns(assignees: assignees, allowed: allowed, objectiveCount: objectiveCount)
    var cuts: [IntegerProgram.Row] = []
    var programs = 0
    while true {
      var program = IntegerProgram(objective: [])
      program.rows = columns.choices + fairness(columns, demand.fairness) + cuts
      guard let (chosen, gap) = columns.best(&program) else { return nil }
      programs += 1
      let broken = components.indices.filter { place in
        components[place].assignees.count > 1 && !isKept(place, chosen, demand)
      }
      guard !broken.isEmpty else {
        return Proposal(options: chosen, gap: gap, programs: programs)
      }
      cuts += broken.map { cut(components[$0], chosen, demand, columns) }
    }
  }

  /// The worlds that keep the promise under a choice, for each service of each component.
  func worldsKept(_ chosen: [Int], _ demand: Demand) -> [[Int]] {
    components.indices.map { place in
      let component = components[place]
      let own = component.assignees.map { chosen[$0] }
      let shares = component.services.map { demand.shareOfDays[$0] }
      return component.assignees.count == 1
        ? component.worlds(kept: keptAlone[place][own[0]], shareOfDays: shares)
        : component.worldsKept(own, shareOfDays: shares)
    }
  }

  /// The options of an assignee that keep the promises, as far as it serves alone.
  func allowed(assignee: Int, _ demand: Demand) -> [Int] {
    assignees[assignee].options.indices.filter { option in
      aloneOfAssignee[assignee].allSatisfy { place in
        let component = components[place]
        let shares = component.services.map { demand.shareOfDays[$0] }
        let kept = component.worlds(kept: keptAlone[place][option], shareOfDays: shares)
        return zip(kept, component.services).allSatisfy { $0 >= demand.worlds[$1] }
      }
    }
  }

  private func isKept(_ place: Int, _ chosen: [Int], _ demand: Demand) -> Bool {
    let component = components[place]
    return isKept(component, component.assignees.map { chosen[$0] }, demand)
  }

  private func isKept(_ component: ServiceComponent, _ own: [Int], _ demand: Demand) -> Bool {
    let kept = component.worldsKept(
      own, shareOfDays: component.services.map { demand.shareOfDays[$0] })
    return zip(kept, component.services).allSatisfy { $0 >= demand.worlds[$1] }
  }

  /// Forbids a choice that breaks a promise, and all that contain a least such choice found in it.
  private func cut(
    _ component: ServiceComponent, _ chosen: [Int], _ demand: Demand, _ columns: DayColumns
  ) -> IntegerProgram.Row {
    var own = component.assignees.map { chosen[$0] }
    var covered = own.map { [$0] }
    if isMonotone {
      for (place, assignee) in component.assignees.enumerated() {
        let options = assignees[assignee].options
        // Options stand from few days to many: the first that still breaks it is a least one.
        for smaller in options.indices where options[own[place]].contains(options[smaller]) {
          var tried = own
          tried[place] = smaller
          if !isKept(component, tried, demand) {
            own = tried
            break
          }
        }
      }
      covered = zip(component.assignees, own).map { assignee, option in
        let options = assignees[assignee].options
        return options.indices.filter { options[$0].contains(options[option]) }
      }
    }
    let terms = zip(component.assignees, covered).flatMap { assignee, options in
      options.compactMap { columns.column(assignee: assignee, option: $0) }
        .map { (column: $0, value: 1.0) }
    }
    return IntegerProgram.Row(terms, in: -.infinity...Double(component.assignees.count - 1))
  }

  /// For each pair of groups: days a head of the one are at least the bound of the other's.
  private func fairness(_ columns: DayColumns, _ bound: Double) -> [IntegerProgram.Row] {
    guard bound > 0 else { return [] }
    return pairs.map { less, more in
      let terms = columns.places.enumerated().compactMap { column, place in
        let days = assignees[place.assignee].groupDays
        let value =
          days[less][place.option] / Double(people[less])
          - bound * days[more][place.option] / Double(people[more])
        return value == 0 ? nil : (column: column, value: value)
      }
      return IntegerProgram.Row(terms, in: 0...(.infinity))
    }
  }
}

/// The variables of the program: the options of each assignee that are still open.
struct DayColumns {
  /// The assignee and the option of each variable.
  let places: [(assignee: Int, option: Int)]
  private let columnOf: [[Int?]]
  private let gains: [[Double]]

  init(assignees: [AssigneeSamples], allowed: [[Int]], objectiveCount: Int) {
    var places: [(assignee: Int, option: Int)] = []
    columnOf = assignees.enumerated().map { assignee, samples in
      var columns: [Int?] = Array(repeating: nil, count: samples.options.count)
      for option in allowed[assignee] {
        columns[option] = places.count
        places.append((assignee, option))
      }
      return columns
    }
    self.places = places
    gains = (0..<objectiveCount).map { objective in
      places.map { place in
        let samples = assignees[place.assignee]
        return samples.gains[objective * samples.options.count + place.option]
      }
    }
  }

  func column(assignee: Int, option: Int) -> Int? { columnOf[assignee][option] }

  /// One option an assignee.
  var choices: [IntegerProgram.Row] {
    columnOf.map { columns in
      IntegerProgram.Row(columns.compactMap { $0 }.map { (column: $0, value: 1) }, in: 1...1)
    }
  }

  /// The options chosen when each objective in turn is made as large as the earlier ones allow.
  func best(_ program: inout IntegerProgram) -> (options: [Int], gap: Double)? {
    var found: (options: [Int], gap: Double)?
    for objective in gains {
      program.objective = objective
      guard let solution = program.solve() else { break }
      var options = Array(repeating: 0, count: columnOf.count)
      for (column, isChosen) in solution.isChosen.enumerated() where isChosen {
        options[places[column].assignee] = places[column].option
      }
      found = (options, found?.gap ?? solution.gap)
      let scale = max(objective.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
      program.rows.append(
        IntegerProgram.Row(
          objective.enumerated().compactMap { $1 == 0 ? nil : (column: $0, value: $1 / scale) },
          in: (solution.objective / scale - 1e-9)...(.infinity)))
    }
    return found
  }
}
