/// How often one kind of day met one staffing in one calendar of one service.
struct CounterVisit {
  /// The kind of day, a place in ``ServicePlan/classes``.
  let dayClass: UInt16
  /// The staffing, a place in ``CounterPlan/staffings``.
  let staffing: UInt16
  /// Days.
  let days: UInt16
}

/// The visits of one world: every replication, scenario and service.
struct WorldVisits {
  private(set) var visits: [CounterVisit] = []
  private var starts: [Int] = [0]

  mutating func clear() {
    visits.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  mutating func add(_ visit: CounterVisit) { visits.append(visit) }

  /// Ends the list of one service; services follow each other within scenarios within replications.
  mutating func closeService() { starts.append(visits.count) }

  /// The visits of the service that was closed as number `index`.
  subscript(index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }
}
