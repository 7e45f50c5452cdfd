/// The rule for continue, extend and stop that a pilot sheet fixes before the start.
///
/// Continue if the whole 95% interval by the lot lies on the good side of the limit, stop if all of
/// it lies on the bad side, else extend. A treated unit is stopped on its own when its outcome is
/// beyond the limit from its mean before its start in two times in a row.
public struct PilotRule: Equatable, Sendable {
  /// The worst change that is still accepted, at least 0 and in the outcome's unit.
  public let limit: Double
  /// Whether a rise of the outcome is for the worse.
  public let isWorseUp: Bool

  /// Fixes a rule.
  public init(limit: Double, isWorseUp: Bool) {
    precondition(limit >= 0, "a limit of \(limit)")
    self.limit = limit
    self.isWorseUp = isWorseUp
  }

  /// The effect at the limit, with its sign.
  public var effectAtLimit: Double { isWorseUp ? limit : -limit }

  /// Whether an effect or a change is worse than the limit.
  func isBeyond(_ change: Double) -> Bool {
    isWorseUp ? change > effectAtLimit : change < effectAtLimit
  }

  /// Whether a unit's own outcomes stop it, given the time from which it is treated.
  func stops(_ outcome: ArraySlice<Double>, from start: Int) -> Bool {
    let values = Array(outcome)
    let before = values[..<start].reduce(0, +) / Double(start)
    let isBeyond = values[start...].map { self.isBeyond($0 - before) }
    return zip(isBeyond, isBeyond.dropFirst()).contains { $0 && $1 }
  }
}
