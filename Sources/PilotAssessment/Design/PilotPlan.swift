/// How a pilot is laid out: how many units, how many of them treated, from when, for how long.
public struct PilotPlan: Hashable, Sendable {
  /// When treated units begin; raw values are the identifiers of files.
  public enum Start: String, CaseIterable, Sendable {
    /// All at one time.
    case together
    /// In up to three waves, evenly over the times of the pilot.
    case staggered
  }

  /// How many units are observed; more than ``treated``.
  public let units: Int
  /// How many of them are treated; at least one.
  public let treated: Int
  /// How many times are observed before the first start; at least one.
  public let timesBefore: Int
  /// How many times are observed from the first start on; at least one.
  public let timesAfter: Int
  /// When treated units begin.
  public let start: Start

  /// The most waves of a staggered start.
  static let mostWaves = 3

  /// Lays out a pilot; nil if a number is too small, nobody is left to compare with, or there is
  /// no second wave.
  public init?(units: Int, treated: Int, timesBefore: Int, timesAfter: Int, start: Start) {
    guard treated >= 1, units > treated, timesBefore >= 1, timesAfter >= 1,
      start == .together || (treated >= 2 && timesAfter >= 2)
    else { return nil }
    self.units = units
    self.treated = treated
    self.timesBefore = timesBefore
    self.timesAfter = timesAfter
    self.start = start
  }

  /// All times observed.
  public var times: Int { timesBefore + timesAfter }

  /// How many starts there are.
  public var waves: Int {
    start == .together ? 1 : min(Self.mostWaves, treated, timesAfter)
  }

  /// By place in the lot: the time from which the unit is treated, counted from 0; nil for never.
  ///
  /// The treated come first, wave by wave, the earlier waves larger by at most one unit.
  public var firstTreated: [Int?] {
    (0..<units).map { place in
      guard place < treated else { return nil }
      let wave = place * waves / treated
      return timesBefore + wave * timesAfter / waves
    }
  }

  /// How many ways the lot could fall: N! over the factorials of the waves and of the untreated.
  ///
  /// A floating-point number, exact below 2⁵³.
  public var ways: Double {
    var sizes: [Int: Int] = [:]
    for first in firstTreated { sizes[first ?? -1, default: 0] += 1 }
    var ways = 1.0
    var placed = 0
    for size in sizes.keys.sorted().map({ sizes[$0] ?? 0 }) {
      for member in 1...size {
        placed += 1
        ways = (ways * Double(placed) / Double(member)).rounded()
      }
    }
    return ways
  }

  /// The smallest two-sided p-value that the lot can give when every way is looked at.
  ///
  /// One way's share; twice that when half the units start together, since exchanging the halves
  /// turns the sign of the effect and nothing else.
  public var minimumAttainableP: Double {
    (start == .together && 2 * treated == units ? 2 : 1) / ways
  }

  /// Whether a test at 5% by the lot is possible at all.
  public var isTestPossible: Bool { minimumAttainableP <= PanelAssessment.level }
}
