/// Points of which each coordinate falls into each of `count` equal intervals exactly once.
///
/// McKay, Beckman and Conover (1979); the order of the intervals is random and independent from one
/// coordinate to the next, and the place within an interval uniform.
public struct LatinHypercube: Sendable {
  /// How many points there are.
  public let count: Int
  /// The coordinates of a point.
  public let dimensions: Int

  private let orders: [[Int]]
  private let keys: [RandomKey]

  /// So many points of so many coordinates; another key gives an independent hypercube.
  public init(dimensions: Int, count: Int, key: RandomKey) {
    self.dimensions = dimensions
    self.count = count
    let orderKey = key.child("order")
    let placeKey = key.child("place")
    orders = (0..<dimensions).map { randomOrder(count, orderKey.child(UInt64($0))) }
    keys = (0..<dimensions).map { placeKey.child(UInt64($0)) }
  }

  /// A coordinate of a point, strictly between 0 and 1.
  public subscript(point: Int, dimension: Int) -> Double {
    let place = keys[dimension].uniform(UInt64(point))
    let value = (Double(orders[dimension][point]) + place) / Double(count)
    return min(max(value, 0x1p-53), 1 - 0x1p-53)
  }
}
