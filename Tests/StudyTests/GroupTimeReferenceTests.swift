import PilotAssessment
import TestSupport
import Testing

/// Group-time effects against `differences` with est_method="dr" (PilotAssessmentTests/References/group_time.py).
@Suite struct GroupTimeReferenceTests {
  @Test(
    "means of group-time effects and their errors are those of differences",
    arguments: ["plain", "covariate", "everyone", "castle"],
    GroupTimeEffects.Controls.allCases)
  func means(name: String, controls: GroupTimeEffects.Controls) throws {
    let expected = try PilotReference.rows("group-time-effects.csv").filter {
      $0["panel"] == name && $0["controls"] == controls.rawValue
    }
    // Without a unit that is never treated there is nothing to compare with.
    guard !expected.isEmpty else { return #expect(name == "everyone") }
    var options = PanelAssessment.Options()
    options.draws = 10
    options.controls = controls
    let panel = try PilotReference.panel(name, in: "group-time-panels.csv")
    let found = PanelAssessment(panel, options: options).estimates.filter {
      $0.estimator == .callawaySantanna && $0.inference == .influenceFunction
    }
    #expect(found.count == expected.count)
    for row in expected {
      let key = row.number("key").map { Int($0) }
      let estimate = try #require(
        found.first {
          $0.aggregation.rawValue == row["aggregation"]
            && ($0.group ?? $0.calendarTime ?? $0.eventTime) == key
        })
      #expect(agrees(estimate.estimate, row.number("estimate")), "\(row)")
      #expect(agrees(estimate.standardError, row.number("std_error")), "\(row)")
    }
  }
}
