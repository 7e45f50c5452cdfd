/// The tables that calendars are recorded in while a study runs.
struct ResultTables: Sendable {
  let samples: SampleTable
  let coverage: CoverageTable
  let takeUp: TakeUpTable
  let evaluations: EvaluationTable
  let safeguards: SafeguardTable
  let guarantees: GuaranteeTable
  let districts: DistrictTable
  let shocks: ShockTable
  let groups: DriverTable
  let queues: QueueTable

  /// Empty tables of so many worlds; `keepsBlocks` if they are those of a part of a run.
  init(_ model: StudyModel, keys: [OutcomeKey], worlds: Int, keepsBlocks: Bool) {
    let sampleCount = worlds * model.study.run.replications
    samples = SampleTable(
      keys: keys, scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    coverage = CoverageTable(
      model.needs, scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    queues = QueueTable(
      model.needs, scenarioCount: model.scenarioCount, keepsBlocks: keepsBlocks)
    takeUp = TakeUpTable(model, sampleCount: sampleCount)
    evaluations = EvaluationTable(scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    guarantees = GuaranteeTable(model, sampleCount: sampleCount)
    safeguards = SafeguardTable(scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    districts = DistrictTable(
      model.study.services, scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    shocks = ShockTable(scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    groups = DriverTable(model, sampleCount: sampleCount)
  }

  /// Takes the samples of a range and so many blocks' queues out, or puts them in.
  func pass(_ tape: inout SampleTape, samples range: Range<Int>, blockCount: Int) {
    samples.pass(&tape, samples: range)
    coverage.pass(&tape, samples: range)
    takeUp.pass(&tape, samples: range)
    evaluations.pass(&tape, samples: range)
    safeguards.pass(&tape, samples: range)
    guarantees.pass(&tape, samples: range)
    districts.pass(&tape, samples: range)
    shocks.pass(&tape, samples: range)
    groups.pass(&tape, samples: range)
    queues.pass(&tape, blockCount: blockCount)
  }
}
