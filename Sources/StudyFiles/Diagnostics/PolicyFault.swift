public import HybridWork

/// What is wrong with a policy, with one of its conditions, or with its place in a study.
public enum PolicyFault: Equatable, Sendable {
  /// Office and flexible days that are not a working week together.
  case daysDoNotSum(office: Int, flexible: Int)
  /// Several conditions side by side, which `all` or `any` must join.
  case severalConditions(keys: [String])
  /// A register column that conditions cannot read.
  case columnNotInConditions(String)
  /// Bounds between which no number lies.
  case emptyRange(lower: Double, upper: Double)
  /// An order of preference without a quota whose places it would give.
  case orderWithoutQuota
  /// An order in which rotation is not first, a lottery not last, or a preference stands twice.
  case impossibleOrder([String])
  /// Odds of applying where nobody applies.
  case oddsUnderAnOrder
  case tooManyRules(count: Int, limit: Int)
  /// A column that a condition reads and the register lacks.
  case columnNotInRegister(RegisterColumn)
  /// A baseline whose file leaves out levers that have no natural default.
  case incompleteBaseline(missing: [String])
  case changesNothing(baseline: String)
  /// A policy that acts as another of the study does.
  case actsLike(String)
  /// Policies put on top of each other that set the same levers differently.
  case stackedDiffer(String, levers: [String])
  /// Policies put on top of each other that are in force on no common day.
  case stackedNeverTogether(String)
  /// A service that a safeguard names and the study does not list.
  case safeguardOfUnlistedService(String, nearest: String?)
  /// A unit, position or other free text that a condition names and no one of the staff has.
  case valueNotInRegister(RegisterColumn, String, nearest: String?)
  /// A period that ends before it begins.
  case emptyPeriod(from: WorkDate, before: WorkDate)
  case tooManyExceptions(count: Int, limit: Int)
  /// A part of a person typed on the command line that is not `column=value`.
  case notAnEntry(String)
}
