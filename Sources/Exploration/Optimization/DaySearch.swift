import HybridWork
import Simulation
import Statistics

/// Proposes and judges until every promise of a front has a policy or is given up.
struct DaySearch: Sendable {
  let run: OptimizationRun
  /// The study on the draws that the search sees.
  let seen: Study
  let units: [UnitSamples]
  let components: [ServiceComponent]
  /// Values of the register that name a service where people are needed on site.
  let serving: Set<String>
  /// The groups whose days are compared.
  let compared: FairGroups

  var study: Study { run.study }
  var settings: OptimizationSettings { run.settings }

  /// Simulates every option of every unit.
  init(
    _ run: OptimizationRun, threads: Int, progress: @Sendable (Double) -> Void
  ) throws(SimulationError) {
    self.run = run
    let settings = run.settings
    let study = run.study
    let seen = study.running(
      RunSettings(
        worlds: settings.worlds, replications: settings.replications, seed: study.run.seed))
    self.seen = seen
    let compared = try FairGroups(study, run.template)
    self.compared = compared
    let serving = Self.serving(study)
    self.serving = serving
    let joined = ServiceComponent.partition(study)
    var servicesOfUnit: [[Int]] = Array(repeating: [], count: study.population.units.count)
    for part in joined { for unit in part.units { servicesOfUnit[unit] = part.services } }
    let sampler = UnitSampler(
      study: seen, template: run.template, settings: settings, serving: serving,
      groups: compared.groups.map(\.group))
    let services = servicesOfUnit
    let samples = try concurrentMap(
      count: study.population.units.count, threads: threads, progress: progress
    ) { unit throws(SimulationError) in
      try sampler.samples(unit: unit, services: services[unit])
    }
    units = samples
    components = try concurrentMap(count: joined.count, threads: threads) {
      place throws(SimulationError) in
      try ServiceComponent(
        seen, template: run.template, services: joined[place].services,
        samples: joined[place].units.map { samples[$0] }, promise: settings.promise)
    }
  }

  /// The values of the register that name a service where people are needed on site.
  private static func serving(_ study: Study) -> Set<String> {
    let needed = Set(study.services.filter(\.needsPeopleOnSite).map(\.id))
    return Set(
      study.population.categories(.service).levels.filter { level in
        StaffPools.names(in: level).contains { needed.contains($0) }
      })
  }

  /// A seed of draws that nothing else sees.
  func seed(of purpose: String, round: Int = 0) -> UInt64 {
    RandomKey(seed: study.run.seed).child("optimization").child(purpose).word(UInt64(round))
  }

  /// The search under one promise.
  struct Quest {
    let shareOfDays: Double
    var demand: DayProgram.Demand
    var proposal: DayProgram.Proposal?
    var assignment: DayAssignment?
    var policy: Policy?
    var rounds = 0
    var readings: [ServiceReading] = []
    var isAccepted = false
    var isOpen = true
  }

  /// Searches under each share of days.
  func quests(
    shareOfDays: [Double], threads: Int, progress: (Double) -> Void
  ) throws(SimulationError) -> [Quest] {
    let program = self.program
    var quests = shareOfDays.map { Quest(shareOfDays: $0, demand: demand($0)) }
    for round in 1...OptimizationRun.mostRounds {
      progress(Double(round - 1) / Double(OptimizationRun.mostRounds))
      for place in quests.indices where quests[place].isOpen { propose(&quests[place], program) }
      let open = quests.indices.filter { quests[$0].isOpen }
      guard !open.isEmpty else { break }
      let policies = open.compactMap { quests[$0].policy }
      let judge = try DayJudge(self, policies: policies, round: round, threads: threads)
      for (scenario, place) in open.enumerated() {
        judge.judge(&quests[place], scenario: scenario + 1)
        if !quests[place].isAccepted { tighten(&quests[place], program) }
      }
    }
    return quests
  }

  /// The program of these units.
  var program: DayProgram {
    DayProgram(
      units: units, components: components, people: compared.groups.map(\.eligible),
      pairs: compared.pairs, objectiveCount: settings.objectives.count, isMonotone: isMonotone)
  }

