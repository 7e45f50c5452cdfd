import HybridWork

/// What keeps people away from their office, cause by cause, each drawn from streams of its own.
enum AbsenceCause: Int, CaseIterable {
  case leave, travel, training, sickness, cutOff

  /// The assumptions that the draws depend on; on equal luck and equal values of these they are
  /// equal.
  var inputs: [AssumptionID] {
    switch self {
    case .leave: [.leaveEntitlementDays, .leaveShare, .leaveSpellDays, .leaveBridgeFactor]
    case .travel: [.travelShare, .travelSpellDays]
    case .training: [.trainingShare, .trainingSpellDays]
    case .sickness:
      [
        .sickShare, .sickSpellDays, .sickLongShare, .sickLongSpellDays, .epidemicWeeks,
        .epidemicSickFactor,
      ]
    case .cutOff: [.floodDays, .unitFloodDays, .floodStaffShare]
    }
  }
}
