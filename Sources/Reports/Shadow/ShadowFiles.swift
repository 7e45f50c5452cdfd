public import Exploration
import HybridWork
import Simulation

/// The tables of a shadow test: `shadow.csv`, `shadow-months.csv` and `shadow.json`.
public enum ShadowFiles {
  /// `shadow.csv`: one row a group and quantity over all months; everyone first.
  public static func findings(_ result: ShadowResult) -> String {
    var text = CSVText(header: [
      "group", "quantity", "unit", "observed", "predicted", "predicted_p05", "predicted_p95",
      "bias", "mean_absolute_error", "months", "months_inside", "difference_observed",
      "difference_predicted", "difference_p05", "difference_p95", "verdict",
    ])
    for finding in result.findings {
      let difference = finding.difference
      text.add(
        [finding.group.label, finding.quantity.rawValue, finding.quantity.unit]
          + [
            finding.observed, finding.predicted.mean, finding.predicted.low,
            finding.predicted.high, finding.bias, finding.meanAbsoluteError,
          ].map(CSVText.number)
          + ["\(finding.months.count)", "\(finding.monthsInside)"]
          + [
            difference?.observed, difference?.predicted.mean, difference?.predicted.low,
            difference?.predicted.high,
          ].map { CSVText.number($0 ?? .nan) } + [finding.verdict.rawValue])
    }
    return text.text
  }

  /// `shadow-months.csv`: one row a group, quantity and month, without what is personal of a month.
  public static func months(_ result: ShadowResult) -> String {
    var text = CSVText(header: [
      "group", "quantity", "unit", "month", "observed", "predicted", "predicted_p05",
      "predicted_p95", "inside",
    ])
    for finding in result.findings where finding.group == .all || finding.quantity.isToldByMonth {
      for month in finding.months {
        let range = month.range
        text.add(
          [
            finding.group.label, finding.quantity.rawValue, finding.quantity.unit,
            label(month.number),
          ]
            + [month.observed, range.mean, range.low, range.high].map(CSVText.number)
            + ["\(range.contains(month.observed))"])
      }
    }
    return text.text
  }

  /// `shadow.json`: the same as `shadow.csv` with full precision, and the groups that are marked.
  public static func json(_ result: ShadowResult) throws -> String {
    func number(_ value: Double?) -> JSONValue {
      value.flatMap { $0.isFinite ? .number($0) : nil } ?? .text("")
    }
    let findings = result.findings.map { finding in
      var entry: [String: JSONValue] = [
        "group": .text(finding.group.label), "quantity": .text(finding.quantity.rawValue),
        "unit": .text(finding.quantity.unit), "observed": number(finding.observed),
        "predicted": number(finding.predicted.mean),
        "predicted_p05": number(finding.predicted.low),
        "predicted_p95": number(finding.predicted.high), "bias": number(finding.bias),
        "mean_absolute_error": number(finding.meanAbsoluteError),
        "months": .number(Double(finding.months.count)),
        "months_inside": .number(Double(finding.monthsInside)),
        "verdict": .text(finding.verdict.rawValue),
      ]
      if let difference = finding.difference {
        entry["difference_observed"] = number(difference.observed)
        entry["difference_predicted"] = number(difference.predicted.mean)
        entry["difference_p05"] = number(difference.predicted.low)
        entry["difference_p95"] = number(difference.predicted.high)
      }
      return JSONValue.object(entry)
    }
    return try JSONValue.object([
      "study": .text(result.study.header.id), "policy": .text(result.policy.id),
      "from": .text(result.study.calendar.from.iso), "to": .text(result.study.calendar.through.iso),
      "suppressed_units": .number(Double(result.suppressedUnits)),
      "findings": .list(findings),
      "marked": .list(
        result.marked.map { marked in
          .object([
            "group": .text(marked.group.label),
            "quantities": .list(marked.quantities.map { .text($0.rawValue) }),
          ])
        }),
    ]).text()
  }

  static func label(_ month: Int) -> String {
    let place = month % 12 + 1
    return "\(month / 12)-\(place < 10 ? "0" : "")\(place)"
  }
}
