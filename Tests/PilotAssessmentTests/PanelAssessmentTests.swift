import PilotAssessment
import Statistics
import TestSupport
import Testing

@Suite struct PanelAssessmentTests {
  private var design: SyntheticPanel {
    var design = SyntheticPanel(
      cohorts: [
        .init(firstTreated: 3, units: 3, effect: 1), .init(firstTreated: 5, units: 2, effect: 2),
        .init(firstTreated: nil, units: 4),
      ], periods: 6)
    design.covariateTrend = 0.2
    return design
  }

  private func assess(_ columns: PanelColumns) throws -> PanelAssessment {
    var options = PanelAssessment.Options()
    options.draws = 99
    return PanelAssessment(try Panel(columns), options: options)
  }

  private func plain(_ seed: UInt64 = 5) -> PanelColumns {
    var plain = design
    plain.covariateTrend = 0
    return plain.columns(RandomKey(seed: seed))
  }

  @Test("the effect of two groups in two periods is the difference of differences by hand")
  func twoByTwo() throws {
    // Treated: (5 + 7) ÷ 2 - (1 + 2) ÷ 2 = 4.5; control: (4 + 3) ÷ 2 - (3 + 1) ÷ 2 = 1.5.
    let assessment = try assess(
      PanelColumns(
        unit: PanelLabels(["a", "a", "b", "b", "c", "c", "d", "d"]),
        time: [1, 2, 1, 2, 1, 2, 1, 2], outcome: [1, 5, 2, 7, 3, 4, 1, 3],
        treatment: .firstTreated([2, 2, 2, 2, nil, nil, nil, nil])))
    let cr1 = try #require(assessment.twoWay(.cr1))
    #expect(agrees(cr1.estimate, 3, within: 1e-14))
    // Changes 4, 5 against 1, 2: residual scores ±¼ by unit, Σ = 4 · (¼)²; over (Σ own²)² = 1;
    // times (8 - 1) ÷ (8 - 3) · 4 ÷ 3.
    #expect(agrees(cr1.standardError, (0.25 * 7 / 5 * 4 / 3).squareRoot(), within: 1e-14))
    // Of six exchanges the actual one and its complement are the most extreme.
    let exchange = try #require(assessment.twoWay(.randomization))
    #expect(exchange.pValue == 2.0 / 6 && exchange.minimumAttainableP == 2.0 / 6)
    let groupTime = assessment.all(.callawaySantanna, .influenceFunction, .simple)
    #expect(agrees(groupTime.first?.estimate, 3, within: 1e-14))
    // √(Σψ²) ÷ n: gaps of ±½ over shares of ½ are ±1 for each of four units, so √4 ÷ 4.
    #expect(agrees(groupTime.first?.standardError, 0.5, within: 1e-14))
  }