  /// What is demanded first: that the search's own draws pass the test that judges will make.
  func demand(_ shareOfDays: Double) -> DayProgram.Demand {
    let least =
      settings.promise.worldsNeeded(of: settings.worlds, error: OptimizationRun.firstError)
      ?? settings.worlds
    return DayProgram.Demand(
      shareOfDays: Array(repeating: shareOfDays, count: study.services.count),
      worlds: Array(repeating: least, count: study.services.count), fairness: settings.fairness)
  }

  /// The days of a proposal.
  func assignment(_ proposal: DayProgram.Proposal) -> DayAssignment {
    DayAssignment(
      options: zip(units, proposal.options).map { $0.options[$1] },
      units: study.population.units.map(\.name))
  }

  /// The gain of a proposal in the first objective on the draws that the search sees.
  func gain(_ proposal: DayProgram.Proposal) -> Double {
    zip(units, proposal.options).reduce(0) { $0 + $1.0.gains[$1.1] }
  }

  private func propose(_ quest: inout Quest, _ program: DayProgram) {
    quest.proposal = program.solve(quest.demand)
    guard let proposal = quest.proposal else {
      quest.isOpen = false
      quest.policy = nil
      quest.assignment = nil
      return
    }
    let assignment = assignment(proposal)
    let percent = quest.shareOfDays * 100
    let name = percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
    quest.assignment = assignment
    quest.policy = assignment.policy(
      like: run.template, id: "optimized-\(name)",
      title: Bilingual(
        id: "Hari terbaik, janji layanan \(name)% hari",
        en: "Best days, promise on \(name)% of days"),
      serving: serving)
  }

  /// Demands more of what was refused.
  ///
  /// More worlds first, then more days: half of what is left at a time, and always more than the
  /// refused choice keeps. After finitely many refusals nothing is left to demand.
  private func tighten(_ quest: inout Quest, _ program: DayProgram) {
    guard let proposal = quest.proposal else { return }
    let kept = program.worldsKept(proposal.options, quest.demand)
    let refused = Set(quest.readings.filter { $0.worldsKept < $0.worldsNeeded }.map(\.service))
    for (component, counts) in zip(components, kept) {
      for (service, count) in zip(component.services, counts) where refused.contains(service) {
        let worlds = settings.worlds
        if count < worlds {
          let middle = (quest.demand.worlds[service] + worlds + 1) / 2
          quest.demand.worlds[service] = min(max(middle, count + 1), worlds)
        } else {
          quest.demand.worlds[service] = worlds
          let days = component.openDaysOfWorld[component.services.firstIndex(of: service) ?? 0]
          let share = quest.demand.shareOfDays[service]
          quest.demand.shareOfDays[service] = max(
            share + (1 - share) / 2, share + 1 / Double(max(days, 1)))
        }
      }
    }
    if refused.isEmpty {
      // Only the fairness bound was missed.
      quest.demand.fairness += (1 - quest.demand.fairness) / 4
    }
  }

  /// Whether more people planned away never means more on site, which evaluations and limits of a
  /// month could break.
  private var isMonotone: Bool {
    let levers = run.template.levers
    return levers.evaluation == nil && levers.schedule.mostDaysPerMonth == nil
  }

  /// A quest as a point of the front.
  func point(_ quest: Quest, _ result: StudyResult?, scenario: Int?) -> FrontPoint {
    let outcome: FrontPoint.Outcome
    if quest.isAccepted {
      outcome = .accepted
    } else if quest.rounds == 0 {
      outcome = .infeasible(remedies(quest.demand))
    } else {
      outcome = .notAccepted
    }
    let ratio = scenario.flatMap { scenario in
      result.map { compared.lowestRatio($0, scenario: scenario) }
    }
    return FrontPoint(
      shareOfDays: quest.shareOfDays, outcome: outcome,
      assignment: quest.isAccepted ? quest.assignment : nil,
      policy: quest.isAccepted ? quest.policy : nil, scenario: scenario,
      dayRatio: ratio ?? .nan, gap: quest.proposal?.gap ?? .nan,
      gainSeen: quest.proposal.map(gain) ?? .nan, rounds: quest.rounds,
      services: quest.readings)
  }

  private func remedies(_ demand: DayProgram.Demand) -> [ServiceRemedy] {
    components.compactMap {
      RemedySearch(component: $0, units: units, demand: demand, worlds: settings.worlds).remedy()
    }
  }
}
