public import HybridWork

/// What an attendance log and a log of tickets say of the days that a model is tried on.
public struct ShadowObservations: Sendable {
  /// One unit on one day.
  public struct UnitDay: Sendable {
    /// The unit's place in the population.
    public let unit: Int
    /// The date.
    public let date: WorkDate
    /// People by whereabouts, in the order of `Whereabouts.allCases`.
    public let people: [Double]

    /// People of a unit on a day, one number for each case of `Whereabouts`.
    public init(unit: Int, date: WorkDate, people: [Double]) {
      self.unit = unit
      self.date = date
      self.people = people
    }
  }

  /// One citizen who took a ticket.
  public struct Ticket: Sendable {
    /// The service's place in the study.
    public let service: Int
    /// The date.
    public let date: WorkDate
    /// Minutes from taking the ticket to the call; nil for those who were never called.
    public let waitMinutes: Double?

    /// A ticket of a service on a date.
    public init(service: Int, date: WorkDate, waitMinutes: Double?) {
      self.service = service
      self.date = date
      self.waitMinutes = waitMinutes
    }
  }

  /// Units day by day, each unit and date at most once.
  public var attendance: [UnitDay]
  /// Tickets, in any order.
  public var tickets: [Ticket]

  /// Observations of units and of services, either of which may be empty.
  public init(attendance: [UnitDay] = [], tickets: [Ticket] = []) {
    self.attendance = attendance
    self.tickets = tickets
  }
}
