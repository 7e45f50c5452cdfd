/// What a stream of draws is for; a label in its key, never reused for another purpose.
enum Purpose: UInt64 {
  case assumption = 1
  // 2…4 keyed leave as a chain of two states and stay unused.
  case sickOnset = 5
  case sickEnd, sickStart
  case travelOnset, travelEnd, travelStart
  case applies, approved, dayPreference, capLottery
  case usesDay, compliesDay
  case quotaLottery, evaluationNoise
  case leavePlan = 40
  case sickLength
  case trainingOnset, trainingEnd, trainingStart
  case epidemicWeek, cityFlood, unitFlood, cutOff, outage
  case worksAnyway, onlyRelabelled
  case recallLots = 60
  case recallComes
}
