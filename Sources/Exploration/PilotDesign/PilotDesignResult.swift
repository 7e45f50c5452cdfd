public import HybridWork
public import PilotAssessment
public import Simulation

/// What pilots of a policy could show, by how they are laid out.
public struct PilotDesignResult: Sendable {
  /// The study.
  public let study: Study
  /// The policy to be tried.
  public let policy: Policy
  /// What was asked.
  public let settings: PilotDesignSettings
  /// Services that could take part, the fittest first; a plan of N units takes the first N.
  public let units: [PilotUnit]
  /// How units and months differ in the simulation.
  public let spread: PilotSpread
  /// The noise added to each unit's month, a standard deviation in the outcome's unit.
  public let noise: Double
  /// Whether ``noise`` is the assumption of ``PilotDesignSettings/assumedNoiseShare``.
  public let isNoiseAssumed: Bool
  /// The worst change that would still be accepted, above 0 and in the outcome's unit.
  public let limit: Double
  /// Where ``limit`` comes from.
  public let limitSource: LimitSource
  /// Whole months of the study's calendar; longer pilots go on in another simulated year.
  public let calendarMonths: Int
  /// What each plan can show, by units, months, treated and start.
  public let powers: [PilotPower]
  /// The place in ``powers`` of the plan to take.
  public let recommended: Int
  /// What the recommended plan can show of any measure whose months differ by a standard deviation
  /// of 1, independently.
  public let standardised: PilotPower
  /// How often the rule of the pilot sheet ends in each decision under the recommended plan.
  public let decisions: PilotDecisions
  /// The treated units of the recommended plan as the lot of the study's seed falls, in the order of
  /// their starts; places in ``units``.
  public let drawn: [Int]

  /// Where a limit comes from.
  public enum LimitSource: Sendable {
    case planner, threshold, assumption
  }

  /// The recommended plan with what it can show.
  public var best: PilotPower { powers[recommended] }

  /// Whether some plan finds the effect that Luwes expects in 80% of pilots, by the lot.
  public var findsExpectedEffect: Bool {
    powers.contains { $0.byLot.power >= PilotPower.wantedPower }
  }
}
