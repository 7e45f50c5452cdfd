public import HybridWork
import Statistics

extension Study {
  /// The central value of an assumption: its median, or what holds on the calendar's first day.
  ///
  /// Where the first dated value is later than that day, that value.
  public func central(_ id: AssumptionID) -> Double {
    switch assumptions[id].value {
    case .distributed(let distribution): return distribution.median
    case .dated(let values):
      let known = values.last { $0.from <= calendar.from }
      return known?.value ?? values.first?.value ?? .nan
    }
  }
}
