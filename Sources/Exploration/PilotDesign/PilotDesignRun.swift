import Dispatch
public import HybridWork
import PilotAssessment
public import Simulation
import Statistics

/// Simulates pilots of a policy on a study's own services and sees what each layout could show.
public struct PilotDesignRun: Sendable {
  private let study: Study
  private let policy: Policy
  private let settings: PilotDesignSettings

  /// A study's policy and what is asked.
  public init(_ study: Study, policy: Policy, settings: PilotDesignSettings) {
    self.study = study
    self.policy = policy
    self.settings = settings
  }

  /// Simulates months of services, then makes up and analyses pilots on every plan.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: What every plan could show, and the plan to take.
  /// - Throws: ``PilotDesignError``.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(PilotDesignError) -> PilotDesignResult {
    let months = max(study.calendar.wholeMonths.count, 1)
    let longest = settings.monthsBefore + settings.months.upperBound
    let years = max((longest + months - 1) / months, study.run.replications)
    let simulated = try PilotMonths(
      study, policy: policy, outcome: settings.outcome, years: years, threads: threads, grid: grid
    ) { progress($0 / 2) }
    guard simulated.services.count >= settings.units.lowerBound else {
      throw .tooFewUnits(
        settings.outcome, found: simulated.services.count, wanted: settings.units.lowerBound)
    }
    let (units, spread) = simulated.units()
    let level = units.reduce(0) { $0 + $1.level } / Double(units.count)
    let reach = settings.outcome.unit == "share" ? min(level, 1 - level) : level
    let noise = settings.noise ?? PilotDesignSettings.assumedNoiseShare * reach
    let order = Self.order(units, noise: noise)
    let trials = PilotTrials(
      months: simulated, order: order, noise: noise, key: key.child("trial"))
    let powers = try powers(plans(units.count), trials, threads: threads) {
      progress(0.5 + $0 / 2)
    }
    let recommended = Self.recommended(powers)
    let limit = limit(reach: reach)
    let plan = powers[recommended].plan
    let rule = PilotRule(
      limit: limit.value, isWorseUp: settings.outcome.direction == .minimise)
    return PilotDesignResult(
      study: study, policy: policy, settings: settings, units: order.map { units[$0] },
      spread: spread, noise: noise, isNoiseAssumed: settings.noise == nil, limit: limit.value,
      limitSource: limit.source, calendarMonths: simulated.monthCount, powers: powers,
      recommended: recommended, standardised: try standardised(plan),
      decisions: try decisions(rule, plan, trials),
      drawn: Array(randomOrder(plan.units, key.child("drawing")).prefix(plan.treated)))
  }

  /// What the rule decides on the recommended plan's pilots, the same ones as in its power.
  private func decisions(
    _ rule: PilotRule, _ plan: PilotPlan, _ trials: PilotTrials
  ) throws(PilotDesignError) -> PilotDecisions {
    do throws(AssessmentRefusal) {
      return try PilotDecisions(
        rule, plan, trials: (0..<settings.trials).map { trials.trial($0, of: plan) },
        draws: PilotDesignSettings.draws, key: key.child("lots"))
    } catch {
      throw .refused(error)
    }
  }

  private var key: RandomKey { RandomKey(seed: study.run.seed).child("pilot design") }

  /// Units with the largest expected effect for the luck of their months first; those that the
  /// policy does not reach last, the calmest of them first.
  static func order(_ units: [PilotUnit], noise: Double) -> [Int] {
    func luck(_ unit: PilotUnit) -> Double {
      (unit.monthDeviation * unit.monthDeviation + noise * noise).squareRoot()
    }
    func signal(_ unit: PilotUnit) -> Double {
      let effect = abs(unit.effect.mean)
      return effect > 1e-9 * abs(unit.level) ? effect / max(luck(unit), 1e-12) : 0
    }
    return units.indices.sorted { left, right in
      let (a, b) = (units[left], units[right])
      return (-signal(a), luck(a), left) < (-signal(b), luck(b), right)
    }
  }

  /// Every plan that is tried: one treated unit, a quarter and a half of them, together and in waves.
  private func plans(_ available: Int) -> [PilotPlan] {
    settings.unitCounts(atMost: available).flatMap { units in
      settings.monthCounts.flatMap { months in
        Set([1, max(1, units / 4), units / 2]).sorted().flatMap { treated in
          PilotPlan.Start.allCases.compactMap { start in
            PilotPlan(
              units: units, treated: treated, timesBefore: settings.monthsBefore,
              timesAfter: months, start: start)
          }
        }
      }
    }
  }

  /// The least effort that finds the expected effect by the lot; if none does, what detects the
  /// smallest effect with the least effort within a hundredth of it.
  static func recommended(_ powers: [PilotPower]) -> Int {
    func effort(_ place: Int) -> (Int, Int, Int) {
      let plan = powers[place].plan
      return (plan.units * plan.timesAfter, plan.waves, place)
    }
    let enough = powers.indices.filter { powers[$0].byLot.power >= PilotPower.wantedPower }
    if let best = enough.min(by: { effort($0) < effort($1) }) { return best }
    func detectable(_ place: Int) -> Double {
      powers[place].byLot.minimumDetectableEffect ?? .infinity
    }
    let least = powers.indices.map(detectable).min() ?? .infinity
    let near = powers.indices.filter { detectable($0) <= least * 1.01 }
    return near.min { effort($0) < effort($1) } ?? 0
  }

  private func limit(reach: Double) -> (value: Double, source: PilotDesignResult.LimitSource) {
    if let limit = settings.limit { return (limit, .planner) }
    let threshold = study.reporting.thresholds.first {
      $0.outcome == settings.outcome && $0.comparison == .difference && $0.watch != 0
    }
    if let threshold { return (abs(threshold.watch), .threshold) }
    return (PilotDesignSettings.assumedLimitShare * reach, .assumption)
  }

  /// The plan on units whose months are independent standard normal draws.
  private func standardised(_ plan: PilotPlan) throws(PilotDesignError) -> PilotPower {
    let noise = key.child("standardised")
    do throws(AssessmentRefusal) {
      return try PilotPower(
        plan, trials: settings.trials, draws: PilotDesignSettings.draws, key: key.child("lots")
      ) { trial in
        let draws = (0..<(plan.units * plan.times)).map {
          standardNormalQuantile(noise.child(UInt64(trial)).uniform(UInt64($0)))
        }
        return PilotTrial(untreated: draws, treated: draws)
      }
    } catch {
      throw .refused(error)
    }
  }

  private func powers(
    _ plans: [PilotPlan], _ trials: PilotTrials, threads: Int,
    progress: @escaping @Sendable (Double) -> Void
  ) throws(PilotDesignError) -> [PilotPower] {
    let found = PowerSlots(count: plans.count)
    let lots = key.child("lots")
    let count = settings.trials
    DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { thread in
      for place in stride(from: thread, to: plans.count, by: max(threads, 1)) {
        let plan = plans[place]
        found.set(
          place,
          Result { () throws(AssessmentRefusal) in
            try PilotPower(
              plan, trials: count, draws: PilotDesignSettings.draws, key: lots
            ) { trials.trial($0, of: plan) }
          })
        if thread == 0 { progress(Double(place) / Double(plans.count)) }
      }
    }
    do throws(AssessmentRefusal) {
      return try found.all()
    } catch {
      throw .refused(error)
    }
  }
}

/// What threads found, each place written by one of them.
private final class PowerSlots: @unchecked Sendable {
  // Slots are written at places that no two threads share, then only read.
  private let slots: UnsafeMutablePointer<Result<PilotPower, AssessmentRefusal>?>
  private let count: Int

  init(count: Int) {
    self.count = count
    slots = .allocate(capacity: max(count, 1))
    slots.initialize(repeating: nil, count: max(count, 1))
  }

  deinit {
    slots.deinitialize(count: max(count, 1))
    slots.deallocate()
  }

  func set(_ place: Int, _ power: Result<PilotPower, AssessmentRefusal>) { slots[place] = power }

  func all() throws(AssessmentRefusal) -> [PilotPower] {
    var powers: [PilotPower] = []
    for place in 0..<count {
      if let found = slots[place] { powers.append(try found.get()) }
    }
    return powers
  }
}
