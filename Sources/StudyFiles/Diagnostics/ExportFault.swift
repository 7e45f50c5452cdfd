/// Why a row of another program's export is refused.
public enum ExportFault: Equatable, Sendable {
  /// A code that the mapping does not have; it is not shown, since it may tell of somebody.
  case unknownCode(allowed: [String])
  /// Neither `2026-07`, `07/2026`, `Juli 2026` nor a date.
  case notAMonth
  /// A cell that can't be read and may tell of somebody.
  case notShown
  /// A second row of one person on one date.
  case samePersonTwice(firstLine: Int)
  /// A file that is no `shadow.json`.
  case notAShadowTest
  /// A `shadow.json` of another study than the one that is run.
  case shadowOfAnotherStudy(found: String, String)
  /// Faulty cells beyond those shown.
  case furtherCells(count: Int)
}
