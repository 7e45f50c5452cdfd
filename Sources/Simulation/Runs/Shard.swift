/// One of several parts of a run, cut where blocks of worlds end.
///
/// A block is drawn and priced as a whole, so parts leave the very bits that one run leaves.
public struct Shard: Equatable, Sendable {
  /// Which part, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Part `number` of `count`; nil unless 1 ≤ number ≤ count.
  public init?(number: Int, count: Int) {
    guard number >= 1, number <= count else { return nil }
    self.number = number
    self.count = count
  }

  /// A part written as `2/3`; nil if it is not one.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else { return nil }
    self.init(number: number, count: count)
  }

  /// The whole of a run.
  static let whole = Shard(onlyPart: ())

  private init(onlyPart: Void) {
    number = 1
    count = 1
  }

  /// The part as it is written, such as `2/3`.
  public var text: String { "\(number)/\(count)" }

  /// The most parts that a run of so many worlds can be cut into: its blocks.
  public static func most(worlds: Int) -> Int {
    (worlds + WorldSampler.blockSize - 1) / WorldSampler.blockSize
  }

  /// The blocks of the part in a run of so many worlds; empty for some where there are more parts
  /// than blocks.
  func blocks(worlds: Int) -> Range<Int> {
    let blocks = Self.most(worlds: worlds)
    return (blocks * (number - 1) / count)..<(blocks * number / count)
  }

  /// The worlds of the part, numbered from 0.
  public func worlds(of worlds: Int) -> Range<Int> {
    let blocks = blocks(worlds: worlds)
    let size = WorldSampler.blockSize
    return min(blocks.lowerBound * size, worlds)..<min(blocks.upperBound * size, worlds)
  }
}
