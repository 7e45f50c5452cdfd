import HybridWork
public import PilotAssessment

/// An assessment as JSON: `{"estimates": […], "warnings": […]}`, with null for what is undefined.
///
/// A warning has its identifier and its sentence in English; numbers have full precision.
public enum AssessmentJSON {
  /// The text, with a line end behind it.
  public static func text(_ assessment: PanelAssessment, clock: PanelClock) -> String {
    let estimates = assessment.estimates.map { "    {\(fields($0, clock))}" }
    let warnings = assessment.warnings.map { warning in
      "    {\"code\": \(quoted(warning.code)), "
        + "\"message\": \(quoted(AssessmentWording(warning).text(.english)))}"
    }
    return "{\n  \"estimates\": \(list(estimates)),\n  \"warnings\": \(list(warnings))\n}\n"
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n\(items.joined(separator: ",\n"))\n  ]"
  }

  private static func fields(_ estimate: PilotEstimate, _ clock: PanelClock) -> String {
    columns(estimate, clock).map { name, value in
      let text =
        switch value {
        case .text(let text): quoted(text)
        case .number(let number): number.isFinite ? "\(number)" : "null"
        case .whole(let whole): "\(whole)"
        case .flag(let flag): "\(flag)"
        case .undefined: "null"
        }
      return "\"\(name)\": \(text)"
    }.joined(separator: ", ")
  }

  /// One figure of an estimate.
  enum Value {
    case text(String)
    case number(Double)
    case whole(Int)
    case flag(Bool)
    case undefined
  }

  /// The figures of an estimate by the names of files, in their order.
  static func columns(_ estimate: PilotEstimate, _ clock: PanelClock) -> [(String, Value)] {
    [
      ("estimator", .text(estimate.estimator.rawValue)),
      ("inference", .text(estimate.inference.rawValue)),
      ("aggregation", .text(estimate.aggregation.rawValue)),
      ("group", time(estimate.group, clock)),
      ("calendar_time", time(estimate.calendarTime, clock)),
      ("event_time", estimate.eventTime.map { .whole($0) } ?? .undefined),
      ("estimate", number(estimate.estimate)),
      ("std_error", number(estimate.standardError)),
      ("df", number(estimate.degreesOfFreedom)),
      ("ci_low", number(estimate.low)),
      ("ci_high", number(estimate.high)),
      ("ci_unbounded", estimate.isUnbounded.map { .flag($0) } ?? .undefined),
      ("p_value", number(estimate.pValue)),
      ("min_attainable_p", number(estimate.minimumAttainableP)),
      ("n_obs", .whole(estimate.counts.rows)),
      ("n_units", .whole(estimate.counts.units)),
      ("n_treated_units", .whole(estimate.counts.treatedUnits)),
      ("n_clusters", .whole(estimate.counts.clusters)),
      ("n_treated_clusters", .whole(estimate.counts.treatedClusters)),
    ]
  }

  private static func number(_ value: Double?) -> Value { value.map { .number($0) } ?? .undefined }

  /// Numbers stay numbers; months and days are written as in the panel.
  private static func time(_ time: Int?, _ clock: PanelClock) -> Value {
    guard let time else { return .undefined }
    return clock == .number ? .whole(time) : .text(clock.label(of: time))
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
