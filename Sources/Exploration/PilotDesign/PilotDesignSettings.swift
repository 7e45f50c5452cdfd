public import HybridWork

/// What the planner asks of a pilot's design.
public struct PilotDesignSettings: Sendable {
  /// The outcome by service that the pilot measures each month.
  public var outcome: Outcome
  /// The smallest and the largest number of units.
  public var units: ClosedRange<Int>
  /// The shortest and the longest time under treatment, in months.
  public var months: ClosedRange<Int>
  /// Months observed before the start, at least two.
  public var monthsBefore = 12
  /// Pilots made up on each plan.
  public var trials = 300
  /// The standard deviation of a unit's month beyond what the simulation has, in the outcome's unit;
  /// nil for ``assumedNoiseShare`` of the mean level.
  public var noise: Double?
  /// The worst change that would still be accepted, above 0 and in the outcome's unit; nil for the
  /// study's threshold, else for ``assumedLimitShare`` of the mean level.
  public var limit: Double?

  /// Judgement (J): a tenth of the level, of the nearer end for shares.
  ///
  /// Real months also differ by
  /// arrivals, weather and how a queue is logged, for which no Indonesian series was found.
  public static let assumedNoiseShare = 0.1
  /// Judgement (J): a tenth of the level, of the nearer end for shares.
  public static let assumedLimitShare = 0.1
  /// The most exchanges of treatment in a trial.
  static let draws = 999

  /// Outcomes that a service reports month by month; cases of backlogs carry over and are not.
  public static let outcomes: [Outcome] = [
    .meanWaitMinutes, .p90WaitMinutes, .servedWithinStandard, .lostCitizens, .coverage,
    .coverageCitizens,
  ]

  /// An outcome with ranges of units and months.
  public init(outcome: Outcome, units: ClosedRange<Int>, months: ClosedRange<Int>) {
    self.outcome = outcome
    self.units = units
    self.months = months
  }

  /// The numbers of units that are tried: both ends, and even numbers between them.
  func unitCounts(atMost limit: Int) -> [Int] {
    let last = min(units.upperBound, limit)
    return (units.lowerBound...last).filter {
      $0 == units.lowerBound || $0 == last || $0.isMultiple(of: 2)
    }
  }

  /// The lengths that are tried: both ends, and whole quarters between them.
  var monthCounts: [Int] {
    months.filter {
      $0 == months.lowerBound || $0 == months.upperBound || $0.isMultiple(of: 3)
    }
  }
}
