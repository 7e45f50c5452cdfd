import PilotAssessment

/// A time of a panel as it stands in a cell: `2023`, `2023-07` or `2023-07-19`.
struct PanelTime: Equatable {
  let clock: PanelClock
  let value: Int

  /// Reads a time; nil for anything else, such as a month above 12.
  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: "-", omittingEmptySubsequences: false)
    guard
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 9 && $0.utf8.allSatisfy(Self.isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    switch numbers.count {
    case 1:
      clock = .number
      value = isNegative ? -numbers[0] : numbers[0]
    case 2 where !isNegative && parts[0].count == 4 && (1...12).contains(numbers[1]):
      clock = .month
      value = numbers[0] * 12 + numbers[1] - 1
    case 3 where !isNegative && parts[0].count == 4:
      clock = .day
      value = PanelClock.days(year: numbers[0], month: numbers[1], day: numbers[2])
      // A day that the calendar has is given back as it was written, with two digits each.
      guard PanelClock.day.label(of: value) == text else { return nil }
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
