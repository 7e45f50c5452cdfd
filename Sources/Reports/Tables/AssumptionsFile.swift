import HybridWork
public import Simulation
import Statistics

/// `assumptions.csv`: the register of what the run assumed, one line an assumption.
public enum AssumptionsFile {
  /// The file's text.
  ///
  /// A distribution has its median and 90% range; a number that changes at known dates has under
  /// `central` what holds on the calendar's first day, and no range.
  public static func text(_ study: Study) -> String {
    var csv = CSVText(header: [
      "assumption", "text_id", "text_en", "unit", "kind", "central", "p05", "p95", "values",
      "alternatives", "is_assumption", "confidence", "date", "source",
    ])
    for assumption in study.assumptions.assumptions {
      var range = [Double.nan, .nan]
      var (kind, count) = ("distribution", 1)
      switch assumption.value {
      case .distributed(let distribution): range = [0.05, 0.95].map(distribution.quantile)
      case .dated(let values): (kind, count) = ("dated", values.count)
      }
      let provenance = assumption.provenance
      csv.add(
        [
          assumption.id.rawValue, assumption.id.text.indonesian, assumption.id.text.english,
          assumption.id.unit.rawValue, kind, CSVText.number(study.central(assumption.id)),
        ] + range.map(CSVText.number)
          + [
            String(count), String(assumption.alternatives.count),
            String(provenance.confidence.isAssumption), provenance.confidence.rawValue,
            provenance.date.iso, provenance.source,
          ])
    }
    return csv.text
  }
}
