/// What becomes of register rows that cannot be read.
public enum BadRowTreatment: String, CaseIterable, Sendable {
  /// Every bad row is an error.
  case fail
  /// Bad rows are left out, and how many is reported.
  case skip
}
