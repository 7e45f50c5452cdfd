import Dispatch
public import HybridWork
public import Simulation
import Statistics
import Synchronization

/// Searches for the days, splits and caps of every unit or position that bring the most while
/// services keep a promise.
///
/// An integer program proposes, by figures simulated unit by unit or position by position; a simulation of the whole study
/// on other draws judges; a refused proposal tightens what the program demands.
public struct OptimizationRun: Sendable {
  /// The study.
  public let study: Study
  /// The policy whose eligibility and take-up are kept.
  public let template: Policy
  /// What is asked.
  public let settings: OptimizationSettings

  /// The error of a first round's judgement; each later round has half of the one before, so that a
  /// policy that breaks its promise is accepted with a probability of at most twice this.
  static let firstError = 0.025
  /// Rounds after which a promise is given up.
  static let mostRounds = 12
  /// Prepares a search on a study.
  public init(_ study: Study, template: Policy, settings: OptimizationSettings) {
    self.study = study
    self.template = template
    self.settings = settings
  }

  /// Searches, judges and prices.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: The front and the prices of days.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> OptimizationResult {
    let search = try DaySearch(self, threads: threads) { progress(0.5 * $0) }
    let quests = try search.quests(shareOfDays: shares, threads: threads) {
      progress(0.5 + 0.2 * $0)
    }
    let policies = quests.filter(\.isAccepted).compactMap(\.policy)
    let fresh = study.comparing(policies).running(
      RunSettings(
        worlds: OptimizationResult.reportWorlds, replications: settings.replications,
        seed: search.seed(of: "report")))
    let result =
      policies.isEmpty
      ? nil
      : try StudyRun(fresh).run(threads: threads, grid: grid) { progress(0.7 + 0.1 * $0) }
    let together = try search.gainsTogether(quests, threads: threads)
    var scenario = 0
    let points = quests.map { quest -> FrontPoint in
      guard quest.isAccepted else { return search.point(quest, result, scenario: nil) }
      scenario += 1
      return search.point(
        quest, result, scenario: scenario, gainTogether: together[scenario - 1])
    }
    let prices = try DayPricing(search, grid: grid).prices(threads: threads) {
      progress(0.8 + 0.2 * $0)
    }
    return OptimizationResult(
      study: study, settings: settings, template: template, points: points, result: result,
      prices: prices)
  }

  private var shares: [Double] { Set(settings.front + [settings.promise.shareOfDays]).sorted() }

  /// The points of the front without their figures and without prices: what was chosen and accepted.
  package func points(threads: Int) throws(SimulationError) -> [FrontPoint] {
    let search = try DaySearch(self, threads: threads) { _ in }
    return try search.quests(shareOfDays: shares, threads: threads) { _ in }
      .map { search.point($0, nil, scenario: nil) }
  }

  /// What the program proposes first for the promise asked for, not yet judged: the days and the gain
  /// in the first objective on the study's own draws; nil when no choice keeps the promise.
  package func firstProposal() throws(SimulationError) -> (days: DayAssignment, gain: Double)? {
    let search = try DaySearch(self, threads: 1) { _ in }
    guard let proposal = search.program.solve(search.demand(settings.promise.shareOfDays)) else {
      return nil
    }
    return (search.assignment(proposal), search.gain(proposal))
  }
}

/// Fills places on several threads; the order in which they are filled does not matter.
func concurrentMap<Value: Sendable>(
  count: Int, threads: Int, progress: @Sendable (Double) -> Void = { _ in },
  _ make: @Sendable (Int) throws(SimulationError) -> Value
) throws(SimulationError) -> [Value] {
  let results = Mutex<[Result<Value, SimulationError>?]>(Array(repeating: nil, count: count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, max(count, 1))) { thread in
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < count else { return }
      let made: Result<Value, SimulationError>
      do throws(SimulationError) { made = .success(try make(place)) } catch {
        made = .failure(error)
      }
      results.withLock { $0[place] = made }
      if thread == 0 { progress(Double(place) / Double(count)) }
    }
  }
  var values: [Value] = []
  for case let result? in results.withLock({ $0 }) { values.append(try result.get()) }
  return values
}
