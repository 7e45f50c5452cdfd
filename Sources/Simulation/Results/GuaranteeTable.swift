import HybridWork
public import Statistics

/// On how many days the coverage that a policy guarantees was kept, in every calendar.
public final class GuaranteeTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.
  private let daysKept: UnsafeMutablePointer<UInt16>
  private let sampleCount: Int
  private let plans: [ServicePlan]
  private let guarantees: [CoverageGuarantee?]
  private let openDays: [Int]

  init(_ model: StudyModel, sampleCount: Int) {
    self.sampleCount = sampleCount
    plans = model.needs.plans
    guarantees = model.study.simulated.map(\.levers.guarantee)
    openDays = plans.map { plan in plan.classOfDay.count { $0 >= 0 } }
    let count = max(guarantees.count * sampleCount * plans.count, 1)
    daysKept = .allocate(capacity: count)
    daysKept.initialize(repeating: 0, count: count)
  }

  deinit { daysKept.deallocate() }

  /// Whether anything is promised, and so days must be compared one by one.
  var isAsked: Bool { guarantees.contains { $0 != nil } }

  /// Compares one calendar of a scenario with the baseline's, day by day.
  func set(
    _ staff: ServiceStaff.Counts, baseline: ServiceStaff.Counts, scenario: Int, sample: Int
  ) {
    guard let guarantee = guarantees[scenario] else { return }
    for (service, plan) in plans.enumerated() {
      var kept: UInt16 = 0
      for (day, dayClass) in plan.classOfDay.enumerated() where dayClass >= 0 {
        func covered(_ counts: ServiceStaff.Counts) -> Double {
          Double(
            plan.coveredBits(
              dayClass: dayClass, staffing: counts.staffing(plan, service: service, day: day)
            ).nonzeroBitCount)
        }
        // A hair below, so that 95% of 20 half hours is 19.
        if covered(staff) >= guarantee.ofBaseline * covered(baseline) - 1e-9 { kept += 1 }
      }
      daysKept[(scenario * sampleCount + sample) * plans.count + service] = kept
    }
  }

  /// Takes the samples of a range out, or puts them in.
  func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    for scenario in guarantees.indices {
      tape.pass(
        daysKept + (scenario * sampleCount + samples.lowerBound) * plans.count,
        count: samples.count * plans.count)
    }
  }

  /// How a promise turned out at one service.
  public struct Reading: Sendable {
    /// The service's place in the study.
    public let service: Int
    /// Share of the days it is open on which the promise was kept, in each calendar.
    public let shares: [Double]
    /// The same over calendars.
    public let shareOfDays: SampleSummary
    /// Whether it was kept on as many days as promised, over all calendars.
    public let isKept: Bool
  }

  /// What came of a scenario's promise, service by service; empty without a promise.
  ///
  /// Services that are never open, and backlogs, are left out.
  public func readings(scenario: Int) -> [Reading] {
    guard let guarantee = guarantees[scenario] else { return [] }
    return plans.indices.compactMap { service in
      guard openDays[service] > 0 else { return nil }
      let shares = (0..<sampleCount).map { sample in
        Double(daysKept[(scenario * sampleCount + sample) * plans.count + service])
          / Double(openDays[service])
      }
      let summary = SampleSummary(shares)
      return Reading(
        service: service, shares: shares, shareOfDays: summary,
        isKept: summary.mean >= guarantee.shareOfDays - 1e-12)
    }
  }
}

extension CoverageTable {
  /// The half hour of a service whose expected coverage a scenario lowers most below the baseline's;
  /// nil when it lowers none.
  public func largestLoss(service: Int, scenario: Int) -> (cell: CoverageCell, loss: Double)? {
    let (levels, baseline) = (means(scenario: scenario), means(scenario: 0))
    var largest: (cell: CoverageCell, loss: Double)?
    for (place, cell) in cells.enumerated()
    where cell.service == service && !levels[place].isNaN {
      let loss = baseline[place] - levels[place]
      if loss > max(largest?.loss ?? 0, 1e-9) { largest = (cell, loss) }
    }
    return largest
  }
}
