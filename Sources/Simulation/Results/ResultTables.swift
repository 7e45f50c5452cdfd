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
  let queues: QueueTable

  init(_ model: StudyModel, keys: [OutcomeKey]) {
    let settings = model.study.run
    let sampleCount = settings.worlds * settings.replications
    samples = SampleTable(
      keys: keys, scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    coverage = CoverageTable(
      model.needs, scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    queues = QueueTable(model.needs, scenarioCount: model.scenarioCount)
    takeUp = TakeUpTable(model, sampleCount: sampleCount)
    evaluations = EvaluationTable(scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    guarantees = GuaranteeTable(model, sampleCount: sampleCount)
    safeguards = SafeguardTable(scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    districts = DistrictTable(
      model.study.services, scenarioCount: model.scenarioCount, sampleCount: sampleCount)
    shocks = ShockTable(scenarioCount: model.scenarioCount, sampleCount: sampleCount)
  }
}
