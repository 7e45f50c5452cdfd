import HybridWork

/// The moment a queue machine writes: a date and a time of day to the second.
struct TicketTime: Equatable, Comparable {
  let date: WorkDate
  /// Seconds after midnight.
  let second: Int

  /// Reads `2026-10-05 08:14`, `2026-10-05T08:14:32` or `05/10/2026 08.14`; nil for other texts.
  init?(_ text: String) {
    let separator = text.lastIndex { $0 == " " || $0 == "T" }
    guard let separator, separator > text.startIndex,
      let second = Self.second(text[text.index(after: separator)...]),
      let date = try? DateGrammar.tabulated(String(text[..<separator]))
    else { return nil }
    self.date = date
    self.second = second
  }

  /// Minutes from an earlier moment to this one.
  func minutes(since earlier: TicketTime) -> Double {
    Double((date.dayNumber - earlier.date.dayNumber) * 86_400 + second - earlier.second) / 60
  }

  static func < (left: TicketTime, right: TicketTime) -> Bool {
    (left.date, left.second) < (right.date, right.second)
  }

  /// `HH:MM`, `HH.MM` or with seconds, before 24:00.
  private static func second(_ text: Substring) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    let isPlain = parts.allSatisfy { part in
      part.utf8.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    let numbers = parts.compactMap { Int($0) }
    guard isPlain, (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }
}
