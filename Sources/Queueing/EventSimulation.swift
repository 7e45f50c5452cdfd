/// Days at a counter simulated event by event: the check on ``CounterDay``.
///
/// Arrivals are Poisson at a constant rate within each slot; service and patience may have any
/// ``TimeDistribution``. First come first served within a class; priority citizens go before all
/// others but interrupt nobody. Servers come and leave as in ``CounterDay``: idle ones leave first,
/// then those who have served longest, each after finishing the citizen in front of her.
public struct EventSimulation: Sendable {
  /// The stretches of the day.
  public let slots: [CounterDay.Slot]
  /// The times that services take.
  public let service: TimeDistribution
  /// The times that citizens are willing to wait.
  public let patience: TimeDistribution
  /// What happens with the queue after the last slot.
  public let closing: CounterDay.Closing
  /// How many citizens get a ticket each day, priority or not; nil for no limit.
  public var dailyTickets: Int?
  /// The share of arrivals that have priority.
  public var priorityShare = 0.0

  /// Describes the days.
  ///
  /// - Throws: ``QueueingError`` if a number is impossible.
  public init(
    slots: [CounterDay.Slot], service: TimeDistribution, patience: TimeDistribution,
    closing: CounterDay.Closing
  ) throws(QueueingError) {
    _ = try CounterDay(
      slots: slots, serviceMinutes: service.mean, patienceMinutes: patience.mean, closing: closing)
    for case .logNormal(_, let variation) in [service, patience] {
      try QueueingError.checkNotNegative(variation, .coefficientOfVariation)
    }
    self.slots = slots
    self.service = service
    self.patience = patience
    self.closing = closing
  }

  /// Simulates one day and counts what each class of citizens meets.
  ///
  /// - Parameters:
  ///   - uniforms: the stream that the day's chances are drawn from.
  ///   - target: the wait within which service should start, in minutes.
  ///   - edges: waits in minutes.
  /// - Returns: counts that add up: arrivals = served + abandoned + sent away.
  public func day(
    _ uniforms: inout UniformStream, withinMinutes target: Double, edges: [Double]
  ) -> SimulatedDay {
    var run = EventRun(self, target: target, edges: edges)
    return run.day(&uniforms)
  }

  /// Simulates days one after the other; gives their mean.
  ///
  /// - Parameters:
  ///   - count: how many days, at least 1.
  ///   - uniforms: the stream that the days' chances are drawn from.
  ///   - target: the wait within which service should start, in minutes.
  ///   - edges: waits in minutes.
  ///   - each: sees every day, as for a standard error.
  /// - Returns: the mean day.
  public func meanDay(
    of count: Int, _ uniforms: inout UniformStream, withinMinutes target: Double, edges: [Double],
    each: (SimulatedDay) -> Void = { _ in }
  ) -> SimulatedDay {
    precondition(count >= 1, "\(count) days")
    var run = EventRun(self, target: target, edges: edges)
    var sum = run.day(&uniforms)
    each(sum)
    for _ in 1..<count {
      let day = run.day(&uniforms)
      each(day)
      sum.ordinary.add(day.ordinary)
      sum.priority.add(day.priority)
    }
    sum.ordinary.scale(by: 1 / Double(count))
    sum.priority.scale(by: 1 / Double(count))
    return sum
  }
}

/// What the two classes of citizens meet on a simulated day, or on the mean of several.
public struct SimulatedDay: Hashable, Sendable {
  /// Those without priority.
  public internal(set) var ordinary: CounterDayOutcome
  /// Those with priority.
  public internal(set) var priority: CounterDayOutcome

  /// Both classes together.
  public var all: CounterDayOutcome {
    var sum = ordinary
    sum.add(priority)
    return sum
  }
}

extension CounterDayOutcome {
  mutating func add(_ other: CounterDayOutcome) {
    combine(other) { $0 + $1 }
  }

  mutating func scale(by factor: Double) {
    combine(self) { first, _ in first * factor }
  }

  private mutating func combine(_ other: Self, _ operation: (Double, Double) -> Double) {
    for path in Self.numbers {
      self[keyPath: path] = operation(self[keyPath: path], other[keyPath: path])
    }
    for index in waitingBeyond.indices {
      waitingBeyond[index] = operation(waitingBeyond[index], other.waitingBeyond[index])
    }
    for index in meanQueueBySlot.indices {
      meanQueueBySlot[index] = operation(meanQueueBySlot[index], other.meanQueueBySlot[index])
    }
  }

  private static var numbers: [WritableKeyPath<Self, Double>] {
    [
      \.arrivals, \.served, \.abandoned, \.sentAway, \.waitMinutes, \.servedInTime, \.busyMinutes,
      \.overtimeMinutes, \.inSystemAtEnd, \.lostToTruncation,
    ]
  }
}
