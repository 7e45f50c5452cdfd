public import HybridWork
public import Simulation

/// The answer to ``OptimizationRun``: the front of policies, and why a promise can't be kept.
public struct OptimizationResult: Sendable {
  /// The study.
  public let study: Study
  /// What was asked.
  public let settings: OptimizationSettings
  /// The policy whose eligibility and take-up are kept.
  public let template: Policy
  /// The points, from the weakest promise to the strongest.
  public let points: [FrontPoint]
  /// The baseline and every accepted policy on draws that neither chose nor judged; nil when none was
  /// accepted.
  public let result: StudyResult?
  /// For each unit what one more flexible day brings.
  public let prices: [DayPrice]
  /// The worlds of ``result`` and of the prices.
  public static let reportWorlds = 64

  /// The point of the promise that was asked for.
  public var asked: FrontPoint? {
    points.first { $0.shareOfDays == settings.promise.shareOfDays }
  }

  /// The mean gain of a point over the baseline in the direction that is good; NaN without a policy.
  public func gain(_ outcome: Outcome, at point: FrontPoint) -> Double {
    guard let scenario = point.scenario, let result else { return .nan }
    return result.gain(outcome, scenario: scenario)
  }

  /// The place among ``points`` of the knee: the one farthest from the line between the ends.
  ///
  /// Both axes are measured from 0 to 1 over the points found. Nil with fewer than three points or
  /// when none lies above the line by more than 0.05.
  public var knee: Int? {
    let found = points.indices.filter { points[$0].scenario != nil }
    guard found.count > 2, let first = found.first, let last = found.last else { return nil }
    let gains = found.map { gain(settings.objectives[0], at: points[$0]) }
    guard let least = gains.min(), let most = gains.max(), most > least else { return nil }
    func height(_ place: Int) -> Double {
      (gain(settings.objectives[0], at: points[place]) - least) / (most - least)
    }
    let width = points[last].shareOfDays - points[first].shareOfDays
    func distance(_ place: Int) -> Double {
      let along = (points[place].shareOfDays - points[first].shareOfDays) / width
      return height(place) - (height(first) + along * (height(last) - height(first)))
    }
    let farthest = found.max { distance($0) < distance($1) }
    return farthest.flatMap { distance($0) > 0.05 ? $0 : nil }
  }
}

/// The best policy under one promise.
public struct FrontPoint: Sendable {
  /// What came of the search.
  public enum Outcome: Sendable, Equatable {
    /// Judged to keep the promise on draws not used to choose it.
    case accepted
    /// No choice keeps the promise; what would make it possible, empty when the fairness bound and
    /// the fewest days exclude each other.
    case infeasible([ServiceRemedy])
    /// Choices were found, but none was accepted.
    case notAccepted
  }

  /// The share of days on which services keep the promise.
  public let shareOfDays: Double
  /// What came of it.
  public let outcome: Outcome
  /// The days of every unit or position; nil without a policy.
  public let assignment: DayAssignment?
  /// The policy; nil without one.
  public let policy: Policy?
  /// The policy's place among the scenarios of ``OptimizationResult/result``.
  public let scenario: Int?
  /// The lowest ratio between two groups of one of the study's access groupings of the days a week
  /// of each person eligible, on the draws of ``OptimizationResult/result``; NaN without any.
  public let dayRatio: Double
  /// How far the first objective may be from the best on the draws the search saw, by the solver's
  /// proof, relative to it.
  public let gap: Double
  /// The mean gain in the first objective on the draws the search saw, unit by unit or position by
  /// position and added up, which is what the program made largest; NaN without a choice.
  public let gainSeen: Double
  /// The same gain of the whole policy on the same draws.
  ///
  /// What it has more or less is what units or positions do to each other. NaN without a policy.
  public let gainTogether: Double
  /// Rounds of judging.
  public let rounds: Int
  /// How each service kept the promise before the last judge.
  public let services: [ServiceReading]
}

/// How one service kept a promise on draws not used to choose the policy.
public struct ServiceReading: Sendable, Equatable {
  /// The service's place in the study.
  public let service: Int
  /// Worlds in which it was kept on the share of days asked for.
  public let worldsKept: Int
  /// Worlds judged.
  public let worlds: Int
  /// The fewest that had to keep it.
  public let worldsNeeded: Int
  /// The mean share of days on which it was kept.
  public let shareOfDays: Double
}

/// What a number of flexible days a week does in one unit while the others stay as they are today.
public struct DayPrice: Sendable {
  /// The unit.
  public let unit: String
  /// The figures for 0, 1, … days, in the order in which weekdays are added; empty for units that
  /// are too small to be shown.
  public let steps: [Step]

  /// One number of days.
  public struct Step: Sendable {
    /// The weekdays away, all of the unit who may and would.
    public let weekdays: [Weekday]
    /// The figures of the unit and of the services it serves against everyone in the office; NaN
    /// where there is nothing to tell.
    public let changes: [Outcome: Double]
    /// Whether every service of the unit keeps the promise asked for.
    public let keepsPromise: Bool
  }

  /// The outcomes told.
  public static let outcomes: [Outcome] = [
    .flexibleDaysPerWeek, .budgetNetRupiah, .staffNetRupiah, .outputChange, .fteEquivalent,
    .coverage, .meanWaitMinutes, .p90WaitMinutes, .lostCitizens,
  ]
}
