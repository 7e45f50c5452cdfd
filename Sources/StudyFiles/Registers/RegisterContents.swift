public import HybridWork

/// What a register file holds.
public struct RegisterContents: Sendable {
  /// The people of the rows that could be read.
  public let population: Population
  /// The rows that were left out; none unless that was asked for.
  public let skipped: SkippedRows
  /// The rows that were left out with their cells; nil unless they were to be kept.
  public let records: SkippedRecords?
}
