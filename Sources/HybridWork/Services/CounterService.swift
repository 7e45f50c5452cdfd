import Queueing

/// A counter: planned arrivals by weekday and half hour, handling time, and a standard.
public struct CounterService: Hashable, Sendable {
  /// The standard a counter is held to.
  public struct Standard: Hashable, Sendable {
    /// Share of arrivals to be served in time, 0…1.
    public let share: Double
    /// Longest wait before service starts, in minutes.
    public let withinMinutes: Double

    /// A standard such as "80% within 15 minutes".
    public init(share: Double, withinMinutes: Double) {
      self.share = share
      self.withinMinutes = withinMinutes
    }
  }

  /// Counters that its own staff can run at once; those of other agencies come on top.
  public let counters: Int
  /// Mean citizens a day over the open weekdays, those served online included, peaks not counted.
  public let visitorsPerDay: Double
  /// Load of each weekday relative to the mean day, in the order of `Weekday.allCases`; 0 if closed.
  public let weekdayFactors: [Double]
  /// All half hours from opening to closing, breaks included; their shares sum to 1.
  public let slots: [DaySlot]
  /// Central time to serve one citizen, in minutes.
  public let handlingMinutes: Double
  /// The standard.
  public let standard: Standard
  /// How the counter is run and reached.
  public let terms: CounterTerms
  /// Places among ``slots`` of those in which someone serves.
  public let openSlots: [Int]

  /// A counter whose weekday factors and half-hour weights are given relatively.
  ///
  /// Weekday weights are scaled to mean 1 over open days, weights of the half hours to sum 1. A
  /// break's half hours are open if the break rule says so, else closed, whatever the slots say.
  public init(
    counters: Int, demand: Demand, handlingMinutes: Double, standard: Standard,
    terms: CounterTerms = CounterTerms()
  ) {
    self.counters = counters
    self.visitorsPerDay = demand.visitorsPerDay
    self.weekdayFactors = demand.weekdayWeights.scaledToMeanOne
    let sum = demand.slots.reduce(0) { $0 + $1.share }
    slots = demand.slots.map { slot in
      DaySlot(
        start: slot.start, share: sum > 0 ? slot.share / sum : 0,
        isOpen: slot.isBreak ? terms.breakRule == .halfStaff : slot.isOpen, isBreak: slot.isBreak)
    }
    openSlots = slots.indices.filter { [slots] in slots[$0].isOpen }
    self.handlingMinutes = handlingMinutes
    self.standard = standard
    self.terms = terms
  }

  /// A counter of which only the open half hours are given, one for each half-hour weight.
  public init(
    counters: Int, demand: Demand, halfHours: [TimeOfDay], handlingMinutes: Double,
    standard: Standard
  ) {
    let weights = demand.slots.map(\.share)
    let day = Demand(
      visitorsPerDay: demand.visitorsPerDay, weekdayWeights: demand.weekdayWeights,
      slots: DaySlot.day(halfHours: halfHours, weights: weights))
    self.init(
      counters: counters, demand: day, handlingMinutes: handlingMinutes, standard: standard)
  }

  /// Planned demand of a counter.
  public struct Demand: Hashable, Sendable {
    let visitorsPerDay: Double
    let weekdayWeights: [Double]
    let slots: [DaySlot]

    /// Mean visitors a day with the shape of the week and of the day as relative weights.
    public init(visitorsPerDay: Double, weekdayWeights: [Double], slots: [DaySlot]) {
      self.visitorsPerDay = visitorsPerDay
      self.weekdayWeights = weekdayWeights
      self.slots = slots
    }

    /// Mean visitors a day with weights of the open half hours, from midnight on until they are
    /// placed.
    public init(visitorsPerDay: Double, weekdayWeights: [Double], halfHourWeights: [Double]) {
      let midnight = TimeOfDay.midnight
      self.init(
        visitorsPerDay: visitorsPerDay, weekdayWeights: weekdayWeights,
        slots: halfHourWeights.map { DaySlot(start: midnight, share: $0) })
    }
  }
}
