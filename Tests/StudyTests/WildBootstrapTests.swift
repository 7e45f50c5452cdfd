import PilotAssessment
import Statistics
import TestSupport
import Testing

@Suite struct WildBootstrapTests {
  private func bootstrap(_ panel: Panel, draws: Int = 4096) throws -> PilotEstimate {
    var options = PanelAssessment.Options()
    options.draws = draws
    return try #require(PanelAssessment(panel, options: options).twoWay(.wildClusterBootstrap))
  }

  @Test(
    "enumerated p-values are those of wildboottest's own draws",
    arguments: [("few", 64), ("balanced", 4096)])
  func enumerated(name: String, draws: Int) throws {
    let expected = try #require(
      try PilotReference.rows("wild-bootstrap.csv").first {
        $0["panel"] == name && $0.number("tested") == 0
      })
    #expect(expected.number("draws") == Double(draws))
    let found = try bootstrap(try PilotReference.panel(name, in: "two-way-panels.csv"))
    #expect(found.pValue == expected.number("p"))
    #expect(found.minimumAttainableP == 2 / Double(draws))
  }

  @Test("the interval's ends are where the p-value of wildboottest crosses the level")
  func interval() throws {
    // Of the effects tried, those with a p-value above 5% lie inside.
    let found = try bootstrap(try PilotReference.panel("balanced", in: "two-way-panels.csv"))
    let low = try #require(found.low)
    let high = try #require(found.high)
    for row in try PilotReference.rows("wild-bootstrap.csv") where row["panel"] == "balanced" {
      let tested = try #require(row.number("tested"))
      let p = try #require(row.number("p"))
      #expect((low < tested && tested < high) == (p > 0.05))
    }
  }

  @Test("with four clusters no test at 5% is possible and the interval has no end")
  func fourClusters() throws {
    let design = SyntheticPanel(
      cohorts: [.init(firstTreated: 4, units: 2, effect: 50), .init(firstTreated: nil, units: 2)],
      periods: 6)
    let assessment = PanelAssessment(try design.panel(RandomKey(seed: 3)))
    let found = try #require(assessment.twoWay(.wildClusterBootstrap))
    #expect(found.minimumAttainableP == 0.125)
    #expect(found.isUnbounded == true && found.low == nil && found.high == nil)
    #expect(
      assessment.warnings.contains(.noTestPossible(.twfe, .wildClusterBootstrap, minimumP: 0.125)))
    #expect(assessment.warnings.contains(.intervalUnbounded(.twfe, .wildClusterBootstrap)))
  }

  @Test("random draws come near the enumerated p-value")
  func sampled() throws {
    let panel = try PilotReference.panel("balanced", in: "two-way-panels.csv")
    let p = try #require(try bootstrap(panel, draws: 4095).pValue)
    // 68 of 4,096 draws are extreme; four binomial standard errors are 0.008.
    #expect(abs(p - 68.0 / 4096) < 0.008)
  }
}
