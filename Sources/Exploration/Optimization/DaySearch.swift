import HybridWork
import Simulation
import Statistics

/// Proposes and judges until every promise of a front has a policy or is given up.
struct DaySearch: Sendable {
  let run: OptimizationRun
  /// The study on the draws that the search sees.
  let seen: Study
  let assignees: [AssigneeSamples]
  let components: [ServiceComponent]
  /// Values of the register that name a service where people are needed on site.
  let serving: Set<String>
  /// The groups whose days are compared.
  let compared: FairGroups
  /// The gain in the first objective of nobody away over the baseline.
  let gainOfNobodyAway: Double

  var study: Study { run.study }
  var settings: OptimizationSettings { run.settings }

  /// Simulates every option of every unit or position.
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
    let parts = ServiceComponent.partition(study)
    let assignees = settings.assigneeKind.assignees(study.population)
    let services = Self.services(of: assignees, parts, study)
    let sampler = AssigneeSampler(
      study: seen, template: run.template, settings: settings, serving: serving,
      groups: compared.groups.map(\.group))
    let samples = try concurrentMap(count: assignees.count, threads: threads, progress: progress) {
      place throws(SimulationError) in
      try sampler.samples(assignees[place], services: services[place])
    }
    self.assignees = samples
    components = try concurrentMap(count: parts.count, threads: threads) {
      place throws(SimulationError) in
      try ServiceComponent(
        seen, template: run.template, part: parts[place], all: samples,
        promise: settings.promise)
    }
    let nobody = DayAssignment(.unit, names: [], options: [])
      .policy(like: run.template, id: run.template.id, title: run.template.title, serving: [])
    let whole = try StudyRun(seen.comparing([nobody])).staffed(threads: threads, grid: nil).result
    gainOfNobodyAway = whole.gain(settings.objectives[0], scenario: 1)
  }

  /// For each assignee the services, by place, that its people serve where people are needed on site.
  private static func services(
    of assignees: [Assignee], _ parts: [(units: [Int], services: [Int])], _ study: Study
  ) -> [[Int]] {
    var services: [[Int]] = assignees.map { _ in [] }
    for part in parts {
      let servers = ServiceComponent.servers(study, part)
      for (place, assignee) in assignees.enumerated()
      where assignee.people.contains(where: servers.contains) {
        services[place] += part.services
      }
    }
    return services.map { $0.sorted() }
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

  /// The program of these assignees.
  var program: DayProgram {
    DayProgram(
      assignees: assignees, components: components, people: compared.groups.map(\.eligible),
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
      settings.assigneeKind, names: assignees.map(\.assignee.name),
      options: zip(assignees, proposal.options).map { $0.options[$1] })
  }

  /// The gain of a proposal in the first objective on the draws that the search sees, its parts
  /// added up.
  func gain(_ proposal: DayProgram.Proposal) -> Double {
    zip(assignees, proposal.options).reduce(gainOfNobodyAway) { $0 + $1.0.gains[$1.1] }
  }

  /// The gains of accepted quests in the first objective on the same draws, all parts together.
  func gainsTogether(_ quests: [Quest], threads: Int) throws(SimulationError) -> [Double] {
    let policies = quests.filter(\.isAccepted).compactMap(\.policy)
    guard !policies.isEmpty else { return [] }
    let result = try StudyRun(seen.comparing(policies)).staffed(threads: threads, grid: nil).result
    return policies.indices.map { result.gain(settings.objectives[0], scenario: $0 + 1) }
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
  func point(
    _ quest: Quest, _ result: StudyResult?, scenario: Int?, gainTogether: Double = .nan
  ) -> FrontPoint {
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
      gainSeen: quest.proposal.map(gain) ?? .nan, gainTogether: gainTogether,
      rounds: quest.rounds,
      services: quest.readings)
  }

  private func remedies(_ demand: DayProgram.Demand) -> [ServiceRemedy] {
    components.compactMap {
      RemedySearch(component: $0, assignees: assignees, demand: demand, worlds: settings.worlds)
        .remedy()
    }
  }
}
