public import HybridWork

/// A number that a source states and that no formula reads by itself: evidence behind assumptions, a
/// norm, or a claim.
public struct EvidenceFact: Hashable, Sendable {
  /// The fact's identifier.
  public let id: String
  /// What it says, without the number.
  public let text: Bilingual
  /// The number's unit in words.
  public let unit: String
  /// The number, or the ends of a range.
  public let value: ClosedRange<Double>
  /// The assumptions it speaks to; none for norms and facts that nothing rests on.
  public let assumptions: [AssumptionID]
  /// Source, date and confidence.
  public let provenance: Provenance

  /// A fact from a source.
  public init(
    id: String, text: Bilingual, number: (unit: String, value: ClosedRange<Double>),
    assumptions: [AssumptionID], provenance: Provenance
  ) {
    self.id = id
    self.text = text
    unit = number.unit
    value = number.value
    self.assumptions = assumptions
    self.provenance = provenance
  }
}
