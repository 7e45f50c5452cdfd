public import HybridWork
public import Statistics

/// What a study assumes about one number, and where that comes from.
public struct StudyAssumption: Sendable {
  /// A number that changes at known dates, or one drawn from a distribution once a world.
  public enum Value: Sendable {
    /// Values from their first day on, in order; one entry for a number that never changes.
    case dated([(from: WorkDate, value: Double)])
    case distributed(BoundedDistribution)
  }

  /// Which assumption.
  public let id: AssumptionID
  /// What is assumed.
  public let value: Value
  /// Source, date and confidence.
  public let provenance: Provenance
  /// Other values that sources give for the same number.
  public var alternatives: [Alternative] = []
  /// Where it applies, in the words of its file; nil if the file does not say.
  public var scope: Bilingual?

  /// A value that contradicts or replaces the one assumed, kept by name.
  public struct Alternative: Sendable {
    /// Its name, unique for the assumption.
    public let name: String
    /// The value.
    public let value: Value
    /// Source, date and confidence.
    public let provenance: Provenance

    /// A named alternative.
    public init(name: String, value: Value, provenance: Provenance) {
      self.name = name
      self.value = value
      self.provenance = provenance
    }
  }

  /// An assumption with its value and provenance.
  public init(id: AssumptionID, value: Value, provenance: Provenance) {
    self.id = id
    self.value = value
    self.provenance = provenance
  }
}

/// A correlation between two assumptions, in the normal scores of a Gaussian copula.
public struct AssumptionCorrelation: Sendable {
  /// The two assumptions.
  public let first: AssumptionID, second: AssumptionID
  /// The correlation, −1…1.
  public let rho: Double
  /// Where the sign and size come from.
  public let provenance: Provenance

  /// A correlation of two assumptions.
  public init(first: AssumptionID, second: AssumptionID, rho: Double, provenance: Provenance) {
    self.first = first
    self.second = second
    self.rho = rho
    self.provenance = provenance
  }
}

/// Everything a study assumes: each assumption of the catalogue once, and correlations.
public struct AssumptionSet: Sendable {
  /// One entry for each assumption, in catalogue order.
  public let assumptions: [StudyAssumption]
  /// Correlations between distributed assumptions.
  public let correlations: [AssumptionCorrelation]

  /// A complete set.
  ///
  /// - Throws: ``SimulationError/missingAssumption(_:)`` when one of the catalogue is absent.
  public init(
    _ assumptions: [StudyAssumption], correlations: [AssumptionCorrelation]
  ) throws(SimulationError) {
    var ordered: [StudyAssumption] = []
    for id in AssumptionID.allCases {
      guard let assumption = assumptions.last(where: { $0.id == id }) else {
        throw .missingAssumption(id)
      }
      ordered.append(assumption)
    }
    self.assumptions = ordered
    self.correlations = correlations
  }

  /// Assumptions in catalogue order, each independent of the others.
  init(ordered assumptions: [StudyAssumption]) {
    self.assumptions = assumptions
    correlations = []
  }

  /// What is assumed about one number.
  public subscript(_ id: AssumptionID) -> StudyAssumption { assumptions[id.ordinal] }
}
