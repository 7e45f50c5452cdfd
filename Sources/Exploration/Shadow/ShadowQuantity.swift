public import HybridWork

/// A number that is compared between logs and the model.
public enum ShadowQuantity: String, CaseIterable, Sendable {
  case officeShare = "office_share"
  case flexibleShare = "flexible_share"
  case sickShare = "sick_share"
  case leaveShare = "leave_share"
  case travelShare = "travel_share"
  case otherShare = "other_share"
  /// Citizens who take a ticket, on days on which any are taken.
  case arrivalsPerDay = "arrivals_per_day"
  case meanWaitMinutes = "mean_wait_minutes"
  /// The wait that nine in ten do not exceed, by month, months weighed by tickets.
  case p90WaitMinutes = "p90_wait_minutes"
  case servedWithinStandard = "served_within_standard"

  /// The whereabouts whose share of person-days this is; nil for quantities of services.
  public var whereabouts: Whereabouts? {
    switch self {
    case .officeShare: .office
    case .flexibleShare: .flexible
    case .sickShare: .sick
    case .leaveShare: .leave
    case .travelShare: .travel
    case .otherShare: .other
    case .arrivalsPerDay, .meanWaitMinutes, .p90WaitMinutes, .servedWithinStandard: nil
    }
  }

  /// The unit of measure, in the words of result files.
  public var unit: String {
    switch self {
    case .arrivalsPerDay: "citizens/day"
    case .meanWaitMinutes, .p90WaitMinutes: "minutes"
    default: "share"
    }
  }

  /// Whether months may be written unit by unit: sickness and other reasons are told of the whole
  /// period only, since a month of a small unit comes near to telling who was ill.
  public var isToldByMonth: Bool {
    switch self {
    case .sickShare, .leaveShare, .travelShare, .otherShare: false
    default: true
    }
  }

  /// Judgement (J): an error no larger than this is of no account, whatever the range; in the
  /// quantity's own unit.
  public func tolerance(observed: Double) -> Double {
    switch self {
    case .arrivalsPerDay: 0.1 * observed
    case .meanWaitMinutes: 2
    case .p90WaitMinutes: 5
    case .servedWithinStandard: 0.05
    default: 0.02
    }
  }
}
