import HybridWork
public import PilotAssessment

/// The tables an assessment leaves: every estimate, and the effects by group and time.
public enum AssessmentFiles {
  /// `estimates.csv`: the columns of the JSON, blank where undefined.
  public static func estimates(_ assessment: PanelAssessment, clock: PanelClock) -> String {
    let rows = assessment.estimates.map { AssessmentJSON.columns($0, clock) }
    guard let first = rows.first else { return "" }
    var text = CSVText(header: first.map(\.0))
    for row in rows {
      text.add(
        row.map { _, value in
          switch value {
          case .text(let text): text
          case .number(let number): number.isFinite ? "\(number)" : ""
          case .whole(let whole): "\(whole)"
          case .flag(let flag): "\(flag)"
          case .undefined: ""
          }
        })
    }
    return text.text
  }

  /// `checks.csv`: what could speak against the effect, one row a check.
  public static func checks(_ checks: [PilotCheck]) -> String {
    CheckTable(checks: checks).csv
  }

  /// `group-time.csv`: the effect on each cohort in each period.
  public static func groupTime(_ assessment: PanelAssessment, clock: PanelClock) -> String {
    var text = CSVText(header: ["group", "calendar_time", "estimate"])
    for cell in assessment.groupTimeCells {
      text.add([clock.label(of: cell.cohort), clock.label(of: cell.time), "\(cell.effect)"])
    }
    return text.text
  }
}
