/// A uniformly random order of the numbers from 0 to `count` - 1.
///
/// Fisher–Yates from the end; the swap at position i uses counter i of the key. Empty if `count`
/// is 0 or negative.
public func randomOrder(_ count: Int, _ key: RandomKey) -> [Int] {
  var order = Array(0..<max(count, 0))
  for position in stride(from: order.count - 1, to: 0, by: -1) {
    let other = Int(key.index(below: UInt64(position) + 1, UInt64(position)))
    order.swapAt(position, other)
  }
  return order
}
