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

  /// Assumptions in catalogue order, each independent of the others unless correlations are given.
  init(ordered assumptions: [StudyAssumption], correlations: [AssumptionCorrelation] = []) {
    self.assumptions = assumptions
    self.correlations = correlations
  }

  /// A first day before every calendar.
  static let always = WorkDate(dayNumber: -719_162)

  /// What is assumed about one number.
  public subscript(_ id: AssumptionID) -> StudyAssumption { assumptions[id.ordinal] }
}

/// A choice of values for contested assumptions, by name: `cautious`, `central` or `optimistic`.
public struct NamedAssumptions: Sendable {
  /// What an assumption is held at.
  public enum Level: Hashable, Sendable {
    /// A number in the catalogue's unit.
    case value(Double)
    /// The value below which a share of the assumption's distribution lies, 0…1.
    case quantile(Double)
  }

  /// Its name, unique in a study.
  public let name: String
  /// Its title for planners.
  public let title: Bilingual
  /// What it holds, in catalogue order.
  public let held: [(id: AssumptionID, level: Level)]
  /// Whether the assumptions that it does not name are held at their medians too.
  public let holdsOthers: Bool

  /// A named choice.
  public init(
    name: String, title: Bilingual, held: [(id: AssumptionID, level: Level)], holdsOthers: Bool
  ) {
    self.name = name
    self.title = title
    self.held = held.sorted { $0.id.ordinal < $1.id.ordinal }
    self.holdsOthers = holdsOthers
  }
}

extension AssumptionSet {
  /// The set with assumptions held at fixed values; correlations with them no longer apply.
  ///
  /// - Parameters:
  ///   - values: Values in catalogue units.
  ///   - source: Who holds them there.
  /// - Returns: The set.
  public func holding(_ values: [AssumptionID: Double], source: String) -> AssumptionSet {
    AssumptionSet(
      ordered: assumptions.map { assumption in
        guard let value = values[assumption.id] else { return assumption }
        var held = StudyAssumption(
          id: assumption.id, value: .dated([(Self.always, value)]),
          provenance: Provenance(
            source: source, date: assumption.provenance.date, confidence: .judgement))
        held.alternatives = assumption.alternatives
        held.scope = assumption.scope
        return held
      },
      correlations: correlations.filter { values[$0.first] == nil && values[$0.second] == nil })
  }

  /// The set with what a named choice holds.
  public func holding(_ choice: NamedAssumptions) -> AssumptionSet {
    var values: [AssumptionID: Double] = [:]
    if choice.holdsOthers {
      for assumption in assumptions {
        if case .distributed(let distribution) = assumption.value {
          values[assumption.id] = distribution.median
        }
      }
    }
    for (id, level) in choice.held {
      switch (level, self[id].value) {
      case (.value(let value), _): values[id] = value
      case (.quantile(let share), .distributed(let distribution)):
        values[id] = distribution.quantile(share)
      // A number that nobody doubts has no other value to be cautious with.
      case (.quantile, .dated): break
      }
    }
    return holding(values, source: "Luwes: \(choice.name)")
  }
}
