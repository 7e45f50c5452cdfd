/// What a policy's safeguards did in one calendar, in person-days.
public struct SafeguardTally: BitwiseCopyable, Equatable, Sendable {
  /// Flexible days refused when they were planned.
  public internal(set) var refused = 0
  /// People called in from a flexible day.
  public internal(set) var called = 0
  /// Those of them who came.
  public internal(set) var came = 0
  /// Flexible days called off for a unit's whole staff of a service.
  public internal(set) var calledOff = 0
  /// Flexible days given later in the week to people who came.
  public internal(set) var swapped = 0

  /// Flexible days lost to safeguards, those given back taken off.
  public var lostDays: Int { refused + came + calledOff - swapped }

  static func += (tally: inout SafeguardTally, other: SafeguardTally) {
    tally.refused += other.refused
    tally.called += other.called
    tally.came += other.came
    tally.calledOff += other.calledOff
    tally.swapped += other.swapped
  }
}
