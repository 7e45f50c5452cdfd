/// Work on cases that citizens or units hand in, done from anywhere within a number of days.
public struct BacklogService: Hashable, Sendable {
  /// The standard that turnaround is held to.
  public struct Standard: Hashable, Sendable {
    /// Share of cases to be finished in time, 0…1.
    public let share: Double
    /// Working days after the day of arrival within which a case is to be finished; 0 is the day
    /// itself.
    public let withinDays: Int

    /// A standard such as "90% within 3 working days".
    public init(share: Double, withinDays: Int) {
      self.share = share
      self.withinDays = withinDays
    }
  }

  /// How many cases come in, and how many lie there at the start.
  public struct Demand: Hashable, Sendable {
    let casesPerDay: Double
    let weekdayWeights: [Double]
    let peaks: [DemandPeak]
    let openingBacklog: Double

    /// Mean cases a day with relative weights of the week, in the order of `Weekday.allCases`.
    public init(
      casesPerDay: Double, weekdayWeights: [Double], peaks: [DemandPeak] = [],
      openingBacklog: Double = 0
    ) {
      self.casesPerDay = casesPerDay
      self.weekdayWeights = weekdayWeights
      self.peaks = peaks
      self.openingBacklog = openingBacklog
    }
  }

  /// Mean cases a day over the weekdays on which cases come in, peaks not counted.
  public let casesPerDay: Double
  /// Cases of each weekday relative to the mean day, in the order of `Weekday.allCases`.
  public let weekdayFactors: [Double]
  /// Times at which more cases come in, such as the end of the budget year.
  public let peaks: [DemandPeak]
  /// Staff minutes to finish one case.
  public let handlingMinutes: Double
  /// The standard.
  public let standard: Standard
  /// Cases not yet finished when the calendar begins.
  public let openingBacklog: Double
  /// Share of its staff's working day given to these cases, above 0, up to 1.
  public let hoursShare: Double

  /// A backlog whose weekday weights are given relatively.
  public init(demand: Demand, handlingMinutes: Double, standard: Standard, hoursShare: Double) {
    casesPerDay = demand.casesPerDay
    weekdayFactors = demand.weekdayWeights.scaledToMeanOne
    peaks = demand.peaks
    openingBacklog = demand.openingBacklog
    self.handlingMinutes = handlingMinutes
    self.standard = standard
    self.hoursShare = hoursShare
  }

  /// Times the usual demand on a date: the product of the peaks that hold.
  public func demandFactor(on date: WorkDate) -> Double { peaks.factor(on: date) }

  /// Cases expected to come in on a date, peaks included.
  public func expectedCases(on date: WorkDate) -> Double {
    casesPerDay * weekdayFactors[date.weekday.rawValue] * demandFactor(on: date)
  }
}

extension [Double] {
  /// Weights scaled to mean 1 over those above 0; all zero if none is.
  var scaledToMeanOne: [Double] {
    let mean = reduce(0, +) / Double(Swift.max(count { $0 > 0 }, 1))
    return map { mean > 0 ? $0 / mean : 0 }
  }
}
