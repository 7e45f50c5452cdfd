import Statistics

/// What a pilot changed, by every estimator and inference that its panel can support.
public struct PanelAssessment: Sendable {
  /// Choices that the panel does not make.
  public struct Options: Equatable, Sendable {
    /// The most draws of the bootstrap and of exchanges of treatment.
    public var draws = 9999
    /// The seed of these draws.
    public var seed: UInt64 = 1
    /// The distribution of the bootstrap's draws.
    public var bootstrapWeights: WildBootstrap.Weights = .rademacher
    /// Whose changes stand for what would have happened; nil for those never treated, if any.
    public var controls: GroupTimeEffects.Controls?
    /// The column of ``Panel/others`` that holds the dose: the effect is then that of a unit of dose
    /// and not of the offer; nil for the offer's.
    public var dose: String?
    /// Which estimates are made; effects per unit of dose know no choice.
    public var choice = EstimateChoice.all
    /// Whether chance alone decided who was treated when.
    public var isAssignmentRandom = false

    /// The usual choices.
    public init() {}
  }

  /// The level of all tests; intervals cover the rest.
  static let level = 0.05
  /// With fewer treated clusters than this, errors by formula come with a warning.
  static let fewTreatedClusters = 6

  /// All estimates, in the order of estimators, aggregations and inferences.
  public internal(set) var estimates: [PilotEstimate] = []
  /// All that must be said beside them.
  public internal(set) var warnings: [AssessmentWarning]
  /// The effects by first treated time and time, as far as they could be estimated.
  public internal(set) var groupTimeCells: [GroupTimeEffects.Cell] = []

  /// The panel that is assessed.
  public let panel: Panel
  let options: Options

  /// Assesses a panel.
  ///
  /// When everyone is treated at one date nobody is left to compare with, and only the break in
  /// the series of all is estimated.
  public init(_ panel: Panel, options: Options = Options()) {
    self.panel = panel
    self.options = options
    warnings = panel.warnings
    if let date = panel.commonDate {
      warnings.append(.everyoneTreatedAtOneDate(label: panel.clock.label(of: date)))
      if options.dose == nil, options.choice.includes(.interruptedTimeSeries) { assessSeries() }
      return
    }
    if panel.treatedClusterCount < Self.fewTreatedClusters {
      warnings.append(.fewTreatedClusters(count: panel.treatedClusterCount))
    }
    if !options.isAssignmentRandom { warnings.append(.exchangeabilityAssumed) }
    if let dose = options.dose {
      assessDose(dose)
      return
    }
    if options.choice.includes(.twfe) { assessTwoWay() }
    if options.choice.includes(.callawaySantanna) { assessGroupTime() }
    assessSynthetic()
  }

  /// Records an estimate and what its undefined figures mean.
  mutating func add(_ estimate: PilotEstimate) {
    estimates.append(estimate)
    let (estimator, inference) = (estimate.estimator, estimate.inference)
    guard estimate.pValue != nil else { return }
    if let minimum = estimate.minimumAttainableP {
      if minimum > Self.level {
        warn(.noTestPossible(estimator, inference, minimumP: minimum))
      }
    } else {
      warn(.noSmallestP(estimator, inference))
    }
    if estimate.isUnbounded == nil { warn(.noInterval(estimator, inference)) }
    if estimate.standardError == nil {
      warn(.noStandardError(estimator, inference))
    } else if estimate.degreesOfFreedom == nil {
      warn(.normalApproximation(estimator, inference))
    }
  }

  /// Records a warning once.
  mutating func warn(_ warning: AssessmentWarning) {
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Records an estimate without doubt figures, and why they are undefined.
  mutating func refuse(_ estimate: PilotEstimate, because refusal: AssessmentRefusal) {
    estimates.append(estimate)
    warn(.inferenceRefused(estimate.estimator, estimate.inference, refusal))
  }
}

extension PilotEstimate {
  /// Fills in doubt from a standard error; no degrees of freedom stand for the normal.
  mutating func setDoubt(standardError: Double, degreesOfFreedom: Double?) {
    guard let estimate, standardError.isFinite, standardError > 0 else { return }
    let distribution = StudentT(degreesOfFreedom: degreesOfFreedom ?? .infinity)
    let reach = distribution.quantile(1 - PanelAssessment.level / 2) * standardError
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    low = estimate - reach
    high = estimate + reach
    isUnbounded = false
    pValue = distribution.twoSidedP(estimate / standardError)
  }

  /// Fills in the interval of a test that was inverted.
  mutating func setInterval(_ inversion: TestInversion) {
    low = inversion.pieces.first?.low
    high = inversion.pieces.last?.high
    isUnbounded = inversion.isUnbounded
  }
}
