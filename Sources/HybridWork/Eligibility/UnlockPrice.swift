/// What it costs to make one person pass a rule, or to change one column of a person's row.
public struct UnlockPrice: Hashable, Sendable {
  /// What the price is of.
  public enum Subject: Hashable, Sendable {
    /// A rule, by its identifier.
    case rule(String)
    /// Whatever change a rule asks of a column.
    case column(RegisterColumn)
  }

  /// What the price is of.
  public let subject: Subject
  /// What is done for the money.
  public let remedy: Bilingual
  /// Rupiah for one person, once.
  public let rupiah: Double
  /// Source, date and confidence; judgement is shown as an assumption.
  public let provenance: Provenance

  /// A price of a remedy.
  public init(subject: Subject, remedy: Bilingual, rupiah: Double, provenance: Provenance) {
    self.subject = subject
    self.remedy = remedy
    self.rupiah = rupiah
    self.provenance = provenance
  }
}
