/// A day of the week; the raw value counts from Monday = 0.
public enum Weekday: Int, CaseIterable, Comparable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The days of the five-day working week.
  public static let workingWeek: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  /// The days on which services may be open: the working week and Saturday.
  public static let serviceWeek: [Weekday] = workingWeek + [.saturday]

  /// The name used in files, such as `monday`.
  public var name: String { Self.names[rawValue] }
  private static let names = allCases.map { "\($0)" }

  /// Finds a weekday by the name used in files.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Orders days from Monday to Sunday.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
