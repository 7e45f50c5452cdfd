import HybridWork

/// What citizens at some counters met in one calendar.
public struct CitizenTally: BitwiseCopyable, Equatable, Sendable {
  /// Citizens who come.
  public var arrivals = 0.0
  /// Minutes they wait in all, those who give up included.
  public var waitMinutes = 0.0
  /// Citizens served within the standard.
  public var servedInTime = 0.0
  /// Citizens who are not served and never come back.
  public var lost = 0.0

  /// Mean minutes waited; NaN when nobody comes.
  public var meanWaitMinutes: Double { arrivals > 0 ? waitMinutes / arrivals : .nan }
  /// Share of those who come that is served within the standard; NaN when nobody comes.
  public var servedWithinStandard: Double { arrivals > 0 ? servedInTime / arrivals : .nan }
  /// Share of those who come that gives up; NaN when nobody comes.
  public var lostShare: Double { arrivals > 0 ? lost / arrivals : .nan }

  mutating func add(_ other: CitizenTally) {
    arrivals += other.arrivals
    waitMinutes += other.waitMinutes
    servedInTime += other.servedInTime
    lost += other.lost
  }
}

/// What citizens of each district met in every calendar of every scenario.
///
/// Counters of a district are taken together, so that each weighs by the citizens who come to it.
public final class DistrictTable: @unchecked Sendable {
  // Written during a run at places that no two threads share, then only read.
  private let tallies: UnsafeMutablePointer<CitizenTally>
  /// Districts with a counter, in the order of services.
  ///
  /// Last, as nil, counters without a district. Empty when no counter has a district.
  public let districts: [String?]
  /// For each service its district's place; nil for those without citizens.
  private let places: [Int?]
  private let sampleCount: Int
  private let scenarioCount: Int

  init(_ services: [Service], scenarioCount: Int, sampleCount: Int) {
    let counters = services.filter { $0.counter != nil }
    var districts: [String?] = []
    for name in counters.compactMap(\.district) where !districts.contains(name) {
      districts.append(name)
    }
    if !districts.isEmpty, counters.contains(where: { $0.district == nil }) {
      districts.append(nil)
    }
    self.districts = districts
    places = services.map { $0.counter == nil ? nil : districts.firstIndex(of: $0.district) }
    self.sampleCount = sampleCount
    self.scenarioCount = scenarioCount
    let count = max(districts.count * scenarioCount * sampleCount, 1)
    tallies = .allocate(capacity: count)
    tallies.initialize(repeating: CitizenTally(), count: count)
  }

  deinit { tallies.deallocate() }

  /// Forgets what was added for a calendar.
  func clear(scenario: Int, sample: Int) {
    for district in districts.indices {
      tallies[(scenario * districts.count + district) * sampleCount + sample] = CitizenTally()
    }
  }

  /// Takes the samples of a range out, or puts them in.
  func pass(_ tape: inout SampleTape, samples: Range<Int>) {
    for row in 0..<(districts.count * scenarioCount) {
      tape.pass(tallies + row * sampleCount + samples.lowerBound, count: samples.count)
    }
  }

  /// Adds what citizens of a service met to its district.
  func add(_ tally: CitizenTally, service: Int, scenario: Int, sample: Int) {
    guard !districts.isEmpty, let district = places[service] else { return }
    tallies[(scenario * districts.count + district) * sampleCount + sample].add(tally)
  }

  /// The tallies of the district at `place` in ``districts``, one a calendar.
  public func tallies(district place: Int, scenario: Int) -> [CitizenTally] {
    (0..<sampleCount).map { tallies[(scenario * districts.count + place) * sampleCount + $0] }
  }
}
