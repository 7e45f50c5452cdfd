public import RunArchive

/// `comparison.csv` of a bundle: each figure of the run beside the bundle's.
public enum BundleComparisonFile {
  /// The file's text.
  public static func text(_ comparison: BundleComparison) -> String {
    var csv = CSVText(header: [
      "policy", "outcome", "unit", "measure", "original", "bundle", "apart", "tolerance", "holds",
    ])
    for line in comparison.lines {
      csv.add(
        [line.policy, line.outcome, line.unit, line.measure.rawValue]
          + [line.original, line.bundle, line.bundle - line.original, line.tolerance]
          .map(CSVText.number) + [line.holds ? "yes" : "no"])
    }
    return csv.text
  }
}
