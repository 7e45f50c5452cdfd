public import HybridWork

/// What the burden of those who stay is worked out from, beside the policy audited.
public struct BurdenBasis: Sendable {
  /// Kilometres per hour on the way to the office and back, above 0.
  public let morningSpeed: Double, eveningSpeed: Double
  /// Days away a week that the baseline allows those it finds eligible.
  let baselineDays: Double
  /// Whom the baseline finds eligible.
  let baseline: EligibilityDecisions

  /// A basis.
  ///
  /// - Parameters:
  ///   - morningSpeed: Kilometres per hour to the office, above 0.
  ///   - eveningSpeed: Kilometres per hour back, above 0.
  ///   - baseline: The policy that extra load is counted from.
  ///   - decisions: The baseline's decisions on the people audited.
  public init(
    morningSpeed: Double, eveningSpeed: Double, baseline: Policy, decisions: EligibilityDecisions
  ) {
    self.morningSpeed = morningSpeed
    self.eveningSpeed = eveningSpeed
    baselineDays = baseline.levers.schedule.meanFlexibleDaysPerWeek
    self.baseline = decisions
  }

  /// Hours of a day's two ways for each kilometre of one way.
  var hoursPerKilometre: Double { 1 / morningSpeed + 1 / eveningSpeed }
}
