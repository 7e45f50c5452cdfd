/// The hours of office and flexible days: office hours, part of a day away, and a flexible start.
public struct DayHours: Hashable, Sendable {
  /// A span of a day, from its first minute to the end.
  public struct Span: Hashable, Sendable {
    /// When it begins.
    public let from: TimeOfDay
    /// When it ends.
    public let to: TimeOfDay

    /// A span; nil unless it begins before it ends.
    public init?(from: TimeOfDay, to: TimeOfDay) {
      guard from < to else { return nil }
      self.from = from
      self.to = to
    }

    /// Whether another span lies within this one.
    public func contains(_ other: Span) -> Bool { from <= other.from && other.to <= to }
  }

  /// Staff who begin, and so end, their day in the office earlier or later than its hours.
  public struct FlexibleStart: Hashable, Sendable {
    /// How many minutes earlier or later.
    public let minutes: Int
    /// Share of those in the office who begin earlier, 0…1.
    public let earlyShare: Double
    /// Share of those in the office who begin later, 0…1; with ``earlyShare`` at most 1.
    public let lateShare: Double
    /// Where the shares come from.
    public let provenance: Provenance

    /// A flexible start with the shares of staff who use it.
    public init(minutes: Int, earlyShare: Double, lateShare: Double, provenance: Provenance) {
      self.minutes = minutes
      self.earlyShare = earlyShare
      self.lateShare = lateShare
      self.provenance = provenance
    }
  }

  /// The office's usual hours.
  public let office: Span
  /// When people are in the office on a flexible day, or nil if they are away all day.
  public let onSite: Span?
  /// Who begins earlier or later, or nil if all keep the office's hours.
  public let flexibleStart: FlexibleStart?

  /// Hours of a day.
  public init(office: Span, onSite: Span?, flexibleStart: FlexibleStart?) {
    self.office = office
    self.onSite = onSite
    self.flexibleStart = flexibleStart
  }

  /// Whether a flexible day is spent in the office in part.
  public var hasPartDays: Bool { onSite != nil }

  /// The hours in which everyone who comes for the whole day is in the office; nil if none.
  public var core: Span? {
    guard let flexibleStart else { return office }
    guard let from = TimeOfDay(minutes: office.from.minutes + flexibleStart.minutes),
      let to = TimeOfDay(minutes: office.to.minutes - flexibleStart.minutes)
    else { return nil }
    return Span(from: from, to: to)
  }
}
