/// Why no people can stand in for a register.
public enum StandInError: Error, Equatable, Sendable {
  /// The register has fewer people than the smallest group that may be shown.
  case tooFewPeople(Int, smallest: Int)
}
