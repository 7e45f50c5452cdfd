import HybridWork
import Statistics

/// The monthly evaluation of one block of people under one policy: who is warned, and for which
/// months the flexible days are lost.
struct EvaluationRound {
  let evaluation: Evaluation
  /// The key of true performance, which knows neither world nor replication.
  let performanceKey: RandomKey
  /// The key of the monthly noise.
  let noiseKey: RandomKey
  let months: StudyMonths
  /// Who is on leave or sick on each day.
  let offDuty: UnsafeMutablePointer<UInt64>

  /// Judges everyone who has planned days, month by month.
  ///
  /// - Parameter planned: Lanes with planned days in each month, before any are lost.
  /// - Returns: The lanes that lose each month, and counts of the judgements.
  func judge(planned: [UInt64]) -> (lost: [UInt64], tally: EvaluationTally) {
    var lost = Array(repeating: UInt64(0), count: planned.count)
    var tally = EvaluationTally()
    var lanes = planned.reduce(0, |)
    while lanes != 0 {
      let lane = lanes.trailingZeroBitCount
      lanes &= lanes - 1
      judge(lane: lane, planned: planned, lost: &lost, tally: &tally)
    }
    return (lost, tally)
  }

  private func judge(
    lane: Int, planned: [UInt64], lost: inout [UInt64], tally: inout EvaluationTally
  ) {
    let bit = UInt64(1) << UInt64(lane)
    let performance =
      1 + evaluation.score.trueSpread
      * standardNormalQuantile(performanceKey.uniform(UInt64(lane)))
    var scores: [Double] = []
    scores.reserveCapacity(planned.count)
    var lostThrough = -1
    for month in planned.indices {
      scores.append(score(performance, lane: lane, month: month))
      guard planned[month] & bit != 0 else { continue }
      if month <= lostThrough {
        lost[month] |= bit
        tally.monthsLost += 1
      }
      guard scores.count >= evaluation.windowMonths else { continue }
      let window = scores.suffix(evaluation.windowMonths)
      let isWarned = window.reduce(0, +) / Double(window.count) < evaluation.line
      tally.add(isPoor: performance < evaluation.line, isWarned: isWarned)
      if isWarned { lostThrough = month + evaluation.loseMonths }
    }
  }

  private func score(_ performance: Double, lane: Int, month: Int) -> Double {
    let number = UInt64(months.numbers[month]) * 64 + UInt64(lane)
    return evaluation.score.value(
      performance: performance, noise: standardNormalQuantile(noiseKey.uniform(number)),
      attendance: evaluation.score.attendanceWeight > 0 ? attendance(lane, month) : 1)
  }

  private func attendance(_ lane: Int, _ month: Int) -> Double {
    let days = months.days[month].filter { months.isMondayToFriday[$0] }
    let present = days.count { offDuty[$0] >> UInt64(lane) & 1 == 0 }
    return Double(present) / Double(max(days.count, 1))
  }
}

/// How an evaluation's judgements turned out in one calendar.
public struct EvaluationTally: BitwiseCopyable, Equatable, Sendable {
  /// Judgements: people times months with planned days and a full window.
  public internal(set) var judged = 0
  /// Judgements of people whose true performance is below the line.
  public internal(set) var poor = 0
  /// Warnings of people whose true performance is not below the line.
  public internal(set) var falseAlarms = 0
  /// Judgements of people truly below the line who were not warned.
  public internal(set) var misses = 0
  /// Months with planned days that people lost.
  public internal(set) var monthsLost = 0

  /// Share of judgements that ended in a warning; NaN without judgements.
  public var warnedShare: Double {
    Double(poor - misses + falseAlarms) / Double(judged)
  }
  /// Share of the judgements of people not below the line that were warnings; NaN without any.
  public var falseAlarmRate: Double { Double(falseAlarms) / Double(judged - poor) }
  /// Share of the judgements of people below the line that were no warnings; NaN without any.
  public var missRate: Double { Double(misses) / Double(poor) }

  mutating func add(isPoor: Bool, isWarned: Bool) {
    judged += 1
    if isPoor { poor += 1 }
    if isPoor && !isWarned { misses += 1 }
    if !isPoor && isWarned { falseAlarms += 1 }
  }

  static func += (tally: inout EvaluationTally, other: EvaluationTally) {
    tally.judged += other.judged
    tally.poor += other.poor
    tally.falseAlarms += other.falseAlarms
    tally.misses += other.misses
    tally.monthsLost += other.monthsLost
  }
}
