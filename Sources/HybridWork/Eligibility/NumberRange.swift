/// The numbers a condition accepts: bounds that may be open, closed or absent.
public struct NumberRange: Hashable, Sendable {
  /// One end of a range.
  public enum Bound: Hashable, Sendable {
    case none
    case including(Double)
    case excluding(Double)
  }

  /// The lower end.
  public let lower: Bound
  /// The upper end.
  public let upper: Bound

  /// A range between two bounds.
  public init(lower: Bound = .none, upper: Bound = .none) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether `number` lies in the range.
  public func contains(_ number: Double) -> Bool {
    let aboveLower: Bool =
      switch lower {
      case .none: true
      case .including(let bound): number >= bound
      case .excluding(let bound): number > bound
      }
    let belowUpper: Bool =
      switch upper {
      case .none: true
      case .including(let bound): number <= bound
      case .excluding(let bound): number < bound
      }
    return aboveLower && belowUpper
  }
}
