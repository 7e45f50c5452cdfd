import RealModule

/// How weekly output changes with the flexible days a person actually works.
///
/// f(d) = a·d/5 − k·(d/5)^g, with d flexible days worked in a week, *a* the gain at five days
/// (returned commute time included), *k* the loss of coordination and *g* its exponent. For one or
/// two days the evidence reads about zero; beyond that no study gives a causal curve, so values are
/// extrapolated. Place-bound work can't be done elsewhere: the share `placeBoundLoss` of each such
/// day is lost.
public struct DoseResponse: Sendable {
  private let gain: [Double]
  private let loss: [Double]
  private let exponent: Double

  /// The curves of all task classes in one world.
  public init(_ assumptions: Assumptions) {
    gain = [
      assumptions[.routineGain], assumptions[.professionalGain], assumptions[.collaborativeGain],
      -assumptions[.placeBoundLoss],
    ]
    loss = [
      assumptions[.routineCoordinationLoss], assumptions[.professionalCoordinationLoss],
      assumptions[.collaborativeCoordinationLoss], 0,
    ]
    exponent = assumptions[.coordinationExponent]
  }

  /// The relative change of a week's output at `days` flexible days, 0…5.
  public func change(_ task: TaskClass, days: Int) -> Double {
    guard days > 0, let index = TaskClass.allCases.firstIndex(of: task) else { return 0 }
    let dose = Double(days) / Double(DaySplit.workingDays)
    return gain[index] * dose - loss[index] * Double.pow(dose, exponent)
  }
}
