/// How unevenly a total is shared out: 0 if all have the same, towards 1 if one has everything.
///
/// Half the mean absolute difference over all pairs, divided by the mean; with n values the most is
/// 1 - 1/n. NaN if the sum is 0 or there are no values, or if one is NaN. Values are meant to be 0
/// or more.
public func giniCoefficient(_ values: [Double]) -> Double {
  guard let least = values.min(), let most = values.max(), !values.contains(where: \.isNaN)
  else { return .nan }
  let sorted = values.sorted()
  let count = Double(sorted.count)
  var sum = CompensatedSum()
  var weighted = CompensatedSum()
  for (index, value) in sorted.enumerated() {
    sum.add(value)
    weighted.add(value * (2 * Double(index) + 1 - count))
  }
  guard sum.value != 0 else { return .nan }
  return least == most ? 0 : weighted.value / (count * sum.value)
}

/// How unevenly a total of whole numbers is shared out, from how many have each number.
///
/// - Parameter counts: `counts[v]` is how many have the value v; none may be negative.
/// - Returns: The coefficient as of the single values, in whole arithmetic until the last division;
///   NaN if the sum is 0 or nobody is counted.
public func giniCoefficient(counts: [Int]) -> Double {
  precondition(counts.allSatisfy { $0 >= 0 }, "a negative count")
  var people = 0
  var total = 0
  var differences = 0.0
  for (value, count) in counts.enumerated() where count > 0 {
    // Those counted before all have less: `people` × `value` - `total` is what separates them.
    differences += Double(count) * Double(people * value - total)
    people += count
    total += count * value
  }
  return total == 0 ? .nan : differences / (Double(people) * Double(total))
}
