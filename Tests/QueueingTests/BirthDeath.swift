import RealModule

/// The exact steady state of a queue by its balance equations, state for state.
///
/// An oracle that shares no formula with the code under test: only arrival and departure rates.
struct BirthDeath {
  var waiting = 0.0
  var queue = 0.0
  var busy = 0.0

  init(load: Double, servers: Int, patienceInServices: Double) {
    var logs = [0.0]
    var highest = 0.0
    for state in 1... {
      let leaving =
        Double(min(state, servers)) + Double(max(state - servers, 0)) / patienceInServices
      let next = logs[state - 1] + .log(load / leaving)
      logs.append(next)
      highest = max(highest, next)
      if load < leaving, next < highest - 60 { break }
    }
    let weights = logs.map { Double.exp($0 - highest) }
    let sum = weights.reduce(0, +)
    for (state, weight) in weights.enumerated() {
      let share = weight / sum
      busy += Double(min(state, servers)) * share
      guard state >= servers else { continue }
      waiting += share
      queue += Double(state - servers) * share
    }
  }
}
