/// How many of a service's staff are in the office in a half hour of a day.
///
/// Whole numbers only. Someone who is there for part of a half hour is not counted for it.
public struct PresencePattern: Hashable, Sendable {
  /// The hours the pattern follows, or nil when all who come are there all day.
  public let hours: DayHours?

  /// The pattern of some hours.
  public init(_ hours: DayHours?) { self.hours = hours }

  /// The length of the intervals counted, in minutes.
  public static let intervalMinutes = 30

  /// Staff in the office through the half hour that begins at `minutes` after midnight.
  ///
  /// Of n staff there all day, ⌊e · n⌋ begin early and ⌊l · n⌋ late (a hair of 10⁻⁹ added before
  /// rounding, so that 0.3 of 10 is 3); the rest keep the office's hours. Those who begin early
  /// are missing from half hours that end in the last minutes of the office's hours, those who
  /// begin late from half hours that begin in the first ones. Half hours outside the office's
  /// hours, such as those of an evening counter, are staffed by all who come, as without hours.
  ///
  /// - Parameters:
  ///   - minutes: The first minute of the half hour.
  ///   - allDay: Staff who are in the office that day, at least 0.
  ///   - partly: Staff on a flexible day with hours on site, at least 0.
  /// - Returns: A number from 0 to `allDay + partly`.
  public func onSite(halfHourFrom minutes: Int, allDay: Int, partly: Int) -> Int {
    guard let hours else { return allDay }
    let end = minutes + Self.intervalMinutes
    var present = allDay
    if let start = hours.flexibleStart, start.minutes > 0 {
      let office = hours.office
      let isWithinOffice = minutes < office.to.minutes && end > office.from.minutes
      if isWithinOffice && end > office.to.minutes - start.minutes {
        present -= Self.share(start.earlyShare, of: allDay)
      }
      if isWithinOffice && minutes < office.from.minutes + start.minutes {
        present -= Self.share(start.lateShare, of: allDay)
      }
    }
    if let onSite = hours.onSite, onSite.from.minutes <= minutes, end <= onSite.to.minutes {
      present += partly
    }
    return max(present, 0)
  }

  private static func share(_ share: Double, of staff: Int) -> Int {
    Int((share * Double(staff) + 1e-9).rounded(.down))
  }
}
