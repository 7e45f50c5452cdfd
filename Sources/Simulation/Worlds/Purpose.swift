/// What a stream of draws is for; a label in its key, never reused for another purpose.
enum Purpose: UInt64 {
  case assumption = 1
  case leaveOnset, leaveEnd, leaveStart
  case sickOnset, sickEnd, sickStart
  case travelOnset, travelEnd, travelStart
  case applies, approved, dayPreference, capLottery
  case usesDay, compliesDay
  case quotaLottery, evaluationNoise
  case recallLots = 60
  case recallComes
}
