import Foundation

/// Two texts of the same table, compared field by field: words must be equal, numbers nearly so.
///
/// Different processors differ in the last digits of a sum; decision 0006 says how far.
public struct TableComparison: Equatable, Sendable {
  /// The largest relative difference that counts as equal.
  public static let tolerance = 1e-9

  /// The first field that differs: its line, counted from 1, and both texts.
  public struct Difference: Equatable, Sendable {
    /// The line, the header being 1.
    public let line: Int
    /// What the recorded table has there.
    public let recorded: String
    /// What the new one has.
    public let computed: String
  }

  /// The first field that differs by more than rounding; nil when all agree.
  public let difference: Difference?

  /// Compares two tables.
  public init(recorded: String, computed: String) {
    let lines = (Self.lines(recorded), Self.lines(computed))
    for place in 0..<max(lines.0.count, lines.1.count) {
      let one = place < lines.0.count ? lines.0[place] : []
      let other = place < lines.1.count ? lines.1[place] : []
      for column in 0..<max(one.count, other.count) {
        let fields = (
          column < one.count ? one[column] : "", column < other.count ? other[column] : ""
        )
        guard !Self.agree(fields.0, fields.1) else { continue }
        difference = Difference(line: place + 1, recorded: fields.0, computed: fields.1)
        return
      }
    }
    difference = nil
  }

  private static func lines(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func agree(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let first = Double(one), let second = Double(other) else { return false }
    return abs(first - second) <= tolerance * max(abs(first), abs(second))
  }
}
