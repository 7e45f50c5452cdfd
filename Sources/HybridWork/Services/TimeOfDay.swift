/// A time of day in minutes after midnight.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes after midnight, 0…1440.
  public let minutes: Int

  /// A time of day; nil outside 00:00…24:00.
  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// The beginning of the day.
  public static let midnight = TimeOfDay()

  private init() { minutes = 0 }

  /// The time as `HH.MM`, the Indonesian way, or `HH:MM`.
  public func text(separator: String) -> String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return padded(minutes / 60) + separator + padded(minutes % 60)
  }

  /// Orders times from earlier to later.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}
