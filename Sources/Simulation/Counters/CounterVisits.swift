/// How often one kind of day met one staffing in one calendar of one service.
struct CounterVisit: Equatable {
  /// The staffing, a place in ``CounterPlan/staffings``, or people at posts, who may be many.
  let staffing: UInt32
  /// The kind of day, a place in ``ServicePlan/classes``.
  let dayClass: UInt16
  /// Days.
  let days: UInt16
}

/// The visits of one world: every replication, scenario and service, in this order.
///
/// Many policies leave a service's staff as it is; equal lists of one replication are kept once.
struct WorldVisits {
  private var visits: [CounterVisit] = []
  private var lists: [Range<Int>] = []
  /// For each list the first list of the same replication and service that equals it.
  private var firstEqual: [Int] = []
  private var openList = 0
  private let services: Int
  private let scenarios: Int

  init(services: Int, scenarios: Int) {
    self.services = services
    self.scenarios = scenarios
  }

  mutating func clear() {
    visits.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
    firstEqual.removeAll(keepingCapacity: true)
    openList = 0
  }

  mutating func add(_ visit: CounterVisit) { visits.append(visit) }

  /// Ends the list of one service.
  mutating func closeService() {
    let list = openList..<visits.count
    let index = lists.count
    let scenario = index / services % scenarios
    for earlier in stride(from: index - scenario * services, to: index, by: services)
    where firstEqual[earlier] == earlier && visits[lists[earlier]] == visits[list] {
      lists.append(lists[earlier])
      firstEqual.append(earlier)
      visits.removeLast(list.count)
      return
    }
    lists.append(list)
    firstEqual.append(index)
    openList = visits.count
  }

  private func index(_ replication: Int, _ scenario: Int, _ service: Int) -> Int {
    (replication * scenarios + scenario) * services + service
  }

  /// The first scenario whose staff serves as this one's does, in this calendar.
  func firstEqualScenario(replication: Int, scenario: Int, service: Int) -> Int {
    firstEqual[index(replication, scenario, service)] / services % scenarios
  }

  /// The visits of a service in one calendar of a scenario.
  func list(replication: Int, scenario: Int, service: Int) -> ArraySlice<CounterVisit> {
    visits[lists[index(replication, scenario, service)]]
  }
}
