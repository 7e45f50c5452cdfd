/// How far a number may be trusted; the codes of the project's evidence files.
public enum Confidence: String, CaseIterable, Sendable {
  /// Stated in one of the source articles.
  case article = "S"
  /// The whole document or data file was read.
  case fullDocument = "F"
  /// Only an excerpt was read.
  case excerpt = "X"
  /// Read in a public code or data file, not in the official text.
  case publicCode = "G"
  /// Computed from other figures of the evidence.
  case derived = "D"
  /// Read in the stored text of a primary study.
  case primaryStudy = "V"
  /// Read in a secondary text about a study.
  case secondaryText = "V2"
  /// From memory, unverified.
  case memory = "M"
  /// Judgement: an assumption without a source.
  case judgement = "J"

  /// Whether a number with this code is shown as an assumption rather than as sourced.
  public var isAssumption: Bool { self == .memory || self == .judgement }
}

/// Where a number comes from: source, date and how far to trust it.
public struct Provenance: Hashable, Sendable {
  /// Who says so, as a reader could find it again.
  public let source: String
  /// The date the number is of.
  public let date: WorkDate
  /// How far the number may be trusted.
  public let confidence: Confidence

  /// States where a number comes from.
  public init(source: String, date: WorkDate, confidence: Confidence) {
    self.source = source
    self.date = date
    self.confidence = confidence
  }
}
