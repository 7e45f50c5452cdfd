/// What differs between two recorded runs.
public struct RunComparison: Equatable, Sendable {
  /// What was asked for differently.
  public struct Option: Equatable, Sendable {
    /// `study`, `seed`, `worlds`, `replications`, `baseline` or `luwes`.
    public let name: String
    /// The values of the first and the second run.
    public let first: String, second: String
  }

  /// A figure of a policy that both runs have, and that is not the same.
  public struct Change: Equatable, Sendable {
    /// The row of the second run.
    public let scenario: RecordedScenario
    /// Which figure.
    public let figure: ScenarioFigure
    /// The values; nil where a run has none.
    public let first: RecordedScenario.Value?, second: RecordedScenario.Value?
  }

  /// A verdict that is not the same.
  public struct VerdictChange: Equatable, Sendable {
    /// The row of the second run.
    public let scenario: RecordedScenario
    /// The verdicts, as in the scenario table.
    public let first: String, second: String
  }

  /// The runs.
  public let first: RunSummary, second: RunSummary
  /// Options that differ.
  public let options: [Option]
  /// Inputs that both read with another content.
  public let changedInputs: [String]
  /// Inputs that one of them did not read.
  public let firstInputs: [String], secondInputs: [String]
  /// Policies that the other run lacks.
  public let firstPolicies: [String], secondPolicies: [String]
  /// Figures that differ by more than rounding, in the second run's order.
  public let changes: [Change]
  /// Verdicts that differ.
  public let verdicts: [VerdictChange]
  /// How many policies both have.
  public let sharedPolicyCount: Int
  /// Lines of `outcomes.csv` that both have, and how many of them have the same mean.
  public let sharedOutcomeCount: Int, sameOutcomeCount: Int

  /// Compares two runs of a database.
  ///
  /// - Throws: ``RunDatabase/Failure``.
  public init(
    _ first: RunSummary, _ second: RunSummary, in database: RunDatabase
  ) throws(RunDatabase.Failure) {
    self.first = first
    self.second = second
    options = Self.options(first, second)
    let inputs = (try database.inputs(of: first), try database.inputs(of: second))
    changedInputs = inputs.1.compactMap { file in
      let before = inputs.0.first { $0.path == file.path }
      return before.map { $0.sha256 != file.sha256 } ?? false ? file.path : nil
    }
    firstInputs = inputs.0.map(\.path).filter { path in !inputs.1.contains { $0.path == path } }
    secondInputs = inputs.1.map(\.path).filter { path in !inputs.0.contains { $0.path == path } }
    let rows = (try database.scenarios(of: first), try database.scenarios(of: second))
    firstPolicies = Self.missing(rows.0, in: rows.1)
    secondPolicies = Self.missing(rows.1, in: rows.0)
    let pairs = rows.1.compactMap { row in
      rows.0.first { $0.policy == row.policy }.map { ($0, row) }
    }
    sharedPolicyCount = pairs.count
    changes = pairs.flatMap(Self.changes)
    verdicts = pairs.filter { $0.verdict != $1.verdict }
      .map { VerdictChange(scenario: $1, first: $0.verdict, second: $1.verdict) }
    (sharedOutcomeCount, sameOutcomeCount) = try database.sharedOutcomes(first, second)
  }

  private static func options(_ first: RunSummary, _ second: RunSummary) -> [Option] {
    [
      Option(name: "study", first: first.study, second: second.study),
      Option(name: "seed", first: first.seed, second: second.seed),
      Option(name: "worlds", first: "\(first.worlds)", second: "\(second.worlds)"),
      Option(
        name: "replications", first: "\(first.replications)", second: "\(second.replications)"),
      Option(name: "baseline", first: first.baseline, second: second.baseline),
      Option(name: "luwes", first: first.luwes, second: second.luwes),
    ].filter { $0.first != $0.second }
  }

  private static func missing(_ rows: [RecordedScenario], in other: [RecordedScenario]) -> [String]
  {
    rows.map(\.policy).filter { policy in !other.contains { $0.policy == policy } }
  }

  private static func changes(_ first: RecordedScenario, _ second: RecordedScenario) -> [Change] {
    ScenarioFigure.allCases.compactMap { figure in
      let values = (first.figures[figure], second.figures[figure])
      guard !agree(values.0, values.1) else { return nil }
      return Change(scenario: second, figure: figure, first: values.0, second: values.1)
    }
  }

  private static func agree(
    _ first: RecordedScenario.Value?, _ second: RecordedScenario.Value?
  ) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    func near(_ one: Double?, _ other: Double?) -> Bool {
      guard let one, let other else { return one == nil && other == nil }
      return abs(one - other) <= TableComparison.tolerance * max(abs(one), abs(other))
    }
    return near(first.mean, second.mean) && near(first.low, second.low)
      && near(first.high, second.high)
  }
}
