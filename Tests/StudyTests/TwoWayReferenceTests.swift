import PilotAssessment
import TestSupport
import Testing

/// Two-way effects against pyfixest, clubSandwich and statsmodels (PilotAssessmentTests/References/two_way.py).
@Suite struct TwoWayReferenceTests {
  static let names = ["balanced", "staggered", "unbalanced", "weighted", "few", "castle"]

  private static let assessments = Result {
    try Dictionary(
      uniqueKeysWithValues: names.map { name in
        var options = PanelAssessment.Options()
        // All 495 exchanges of the balanced panel and 15 of the one with few units are made.
        options.draws = name == "balanced" ? 495 : 40
        let panel = try PilotReference.panel(name, in: "two-way-panels.csv")
        return (name, PanelAssessment(panel, options: options))
      })
  }

  private func assessment(_ name: String) throws -> PanelAssessment {
    try #require(Self.assessments.get()[name])
  }

  @Test("effects and errors by cluster are those of pyfixest and clubSandwich", arguments: names)
  func effects(name: String) throws {
    let assessment = try assessment(name)
    let expected = try #require(
      try PilotReference.rows("two-way-effects.csv").first { $0["panel"] == name })
    let cr1 = try #require(assessment.twoWay(.cr1))
    #expect(agrees(cr1.estimate, expected.number("effect")))
    #expect(agrees(cr1.standardError, expected.number("cr1")))
    #expect(agrees(cr1.pValue, expected.number("cr1_p")))
    let cr2 = try #require(assessment.twoWay(.cr2))
    #expect(agrees(cr2.standardError, expected.number("cr2")))
    #expect(agrees(cr2.degreesOfFreedom, expected.number("cr2_df")))

    #expect(agrees(cr2.pValue, expected.number("cr2_p")))
    let cr3 = try #require(assessment.twoWay(.cr3))
    #expect(agrees(cr3.standardError, expected.number("cr3")))
    if let share = expected.number("permutation_p") {
      let randomization = try #require(assessment.twoWay(.randomization))
      #expect(agrees(randomization.pValue, share))
    }
  }

  @Test("effects by event time are pyfixest's", arguments: names.filter { $0 != "weighted" })
  func events(name: String) throws {
    let found = try assessment(name).all(.twfe, .cr1, .event)
    let expected = try PilotReference.rows("two-way-events.csv").filter { $0["panel"] == name }
    #expect(found.count == expected.count && !expected.isEmpty)
    for row in expected {
      let event = row.number("event_time").map { Int($0) }
      let estimate = try #require(found.first { $0.eventTime == event })
      #expect(agrees(estimate.estimate, row.number("estimate")))
      #expect(agrees(estimate.standardError, row.number("std_error")))
    }
  }

  @Test("the joint test before the start is Wald's F", arguments: names.filter { $0 != "weighted" })
  func preTrend(name: String) throws {
    let warnings = try assessment(name).warnings
    let expected = try #require(
      try PilotReference.rows("two-way-pretrends.csv").first { $0["panel"] == name })
    // With two treated clusters four early effects can't be tested, whatever F comes out.
    guard let p = expected.number("p"), !p.isNaN, name != "few" else {
      #expect(warnings.contains(.preTrendUntestable))
      return
    }
    let test = try #require(
      warnings.lazy.compactMap { warning -> EventStudy.PreTrendTest? in
        if case .preTrend(let test) = warning { test } else { nil }
      }.first)
    #expect(agrees(test.statistic, expected.number("statistic"), within: 1e-7))
    #expect(agrees(test.pValue, p, within: 1e-6))
  }

  @Test("cells counted backwards are those of the regression of treatment on levels")
  func negativeWeights() throws {
    let expected = try #require(
      try PilotReference.rows("two-way-effects.csv").first { $0["panel"] == "staggered" })
    let weights = try #require(
      try assessment("staggered").warnings.lazy.compactMap { warning -> NegativeWeights? in
        if case .negativeWeights(let weights) = warning { weights } else { nil }
      }.first)
    #expect(weights.negativeCells == expected.number("negative_cells").map { Int($0) })
    #expect(agrees(weights.negativeSum, expected.number("negative_sum")))
  }
}
