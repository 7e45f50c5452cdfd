import HybridWork

/// What citizens meet at one counter in one calendar: visits times solved days.
///
/// Citizens who were not served come back on later days with the share that the service states. In
/// the long run that multiplies every day's arrivals by m = 1 + share × lost(m) ÷ planned, solved from
/// m = 1 upwards. Since no more are lost than come, m stays below 1 ÷ (1 − share).
struct CounterEvaluation {
  let plan: CounterPlan
  let classes: [ServicePlan.DayClass]
  let profile: Int
  /// The number in the table of each staffing.
  let staffings: [Int]
  /// Arrivals of this world over those planned.
  let arrivalFactor: Double

  /// Rounds after which m is left as it is; what is missing then is below share^200 of the planned.
  static let mostRounds = 200
  private static let tolerance = 1e-7

  /// One kind of visit with its place between two levels of load.
  struct Visit {
    let arrivals: Double
    let lower: Int
    let upper: Int
    let beyond: Double
    let days: Double
    /// The kind of day, a place in ``ServicePlan/classes``.
    let dayClass: Int
  }

  /// One kind of day between two levels of load.
  struct DayLoad {
    /// Citizens who come; 0 on kinds of day without any.
    let arrivals: Double
    let lower: WorldWaiting.Row
    let upper: WorldWaiting.Row
    let beyond: Double
  }

  /// The loads of all kinds of day when `multiple` times the planned citizens come.
  func loads(multiple: Double, _ waiting: WorldWaiting) -> [DayLoad] {
    let step = waiting.table(profile: profile).steps.load
    let minutes = waiting.handlingMinutes(profile: profile)
    return classes.map { day in
      let arrivals = plan.arrivals(day) * arrivalFactor * multiple
      let load =
        arrivals > 0
        ? GridPosition(arrivals * minutes / plan.shape.minutes, step: step)
        : GridPosition(1, step: 1)
      let lower = waiting.row(profile: profile, load: load.lower)
      return DayLoad(
        arrivals: arrivals, lower: lower,
        upper: load.beyond > 0 ? waiting.row(profile: profile, load: load.lower + 1) : lower,
        beyond: load.beyond)
    }
  }

  /// The visits at the load that returning citizens settle at; nil when a node is missing.
  ///
  /// `planned` are the ``loads(multiple:_:)`` of exactly the planned citizens.
  func settle(
    _ visits: ArraySlice<CounterVisit>, planned: [DayLoad], _ waiting: WorldWaiting
  ) -> [Visit]? {
    let returning = plan.service.terms.returnShare
    let all = visits.reduce(0.0) { $0 + Double($1.days) * planned[Int($1.dayClass)].arrivals }
    guard all > 0 else { return [] }
    var multiple = 1.0
    for round in 0..<Self.mostRounds {
      let loads = round == 0 ? planned : loads(multiple: multiple, waiting)
      guard let placed = place(visits, loads, waiting) else { return nil }
      guard returning > 0 else { return placed }
      let next = 1 + returning * lost(placed, waiting) / all
      guard next > multiple * (1 + Self.tolerance) else { return placed }
      multiple = next
    }
    return place(visits, loads(multiple: multiple, waiting), waiting)
  }

  private func place(
    _ visits: ArraySlice<CounterVisit>, _ loads: [DayLoad], _ waiting: WorldWaiting
  ) -> [Visit]? {
    var placed: [Visit] = []
    placed.reserveCapacity(visits.count)
    var isComplete = true
    for visit in visits {
      let load = loads[Int(visit.dayClass)]
      guard load.arrivals > 0 else { continue }
      let staffing = staffings[Int(visit.staffing)]
      let lower = waiting.place(load.lower, staffing: staffing)
      let upper = load.beyond > 0 ? waiting.place(load.upper, staffing: staffing) : lower
      guard let lower, let upper else {
        isComplete = false
        continue
      }
      placed.append(
        Visit(
          arrivals: load.arrivals, lower: lower, upper: upper, beyond: load.beyond,
          days: Double(visit.days), dayClass: Int(visit.dayClass)))
    }
    return isComplete ? placed : nil
  }

  private func lost(_ visits: [Visit], _ waiting: WorldWaiting) -> Double {
    waiting.read { values in
      visits.reduce(0.0) { sum, visit in
        let below = values[visit.lower + NodeValues.lost]
        let above = values[visit.upper + NodeValues.lost]
        return sum + visit.days * visit.arrivals
          * (below * (1 - visit.beyond) + above * visit.beyond)
      }
    } ?? 0
  }

  /// Adds up what citizens meet.
  func record(_ visits: [Visit], _ waiting: WorldWaiting) -> CitizenRecord {
    var record = CitizenRecord()
    waiting.read { values in
      for visit in visits {
        let all = visit.days * visit.arrivals
        let (low, high) = (all * (1 - visit.beyond), all * visit.beyond)
        let (below, above) = (values + visit.lower, values + visit.upper)
        func sum(_ index: Int) -> Double { low * below[index] + high * above[index] }
        record.arrivals += all
        record.waitMinutes += sum(NodeValues.wait)
        record.servedInTime += sum(NodeValues.servedInTime)
        record.lost += sum(NodeValues.lost)
        for edge in record.beyond.indices {
          record.beyond[edge] += sum(NodeValues.firstEdge &+ edge)
        }
      }
    }
    record.waitMinutes *= waiting.patienceMinutes
    record.lost *= 1 - plan.service.terms.returnShare
    return record
  }
}
