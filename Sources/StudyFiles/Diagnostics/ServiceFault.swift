/// What is wrong with a service's figures, or with the log of its tickets.
public enum ServiceFault: Equatable, Sendable {
  /// A moment that a ticket's row holds.
  public enum Moment: String, CaseIterable, Equatable, Sendable {
    case taken, called, finished
  }

  /// A name that the register could not tell from two services.
  case separatorInName(String)
  /// No file of generic shapes, which a counter of which only totals are known needs.
  case noShapes(String)
  /// The shape of the day and week was not given; a generic one was taken.
  case shapeAssumed(String)
  /// A cell that is no date with a time; nil if the text may tell who somebody is.
  case notATicketTime(String?)
  case ticketOutOfOrder(Moment, before: Moment)
  /// A service that takes longer than a working day.
  case ticketTooLong(minutes: Double)
  /// Open weekdays without a ticket; none of them if no ticket was taken in the opening hours.
  case noTickets(on: [String])
  /// Tickets after closing or on closed weekdays.
  case ticketsOutsideHours(Int)
  case fewTicketDays(Int)
}