  @Test("an estimate asked for alone is the one of the whole; unlawful pairs are refused")
  func choice() throws {
    let panel = try Panel(plain())
    var options = PanelAssessment.Options()
    options.draws = 99
    let whole = PanelAssessment(panel, options: options).estimates
    for estimator in PilotEstimate.Estimator.allCases {
      for inference in PilotEstimate.Inference.allCases {
        guard let choice = EstimateChoice(estimator: estimator, inference: inference) else {
          #expect(!estimator.inferences.contains(inference))
          continue
        }
        #expect(estimator.inferences.contains(inference))
        options.choice = choice
        let alone = PanelAssessment(panel, options: options).estimates
        let same = whole.filter { $0.estimator == estimator && $0.inference == inference }
        // Five treated units of nine and four controls: the whole takes the jackknife for granted.
        guard (estimator, inference) != (.syntheticDiD, .placebo) else {
          #expect(alone.allSatisfy { $0.pValue == nil })
          continue
        }
        #expect(alone == same, "\(estimator) \(inference)")
      }
    }
    #expect(EstimateChoice(estimator: .twfe, inference: .hac) == nil)
    options.choice = try #require(EstimateChoice(estimator: nil, inference: .randomization))
    #expect(
      PanelAssessment(panel, options: options).estimates
        == whole.filter { $0.inference == .randomization })
  }

  @Test("eight units, four treated at once: the smallest p-value of exchanges is 2 of 70")
  func tiedExchanges() throws {
    let half = SyntheticPanel(
      cohorts: [.init(firstTreated: 3, units: 4, effect: 100), .init(firstTreated: nil, units: 4)],
      periods: 4)
    let found = try #require(try assess(half.columns(RandomKey(seed: 1))).twoWay(.randomization))
    #expect(found.minimumAttainableP == 2.0 / 70 && found.pValue == 2.0 / 70)
  }

  @Test("the order of rows changes nothing, not even a bit")
  func orderOfRows() throws {
    let columns = design.columns(RandomKey(seed: 4))
    let order = randomOrder(columns.time.count, RandomKey(seed: 9))
    guard case .firstTreated(let times) = columns.treatment else { return }
    var other = PanelColumns(
      unit: PanelLabels(
        names: columns.unit.names, codes: order.map { columns.unit.codes[$0] }),
      time: order.map { columns.time[$0] }, outcome: order.map { columns.outcome[$0] },
      treatment: .firstTreated(order.map { times[$0] }))
    other.covariates = columns.covariates.map { covariate in
      .init(name: covariate.name, values: order.map { covariate.values[$0] })
    }
    #expect(try assess(other).estimates == assess(columns).estimates)
  }

  private func agree(
    _ left: PanelAssessment, _ right: PanelAssessment, scale: Double, except draws: Bool = false
  ) {
    #expect(left.estimates.count == right.estimates.count)
    for (a, b) in zip(left.estimates, right.estimates) {
      let share = 1e-8
      #expect(agrees(a.estimate.map { $0 * scale }, b.estimate, within: share))
      #expect(agrees(a.standardError.map { $0 * scale }, b.standardError, within: share))
      if draws, a.inference == .randomization { continue }
      #expect(agrees(a.pValue, b.pValue, within: share))
      #expect(agrees(a.low.map { $0 * scale }, b.low, within: 1e-7))
      #expect(agrees(a.high.map { $0 * scale }, b.high, within: 1e-7))
    }
  }

  @Test("adding a constant changes nothing; a scale carries through")
  func shiftAndScale() throws {
    let columns = plain()
    var shifted = columns
    shifted.outcome = columns.outcome.map { $0 + 1000 }
    try agree(assess(columns), assess(shifted), scale: 1)
    var scaled = columns
    scaled.outcome = columns.outcome.map { $0 * 250 }
    try agree(assess(columns), assess(scaled), scale: 250)
  }

  @Test("other names for units change no estimate and no error")
  func relabelling() throws {
    let columns = plain()
    var renamed = columns
    let names = columns.unit.names.map { "x" + String($0.reversed()) }
    renamed.unit = PanelLabels(names: names, codes: columns.unit.codes)
    // Random exchanges are tied to the units' order, so they alone may differ.
    var options = PanelAssessment.Options()
    options.draws = 1500
    try agree(
      PanelAssessment(Panel(columns), options: options),
      PanelAssessment(Panel(renamed), options: options), scale: 1, except: false)
  }

  @Test("with one treated cluster errors by cluster are refused, exchanges are not")
  func oneTreated() throws {
    let one = SyntheticPanel(
      cohorts: [.init(firstTreated: 4, units: 1, effect: 3), .init(firstTreated: nil, units: 9)],
      periods: 8)
    let assessment = try assess(one.columns(RandomKey(seed: 2)))
    for inference in [PilotEstimate.Inference.cr1, .cr2, .cr3, .wildClusterBootstrap] {
      let estimate = try #require(assessment.twoWay(inference))
      #expect(estimate.estimate != nil && estimate.pValue == nil && estimate.standardError == nil)
      #expect(
        assessment.warnings.contains(.inferenceRefused(.twfe, inference, .oneTreatedCluster)))
    }
    #expect(assessment.twoWay(.randomization)?.minimumAttainableP == 0.1)
  }

  @Test("everyone treated at one date has no comparison, and says so")
  func commonDate() throws {
    let all = SyntheticPanel(cohorts: [.init(firstTreated: 7, units: 5, effect: 1)], periods: 12)
    let assessment = try assess(all.columns(RandomKey(seed: 2)))
    #expect(assessment.warnings.contains(.everyoneTreatedAtOneDate(label: "7")))
    #expect(
      assessment.estimates.allSatisfy { $0.estimator == .interruptedTimeSeries })
  }

  @Test("what is undefined has its reason among the warnings")
  func reasons() throws {
    let assessment = try assess(plain())
    for estimate in assessment.estimates {
      let (estimator, inference) = (estimate.estimator, estimate.inference)
      if estimate.minimumAttainableP == nil {
        #expect(assessment.warnings.contains(.noSmallestP(estimator, inference)))
      }
      if estimate.standardError == nil {
        #expect(assessment.warnings.contains(.noStandardError(estimator, inference)))
      } else if estimate.degreesOfFreedom == nil {
        #expect(assessment.warnings.contains(.normalApproximation(estimator, inference)))
      }
    }
  }
}
