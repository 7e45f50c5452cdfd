import HybridWork

/// Expected queues and staff by place of coverage, added up over calendars.
struct QueueTally {
  /// Sums of one scenario and place over days and calendars.
  struct Place {
    /// Mean numbers of citizens waiting.
    var queue = 0.0
    /// Citizens who come.
    var arrivals = 0.0
    /// Staff who serve, other agencies' included.
    var servers = 0
    /// Days.
    var days = 0
  }

  private(set) var places: [Place]
  private let cellCount: Int

  init(scenarioCount: Int, cellCount: Int) {
    self.cellCount = cellCount
    places = Array(repeating: Place(), count: scenarioCount * cellCount)
  }

  mutating func clear() {
    for index in places.indices { places[index] = Place() }
  }

  mutating func add(_ other: QueueTally) {
    for index in places.indices {
      places[index].queue += other.places[index].queue
      places[index].arrivals += other.places[index].arrivals
      places[index].servers += other.places[index].servers
      places[index].days += other.places[index].days
    }
  }

  subscript(scenario: Int, cell: Int) -> Place { places[scenario * cellCount + cell] }

  /// Adds the queues of a counter's visits.
  mutating func addQueues(
    _ visits: [CounterEvaluation.Visit], _ plan: ServicePlan, scenario: Int,
    _ waiting: WorldWaiting
  ) {
    guard let counter = plan.counter else { return }
    let patience = waiting.patienceMinutes
    waiting.read { values in
      for visit in visits {
        let all = visit.days * visit.arrivals
        let first = scenario * cellCount + plan.firstCell[visit.weekday]
        for (half, slot) in counter.openSlots.enumerated() {
          let queue =
            values[visit.lower + NodeValues.firstQueue + slot] * (1 - visit.beyond)
            + values[visit.upper + NodeValues.firstQueue + slot] * visit.beyond
          places[first + half].queue += all * queue * patience
          places[first + half].arrivals += all * counter.shape.slots[slot].share
        }
      }
    }
  }

  /// Adds the staff of a service's visits.
  mutating func addStaff(
    _ visits: ArraySlice<CounterVisit>, _ plan: ServicePlan, scenario: Int
  ) {
    for visit in visits {
      let day = plan.classes[Int(visit.dayClass)]
      let first = scenario * cellCount + plan.firstCell[day.weekday]
      for half in day.needs.indices {
        places[first + half].servers +=
          plan.servers(Int(visit.staffing), part: half) * Int(visit.days)
        places[first + half].days += Int(visit.days)
      }
    }
  }
}
