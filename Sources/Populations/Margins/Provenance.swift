/// Where the numbers of a margin come from.
public struct Provenance: Equatable, Sendable {
  /// How near the numbers are to something published.
  public enum Basis: String, CaseIterable, Sendable {
    case published
    case derived
    case assumed
  }

  /// How near the numbers are to something published.
  public let basis: Basis
  /// The publication, in words.
  public let source: String
  /// The date the numbers hold for, `YYYY-MM-DD`.
  public let date: String
  /// The confidence code of the file formats, such as `F` or `J`.
  public let confidence: String

  /// States where numbers come from.
  public init(basis: Basis, source: String, date: String, confidence: String) {
    self.basis = basis
    self.source = source
    self.date = date
    self.confidence = confidence
  }
}
