/// Which estimators and inferences are asked for; nil stands for all that the panel supports.
public struct EstimateChoice: Equatable, Sendable {
  /// The one estimator.
  public let estimator: PilotEstimate.Estimator?
  /// The one inference.
  public let inference: PilotEstimate.Inference?

  /// Everything.
  public static let all = EstimateChoice()

  private init() {
    estimator = nil
    inference = nil
  }

  /// A choice; nil if no estimator, or not the one named, has the inference.
  public init?(estimator: PilotEstimate.Estimator?, inference: PilotEstimate.Inference?) {
    if let inference {
      let possible = estimator.map { [$0] } ?? PilotEstimate.Estimator.allCases
      guard possible.contains(where: { $0.inferences.contains(inference) }) else { return nil }
    }
    self.estimator = estimator
    self.inference = inference
  }

  /// Whether an estimator is asked for at all.
  public func includes(_ estimator: PilotEstimate.Estimator) -> Bool {
    (self.estimator ?? estimator) == estimator
      && (inference.map(estimator.inferences.contains) ?? true)
  }

  /// Whether an inference of an estimator is asked for.
  public func includes(
    _ estimator: PilotEstimate.Estimator, _ inference: PilotEstimate.Inference
  ) -> Bool {
    includes(estimator) && (self.inference ?? inference) == inference
  }
}

extension PilotEstimate.Estimator {
  /// The inferences that are lawful for the estimator, in the order of their estimates.
  public var inferences: [PilotEstimate.Inference] {
    switch self {
    case .twfe: [.cr1, .cr2, .cr3, .wildClusterBootstrap, .randomization]
    case .callawaySantanna: [.influenceFunction, .randomization]
    case .syntheticControl: [.placebo]
    case .syntheticDiD: [.placebo, .jackknife]
    case .interruptedTimeSeries: [.hac]
    }
  }
}
