/// One half hour of a counter's day, its lunch break included.
public struct DaySlot: Hashable, Sendable {
  /// The length of every slot, in minutes.
  public static let minutes = 30

  /// When the half hour begins.
  public let start: TimeOfDay
  /// Share of the day's arrivals between opening and closing, 0…1; all slots sum to 1.
  public let share: Double
  /// Whether anyone serves in this half hour.
  public let isOpen: Bool
  /// Whether the half hour lies in a break; open as well when half of the staff stay on.
  public let isBreak: Bool

  /// A half hour with a weight that its counter scales to a share of the day.
  public init(start: TimeOfDay, share: Double, isOpen: Bool = true, isBreak: Bool = false) {
    self.start = start
    self.share = share
    self.isOpen = isOpen
    self.isBreak = isBreak
  }

  /// The half hours of a day from those that are open: gaps become closed breaks without arrivals.
  ///
  /// - Parameters:
  ///   - halfHours: The start of each open half hour, in ascending order.
  ///   - weights: One weight for each of them.
  public static func day(halfHours: [TimeOfDay], weights: [Double]) -> [DaySlot] {
    var slots: [DaySlot] = []
    for (start, weight) in zip(halfHours, weights) {
      while let last = slots.last, last.start.minutes + minutes < start.minutes,
        let next = TimeOfDay(minutes: last.start.minutes + minutes)
      {
        slots.append(DaySlot(start: next, share: 0, isOpen: false, isBreak: true))
      }
      slots.append(DaySlot(start: start, share: weight))
    }
    return slots
  }
}
