import CBoostMath

/// Points of the Sobol' sequence, scrambled by Owen's nested permutation of binary digits.
///
/// Directions are those of Joe and Kuo (2008), as Boost.Random has them. A scrambled point is
/// uniform on the unit cube, and any 2ᵏ points from a multiple of 2ᵏ on stay balanced (Owen 1995):
/// each of the 2ᵏ equal intervals of every coordinate holds one. Averages over several independent
/// scrambles give an error; a single scramble has none.
public struct SobolPoints: Sendable {
  /// The most coordinates that the directions allow.
  public static let mostDimensions = 3667
  /// The coordinates of a point.
  public let dimensions: Int
  /// How many points there are.
  public let count: Int

  // Row by row, as fractions of 2³².
  private let plain: [UInt32]
  private let keys: [RandomKey]

  /// The first `count` points of a scramble.
  ///
  /// - Parameters:
  ///   - dimensions: Coordinates, 1…``mostDimensions``.
  ///   - count: Points, at least 0.
  ///   - scramble: Decides the permutations; another key gives an independent scramble.
  public init(dimensions: Int, count: Int, scramble: RandomKey) {
    precondition((1...Self.mostDimensions).contains(dimensions), "\(dimensions) dimensions")
    self.dimensions = dimensions
    self.count = count
    plain = Self.unscrambled(dimensions: dimensions, count: count)
    keys = (0..<dimensions).map { scramble.child(UInt64($0)) }
  }

  /// The sequence without a scramble, row by row, as fractions of 2³²; the first point is 0.
  public static func unscrambled(dimensions: Int, count: Int) -> [UInt32] {
    var points = Array(repeating: UInt32(0), count: dimensions * count)
    let failed = points.withUnsafeMutableBufferPointer {
      luwes_sobol_points(UInt32(dimensions), 0, UInt32(count), $0.baseAddress)
    }
    precondition(failed == 0, "no Sobol' points of \(dimensions) dimensions")
    return points
  }

  /// A coordinate of a point, strictly between 0 and 1.
  public subscript(point: Int, dimension: Int) -> Double {
    let key = keys[dimension]
    let digits = plain[point * dimensions + dimension]
    var scrambled: UInt32 = 0
    // Each digit is turned or kept by a coin that belongs to the digits before it.
    for place in 0..<UInt64(32) {
      let before = UInt64(digits) &>> (32 - place)
      let coin = UInt32(truncatingIfNeeded: key.word((1 &<< place) | before) &>> 63)
      let digit = (digits &>> (31 - UInt32(place))) & 1
      scrambled = (scrambled &<< 1) | (digit ^ coin)
    }
    // Below the last digit the point lies anywhere.
    let rest = key.uniform((1 &<< 40) | UInt64(point))
    let value = (Double(scrambled) + rest) * 0x1p-32
    return min(max(value, 0x1p-53), 1 - 0x1p-53)
  }
}
