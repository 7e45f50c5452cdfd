import RealModule

/// Shares a whole number of people out in proportion to weights, by largest remainder.
///
/// Each value gets its quota rounded down or up. Which are rounded up is decided by remainder plus
/// what earlier strata with the same weights fell short of (`shortfall`, updated), so that many
/// small strata together also keep the proportions. Ties go to the first. All weights 0 give 0.
func apportion(_ people: Int, weights: [Double], shortfall: inout [Double]) -> [Int] {
  let total = weights.reduce(0, +)
  guard total > 0 else { return weights.map { _ in 0 } }
  let quotas = weights.map { $0 * Double(people) / total }
  // A quota that is whole but for the last bits must not be rounded down.
  var counts = quotas.map { Int(($0 + 1e-9).rounded(.down)) }
  let open = people - counts.reduce(0, +)
  let claims = quotas.indices.filter { quotas[$0] > Double(counts[$0]) + 1e-9 }
  let strength = quotas.indices.map { quotas[$0] - Double(counts[$0]) + shortfall[$0] }
  let ranked = claims.sorted {
    strength[$0] != strength[$1] ? strength[$0] > strength[$1] : $0 < $1
  }
  for value in ranked.prefix(max(open, 0)) { counts[value] += 1 }
  for value in quotas.indices { shortfall[value] += quotas[value] - Double(counts[value]) }
  return counts
}

/// Shares a whole number of people out in proportion to weights, by largest remainder.
func apportion(_ people: Int, weights: [Double]) -> [Int] {
  var shortfall = [Double](repeating: 0, count: weights.count)
  return apportion(people, weights: weights, shortfall: &shortfall)
}
