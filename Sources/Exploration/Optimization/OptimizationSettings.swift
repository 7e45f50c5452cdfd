public import HybridWork
import RealModule

/// What a planner asks of the search for days.
public struct OptimizationSettings: Sendable {
  /// What is given days by itself.
  public var assigneeKind = AssigneeKind.unit
  /// How the days of a split may fall.
  public var dayKinds = Set(DayKind.allCases)
  /// What is made as large as can be: the first, then among equals the second, and so on.
  public var objectives: [Outcome] = [.budgetNetRupiah, .flexibleDaysPerWeek]
  /// What every service must keep.
  public var promise = ServicePromise()
  /// The least that the group with the fewest days a week for each person eligible may have of the
  /// days of the group with the most, 0…1, within each of the study's access groupings.
  public var fairness = 0.8
  /// The fewest and the most days a week that a unit or position may be given.
  public var leastDays = 0, mostDays = 2
  /// Caps to choose from: largest shares of a unit, or of a position's people of a unit, away on one
  /// day, above 0 and at most 1.
  public var caps = [0.5, 1]
  /// Shares of days that make up the front beside the one of the promise.
  public var front = [0, 0.5, 0.75, 0.9, 0.95, 0.99]
  /// Worlds that the search sees.
  public var worlds = 128
  /// Worlds that judge, in each round other ones.
  public var judgeWorlds = 200
  /// Calendars in each world.
  public var replications = 1

  /// The usual question: the most for the budget with services no worse than today.
  public init() {}

  /// What can be made as large as can be: outcomes that units add up to.
  public static let possibleObjectives: [Outcome] = [
    .budgetNetRupiah, .staffNetRupiah, .flexibleDaysPerWeek, .officeEnergyRupiah,
    .mealBudgetRupiah, .fuelRupiah, .fuelLitres, .carbonKilograms, .commuteHours, .outputChange,
  ]
}

/// A promise for every service: coverage at least so much, on so many days, in so many worlds.
public struct ServicePromise: Hashable, Sendable {
  /// The least share of a day's half hours covered, or of those covered under the baseline.
  public var least = 1.0
  /// Whether the share is of the baseline's coverage on the same day.
  public var isOfBaseline = true
  /// The share of the days a service is open on which it must hold.
  public var shareOfDays = 0.95
  /// The share of worlds in which it must hold on so many days.
  public var shareOfWorlds = 0.9

  /// No worse than today on 95% of days in 90% of worlds.
  public init() {}

  /// The fewest worlds that keep a promise from which one may conclude, with an error of at most
  /// `error`, that it is kept in the share of all worlds that it asks for.
  ///
  /// The exact binomial test: with k of n worlds kept, the promise is taken as kept when so many or
  /// more would be seen with a probability of at most `error` if the share were just what is asked.
  ///
  /// - Returns: A number up to `worlds`; nil when even all of them would not do.
  public func worldsNeeded(of worlds: Int, error: Double) -> Int? {
    var tail = 0.0
    var needed: Int?
    for kept in (0...worlds).reversed() {
      tail += Self.binomial(kept, of: worlds, shareOfWorlds)
      guard tail <= error else { break }
      needed = kept
    }
    return needed
  }

  private static func binomial(_ count: Int, of trials: Int, _ share: Double) -> Double {
    guard share > 0, share < 1 else { return (share <= 0 ? 0 : trials) == count ? 1 : 0 }
    let ways =
      Double.logGamma(Double(trials + 1)) - .logGamma(Double(count + 1))
      - .logGamma(Double(trials - count + 1))
    return .exp(ways + Double(count) * .log(share) + Double(trials - count) * .log(1 - share))
  }
}
