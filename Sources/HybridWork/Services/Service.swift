/// A service to citizens, or to units, that needs its staff.
///
/// A service's place in the study's file is its declared priority where staff are shared.
public struct Service: Hashable, Sendable {
  /// What the service needs.
  public enum Kind: Hashable, Sendable {
    /// A counter with arrivals and waiting.
    case counter(CounterService)
    /// Posts to be filled whatever the demand, such as a ward or a duty desk.
    ///
    /// With one shift they are held for the working day. With two or three they are held round the
    /// clock: `minimum` people at each shift, among which the staff of the day divide evenly.
    case posts(minimum: Int, shifts: Int = 1)
    /// Cases to be finished within a number of days, worked on from anywhere.
    case backlog(BacklogService)
  }

  /// The identifier that register column `service` names.
  public let id: String
  /// The service's name for planners.
  public let title: Bilingual
  /// What the service needs.
  public let kind: Kind
  /// The weekdays it is open.
  public let openOn: Set<Weekday>
  /// Where its figures come from.
  public let provenance: Provenance
  /// The part of the city or province it stands in; nil if that does not matter.
  public let district: String?

  /// A service with its need and opening days.
  public init(
    id: String, title: Bilingual, kind: Kind, openOn: Set<Weekday>, provenance: Provenance,
    district: String? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.openOn = openOn
    self.provenance = provenance
    self.district = district
  }

  /// The counter, when the service is one.
  public var counter: CounterService? {
    guard case .counter(let counter) = kind else { return nil }
    return counter
  }

  /// The backlog, when the service is one.
  public var backlog: BacklogService? {
    guard case .backlog(let backlog) = kind else { return nil }
    return backlog
  }

  /// How many shifts a day its posts are held in; 1 for the working day and for other services.
  public var shiftsOfPosts: Int {
    guard case .posts(_, let shifts) = kind else { return 1 }
    return shifts
  }

  /// Whether the service needs people on site at all.
  public var needsPeopleOnSite: Bool { backlog == nil }
}
