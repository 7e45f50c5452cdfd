import CBoostMath

/// Student's t distribution, and the normal as its limit with infinite degrees of freedom.
public struct StudentT: Equatable, Sendable {
  /// The degrees of freedom, above 0; they need not be whole, and may be infinite.
  public let degreesOfFreedom: Double

  /// The distribution with so many degrees of freedom.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The value below which a share lies: -∞ for 0, +∞ for 1, NaN outside 0…1.
  public func quantile(_ probability: Double) -> Double {
    degreesOfFreedom.isFinite
      ? luwes_student_t_quantile(degreesOfFreedom, probability)
      : luwes_normal_quantile(probability)
  }

  /// The probability of a value at least as far from 0, on either side; NaN for NaN.
  public func twoSidedP(_ value: Double) -> Double {
    let low = -abs(value)
    return 2
      * (degreesOfFreedom.isFinite
        ? luwes_student_t_cumulative(degreesOfFreedom, low) : luwes_normal_cumulative(low))
  }
}

/// The probability that a variable with Fisher's F distribution exceeds a value.
///
/// NaN for degrees of freedom that are not above 0 and for a negative value.
public func fisherFExceeded(
  _ value: Double, numeratorDegrees: Double, denominatorDegrees: Double
) -> Double {
  luwes_fisher_f_exceeded(numeratorDegrees, denominatorDegrees, value)
}
