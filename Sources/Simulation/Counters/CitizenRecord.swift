import HybridWork

/// What citizens meet at one service, or at all, in one calendar under one policy.
struct CitizenRecord {
  /// Visits, those of citizens who return included.
  var arrivals = 0.0
  var waitMinutes = 0.0
  var servedInTime = 0.0
  /// Citizens who were not served and never come back.
  var lost = 0.0
  /// Visits with a wait beyond each edge of ``WaitHistogram``.
  var beyond = WaitHistogram.Counts(repeating: 0)

  mutating func add(_ other: CitizenRecord) {
    arrivals += other.arrivals
    waitMinutes += other.waitMinutes
    servedInTime += other.servedInTime
    lost += other.lost
    for index in beyond.indices { beyond[index] += other.beyond[index] }
  }

  var tally: CitizenTally {
    CitizenTally(
      arrivals: arrivals, waitMinutes: waitMinutes, servedInTime: servedInTime, lost: lost)
  }

  var waitHours: Double { waitMinutes / 60 }
  var meanWaitMinutes: Double { arrivals > 0 ? waitMinutes / arrivals : .nan }
  var servedWithinStandard: Double { arrivals > 0 ? servedInTime / arrivals : .nan }
  var lostCitizens: Double { arrivals > 0 ? lost : .nan }
  var p90WaitMinutes: Double {
    beyond.span.withUnsafeBufferPointer { beyond in
      guard let base = beyond.baseAddress else { return .nan }
      return WaitHistogram.quantile(0.9, beyond: base, arrivals: arrivals)
    }
  }
}
