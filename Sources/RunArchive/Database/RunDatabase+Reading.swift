import GRDB
import HybridWork
import Simulation

extension RunDatabase {
  /// Every run, the one recorded last first.
  ///
  /// - Throws: ``Failure``.
  public func runs() throws(Failure) -> [RunSummary] {
    try read { database in
      try Row.fetchAll(database, sql: Self.summaries + " ORDER BY recorded_at DESC, id DESC")
        .map(RunSummary.init)
    }
  }

  /// The run whose identifier begins with some digits.
  ///
  /// - Throws: ``Failure/unknownRun(_:)`` and ``Failure/severalRuns(_:_:)`` beside what reading throws.
  public func run(_ prefix: String) throws(Failure) -> RunSummary {
    let found = try read { database in
      try Row.fetchAll(
        database,
        sql: Self.summaries + " WHERE substr(run_id, 1, length(?1)) = ?1 ORDER BY run_id",
        arguments: [prefix.lowercased()]
      ).map(RunSummary.init)
    }
    guard let first = found.first, !prefix.isEmpty else { throw .unknownRun(prefix) }
    guard found.count == 1 else { throw .severalRuns(prefix, found.map(\.runID)) }
    return first
  }

  /// The rows of a run's scenario table, in its order.
  ///
  /// - Throws: ``Failure``.
  public func scenarios(of run: RunSummary) throws(Failure) -> [RecordedScenario] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT scenarios.* FROM scenarios JOIN runs ON runs.id = scenarios.run
          WHERE run_id = ? ORDER BY line
          """, arguments: [run.runID]
      ).map(RecordedScenario.init)
    }
  }

  /// Every file that a run read, in order of first use: path and SHA-256.
  ///
  /// - Throws: ``Failure``.
  func inputs(of run: RunSummary) throws(Failure) -> [(path: String, sha256: String)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT path, sha256 FROM files JOIN runs ON runs.id = files.run
          WHERE run_id = ? AND role = 'input' ORDER BY place
          """, arguments: [run.runID]
      ).map { (path: $0["path"], sha256: $0["sha256"]) }
    }
  }

  /// How many outcomes two runs share, by scenario, group and outcome, and how many are the same.
  ///
  /// - Throws: ``Failure``.
  func sharedOutcomes(
    _ first: RunSummary, _ second: RunSummary
  ) throws(Failure) -> (shared: Int, same: Int) {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT count(*) AS shared, coalesce(sum(a.mean IS b.mean
            OR abs(a.mean - b.mean) <= ?3 * max(abs(a.mean), abs(b.mean))), 0) AS same
          FROM outcomes a JOIN outcomes b USING (scenario, group_label, outcome)
          WHERE a.run = (SELECT id FROM runs WHERE run_id = ?1)
            AND b.run = (SELECT id FROM runs WHERE run_id = ?2)
          """, arguments: [first.runID, second.runID, TableComparison.tolerance])
      return (row?["shared"] ?? 0, row?["same"] ?? 0)
    }
  }

  private static let summaries = """
    SELECT runs.*, (SELECT count(*) FROM scenarios WHERE run = runs.id) AS scenario_count,
      (SELECT count(*) FROM outcomes WHERE run = runs.id) AS outcome_count FROM runs
    """
}

extension RunSummary {
  init(_ row: Row) {
    runID = row["run_id"]
    recordedAt = row["recorded_at"]
    study = row["study"]
    classification = (row["classification"] as String?).flatMap(Classification.init(rawValue:))
    luwes = row["luwes"]
    seed = row["seed"]
    worlds = row["worlds"]
    replications = row["replications"]
    baseline = row["baseline"]
    scenarioCount = row["scenario_count"]
    outcomeCount = row["outcome_count"]
    folder = row["folder"]
  }
}

extension RecordedScenario {
  init(_ row: Row) {
    func text(_ column: String) -> String { row[column] as String? ?? "" }
    policy = text("policy")
    title = Bilingual(id: text("title_id"), en: text("title_en"))
    conforms = text("legal_status") == "conforms"
    articles = text("articles")
    verdict = text("verdict")
    var figures: [ScenarioFigure: Value] = [:]
    for figure in ScenarioFigure.allCases {
      let columns = figure.columns
      guard let mean = row[columns.mean] as Double? else { continue }
      figures[figure] = Value(
        mean: mean, low: columns.low.flatMap { row[$0] as Double? },
        high: columns.high.flatMap { row[$0] as Double? })
    }
    self.figures = figures
  }
}
