public import HybridWork
import Statistics

/// How many people come through each step of take-up, by group, in every calendar.
public final class TakeUpTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.

  /// A step from being eligible to working away.
  public enum Step: String, CaseIterable, Sendable {
    /// Meets the rules.
    case eligible
    /// Wants to.
    case applies
    /// May, as far as the superior is asked.
    case approved
    /// Has a place under the quota in at least one month.
    case admitted
    /// Works at least one flexible day, by choice.
    case uses
    /// Works at least one flexible day, by order.
    case complies

    static let counted = 4
    /// Where the step's counts stand; nil for the eligible, whom no draw changes.
    var ordinal: Int? {
      switch self {
      case .eligible: nil
      case .applies: 0
      case .approved: 1
      case .admitted: 2
      case .uses, .complies: 3
      }
    }
  }

  /// Groups counted: first everyone, then every group that is large enough to be shown.
  public let groups: [OutcomeGroup]
  /// How many people each group has.
  public let sizes: [Int]
  /// Eligible people, `scenario * groups + group`.
  private let eligible: [Int32]
  private let counts: UnsafeMutablePointer<Int32>
  private let days: UnsafeMutablePointer<Int32>
  private let sampleCount: Int
  private let scenarioCount: Int

  init(_ model: StudyModel, sampleCount: Int) {
    let lanes = model.groupLanes
    groups = lanes.groups
    self.sampleCount = sampleCount
    scenarioCount = model.scenarioCount
    func counted(_ mask: (Int) -> UInt64) -> [Int32] {
      var counts = Array(repeating: Int32(0), count: lanes.groups.count)
      counts.withUnsafeMutableBufferPointer { counts in
        guard let base = counts.baseAddress else { return }
        for block in model.staff.blocks.indices { lanes.add(mask(block), ofBlock: block, to: base) }
      }
      return counts
    }
    sizes = counted { model.staff.blocks[$0].lanes }.map(Int.init)
    eligible = model.plans.flatMap { plan in counted { plan.eligible[$0] } }
    let cells = model.scenarioCount * sampleCount * lanes.groups.count
    counts = .allocate(capacity: max(cells * Step.counted, 1))
    counts.initialize(repeating: 0, count: max(cells * Step.counted, 1))
    days = .allocate(capacity: max(cells, 1))
    days.initialize(repeating: 0, count: max(cells, 1))
  }

  deinit {
    counts.deallocate()
    days.deallocate()
  }

  private func cell(_ scenario: Int, _ sample: Int) -> Int {
    (scenario * sampleCount + sample) * groups.count
  }

  /// Stores one calendar: people by step and group, and the groups' flexible days.
  func set(_ tally: ScenarioTally, scenario: Int, sample: Int, places: [[Int?]]) {
    let cell = cell(scenario, sample)
    for (index, count) in tally.takeUp.enumerated() { counts[cell * Step.counted + index] = count }
    days[cell] = Int32(clamping: tally.flexibleDays)
    for (grouping, places) in places.enumerated() {
      for (group, place) in places.enumerated() {
        guard let place else { continue }
        days[cell + place] = Int32(clamping: tally.flexibleDaysOfGroup[grouping][group])
      }
    }
  }

  /// Takes the samples of a range out, or puts them in.
  func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    for scenario in 0..<scenarioCount {
      let first = cell(scenario, samples.lowerBound)
      let cells = samples.count * groups.count
      tape.pass(counts + first * Step.counted, count: cells * Step.counted)
      tape.pass(days + first, count: cells)
    }
  }

  /// People of a group who come through a step, one number a calendar.
  ///
  /// - Parameters:
  ///   - step: A step that ``steps(of:)`` names for the scenario's policy; others count nobody.
  ///   - group: A place in ``groups``.
  ///   - scenario: 0 for the baseline, then the policies in order.
  /// - Returns: Counts in sample order.
  public func people(_ step: Step, group: Int, scenario: Int) -> [Double] {
    guard let ordinal = step.ordinal else {
      let people = Double(eligible[scenario * groups.count + group])
      return Array(repeating: people, count: sampleCount)
    }
    return (0..<sampleCount).map { sample in
      Double(counts[cell(scenario, sample) * Step.counted + ordinal * groups.count + group])
    }
  }

  /// Flexible days of a group over the calendar, one number a calendar.
  public func flexibleDays(group: Int, scenario: Int) -> [Double] {
    (0..<sampleCount).map { Double(days[cell(scenario, $0) + group]) }
  }

  /// The steps that a policy's people take: an order leaves out applying and approval, and places
  /// matter only under a quota.
  public static func steps(of levers: PolicyLevers) -> [Step] {
    let admitted: [Step] = levers.quota == nil ? [] : [.admitted]
    return switch levers.takeUp {
    case .voluntary: [.eligible, .applies, .approved] + admitted + [.uses]
    case .ordered: [.eligible] + admitted + [.complies]
    }
  }
}
