import CBoostMath

/// The share of a standard normal distribution at or below a value.
///
/// 0 at -∞, 1 at +∞, NaN for NaN.
public func standardNormalCumulative(_ value: Double) -> Double {
  luwes_normal_cumulative(value)
}

/// The value below which a standard normal distribution has a given share.
///
/// -∞ for 0, +∞ for 1, NaN outside 0…1.
public func standardNormalQuantile(_ probability: Double) -> Double {
  luwes_normal_quantile(probability)
}
