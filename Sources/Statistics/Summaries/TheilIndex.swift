import RealModule

/// How unevenly a total is shared out (Theil's T): 0 if all have the same, at most the logarithm of
/// how many there are.
///
/// - Parameters:
///   - values: The values that occur, 0 or more.
///   - counts: How many have each value; as many as `values`.
/// - Returns: The mean of x ÷ mean × ln(x ÷ mean), with 0 × ln 0 = 0; NaN if the sum is 0 or nobody
///   is counted, or if a value is NaN or negative.
public func theilIndex(_ values: [Double], counts: [Int]) -> Double {
  precondition(values.count == counts.count, "values and counts differ in number")
  var people = 0
  var sum = CompensatedSum()
  for (value, count) in zip(values, counts) where count > 0 {
    guard value >= 0 else { return .nan }
    people += count
    sum.add(value * Double(count))
  }
  let mean = sum.value / Double(people)
  guard people > 0, mean > 0 else { return .nan }
  var index = CompensatedSum()
  for (value, count) in zip(values, counts) where count > 0 && value > 0 {
    let relative = value / mean
    index.add(relative * .log(relative) * Double(count))
  }
  return max(index.value / Double(people), 0)
}
