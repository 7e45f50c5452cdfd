/// A time at which more citizens come than usual, or fewer: a season, a payday, an amnesty.
public struct DemandPeak: Hashable, Sendable {
  /// When a peak holds.
  public enum Period: Hashable, Sendable {
    /// Between dates, both included.
    case dates([ClosedRange<WorkDate>])
    /// On days of every month, 1…31, such as 25…28 for a payday.
    case daysOfMonth([ClosedRange<Int>])
  }

  /// The peak's name for planners.
  public let title: Bilingual
  /// When it holds.
  public let period: Period
  /// Times the usual demand; above 0.
  public let factor: Double
  /// Where the factor and the dates come from.
  public let provenance: Provenance

  /// A peak with the factor it multiplies demand by.
  public init(title: Bilingual, period: Period, factor: Double, provenance: Provenance) {
    self.title = title
    self.period = period
    self.factor = factor
    self.provenance = provenance
  }

  /// Whether the peak holds on a date.
  public func holds(on date: WorkDate) -> Bool {
    switch period {
    case .dates(let ranges): ranges.contains { $0.contains(date) }
    case .daysOfMonth(let ranges): ranges.contains { $0.contains(date.components.day) }
    }
  }
}

extension [DemandPeak] {
  /// The product of the factors of the peaks that hold on a date; 1 when none does.
  public func factor(on date: WorkDate) -> Double {
    reduce(1) { $1.holds(on: date) ? $0 * $1.factor : $0 }
  }
}
