import Queueing

extension CounterDayOutcome {
  /// A figure by its name in the reference files; `edges` are those of the outcome.
  func figure(_ name: String, edges: [Double]) -> Double? {
    switch name {
    case "arrivals": arrivals
    case "served": served
    case "abandoned": abandoned
    case "sentAway": sentAway
    case "waitMinutes": waitMinutes
    case "servedInTime": servedInTime
    case "busyMinutes": busyMinutes
    case "overtimeMinutes": overtimeMinutes
    case "inSystemAtEnd": inSystemAtEnd
    default: numbered(name, edges: edges)
    }
  }

  private func numbered(_ name: String, edges: [Double]) -> Double? {
    let words = name.split(separator: " ")
    guard words.count == 2 else { return nil }
    if words[0] == "queue" { return Int(words[1]).map { meanQueueBySlot[$0] } }
    guard let edge = Double(words[1]), let place = edges.firstIndex(of: edge) else { return nil }
    return waitingBeyond[place]
  }
}

extension CounterDay {
  /// Slots of so many minutes each.
  init(
    _ slots: [(minutes: Double, arrivals: Double, servers: Int)], service: Double, patience: Double,
    closing: Closing
  ) throws {
    try self.init(
      slots: slots.map { Slot(minutes: $0.minutes, arrivals: $0.arrivals, servers: $0.servers) },
      serviceMinutes: service, patienceMinutes: patience, closing: closing)
  }
}
