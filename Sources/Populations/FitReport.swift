/// How well a synthetic register keeps its margins, and what each column rests on.
public struct FitReport: Equatable, Sendable {
  /// How the people of linked columns were found.
  public enum Method: Equatable, Sendable {
    /// One margin after the other; nothing had to be fitted.
    case direct
    /// From a table fitted to all margins at once.
    case fitted(iterations: Int)
  }

  /// How well one margin holds.
  public struct MarginFit: Equatable, Sendable {
    /// The margin's columns.
    public let columns: [String]
    /// The largest difference of a cell from its count, in people; below 1 only for rounding.
    public let largestMisfit: Double
    /// How the people were found.
    public let method: Method
    /// Where the margin's counts come from.
    public let provenance: Provenance
  }

  /// What one column rests on.
  public struct ColumnBasis: Equatable, Sendable {
    /// The column.
    public let column: String
    /// Where its numbers come from: of several margins, the one nearest to something published.
    public let provenance: Provenance
  }

  /// The margins in the order given.
  public let margins: [MarginFit]
  /// The columns in the order of the register, `identifier` left out.
  public let columns: [ColumnBasis]

  /// The largest difference of any margin's cell from its count, in people.
  public var largestMisfit: Double {
    margins.reduce(0) { max($0, $1.largestMisfit) }
  }
}
