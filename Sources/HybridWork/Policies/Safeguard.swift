/// A promise that enough of a service's staff come to the office, and what is done to keep it.
///
/// Each unit looks after its own staff of a service: where a service has staff in several units, every
/// unit answers for its share of what the service needs, rounded up.
public struct Safeguard: Hashable, Sendable {
  /// What is done when too few of a service's staff would be on site.
  public enum Action: Hashable, Sendable {
    /// Flexible days are refused when they are planned, by lots, before any absence is known.
    case minimumOnSite
    /// People on a flexible day are called in, by lots, as far as absence known at the notice asks.
    ///
    /// With `swaps` whoever comes in gets another flexible day later in the same week, if one is left
    /// on which the service stays at its target.
    case recall(Notice, swaps: Bool)
    /// The flexible day of all staff of the service in the unit is called off.
    case closeDay(Notice)
  }

  /// When it is decided, and so what is known.
  public enum Notice: String, CaseIterable, Sendable {
    /// The working day before: planned absence and people who are sick on that day are known, new
    /// sickness is expected at its average.
    case previousDay = "previous-day"
    /// The morning itself: everyone absent is known.
    case sameMorning = "same-morning"
  }

  /// How many of a service's staff are to be on site.
  public enum Target: Hashable, Sendable {
    /// The largest need of the service's day.
    case need
    /// A number of people in each unit that serves, at least 1.
    case people(Int)
    /// A share of the unit's staff of the service, 0…1, rounded up.
    case shareOfStaff(Double)
  }

  /// What is done.
  public let action: Action
  /// The services looked after, by identifier; nil for all.
  public let services: [String]?
  /// Up to how many people.
  public let target: Target

  /// A safeguard of some services or, with `services` nil, of all.
  public init(_ action: Action, services: [String]?, upTo target: Target) {
    self.action = action
    self.services = services
    self.target = target
  }

  /// Whether a service is looked after.
  public func protects(_ service: String) -> Bool { services?.contains(service) ?? true }

  /// The people a unit owes a service on a day.
  ///
  /// - Parameters:
  ///   - need: The largest need of the service's day, all units together.
  ///   - staff: Staff of the service in the unit.
  ///   - allStaff: Staff of the service in all units.
  /// - Returns: At most `staff`.
  public func people(need: Int, staff: Int, allStaff: Int) -> Int {
    switch target {
    case .need:
      allStaff > 0 ? min(staff, (need * staff + allStaff - 1) / allStaff) : 0
    case .people(let people): min(people, staff)
    // A hair below the product, so that 0.3 of 10 people is 3 and not 4.
    case .shareOfStaff(let share): Int((share * Double(staff) - 1e-9).rounded(.up))
    }
  }
}

/// What a policy promises for every service: coverage no worse than the baseline's on most days.
public struct CoverageGuarantee: Hashable, Sendable {
  /// The least coverage of a day relative to the baseline's on the same day, above 0.
  public let ofBaseline: Double
  /// The share of days on which it must hold, 0…1.
  public let shareOfDays: Double

  /// A promise such as "at least 100% of today's coverage on 95% of days".
  public init(ofBaseline: Double, shareOfDays: Double) {
    self.ofBaseline = ofBaseline
    self.shareOfDays = shareOfDays
  }
}
