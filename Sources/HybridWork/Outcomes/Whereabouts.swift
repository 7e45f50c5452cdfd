/// Where somebody is on a working day, as an attendance log tells it.
public enum Whereabouts: String, CaseIterable, Sendable {
  /// In the office, late comers included.
  case office
  /// At work elsewhere by arrangement.
  case flexible
  /// Ill, and neither on leave nor travelling.
  case sick
  /// On leave.
  case leave
  /// Travelling for work, or in training.
  case travel
  /// Missing for another reason: cut off by a flood, or unexplained.
  case other

  /// The place among ``Whereabouts/allCases``.
  public var ordinal: Int {
    switch self {
    case .office: 0
    case .flexible: 1
    case .sick: 2
    case .leave: 3
    case .travel: 4
    case .other: 5
    }
  }
}
