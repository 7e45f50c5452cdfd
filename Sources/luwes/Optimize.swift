import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes optimize`: the days, splits and caps of every unit or position that bring the most under a
/// service promise.
struct Optimize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Search for the days, splits and caps of every unit or position that bring the most.",
    discussion: """
      Eligibility, take-up and allowances are those of --policy; how many days a week, which \
      weekdays or the employee's choice, caps, and whether service staff are away too, are chosen \
      unit by unit, or with --by position by position. An integer program proposes, a simulation \
      on other draws judges. Without --worlds and --replications, 128 worlds of one calendar are \
      searched. Files are written only with --out.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption
  @OptionGroup var promise: PromiseOptions

  @Option(
    help: "The policy whose eligibility and take-up are kept; the study's first unless given.")
  var policy: String?

  @Option(help: "What is made as large as can be, the first first, separated by commas.")
  var maximize = "budget_net_rupiah,flexible_days_per_week"

  @Option(help: "The least ratio of days between groups, 0 to 1; 0 for no bound.")
  var fairness = 0.8

  @Option(help: "What has days of its own: unit, position or position_kind.")
  var by = AssigneeKind.unit.rawValue

  @Option(
    help: "How days may fall, separated by commas: weekdays (for all), chosen (by the employee).")
  var days = "weekdays,chosen"

  @Option(help: "The fewest days a week of a unit or position.")
  var leastDays = 0

  @Option(help: "The most days a week (PermenPANRB 4/2025, art. 13(1): 2).")
  var mostDays = 2

  @Option(help: "The caps to choose from: shares of a unit, or of its people of a position, a day.")
  var caps = "0.5,1"

  @Option(help: "Worlds that judge, in each round other ones.")
  var judgeWorlds = 200

  @OptionGroup var threads: ThreadsOption

  @Option(help: "A folder for the front, days, services, prices and the policy file.")
  var out: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  private var objectives: [Outcome] {
    Self.list(maximize).compactMap(Outcome.init(rawValue:))
      .filter(OptimizationSettings.possibleObjectives.contains)
  }
  private var shares: [Double] { Self.list(caps).compactMap(Double.init) }
  private var assigneeKind: AssigneeKind? { AssigneeKind(rawValue: by) }
  private var kinds: [DayKind] { Self.list(days).compactMap(DayKind.init) }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private var settings: OptimizationSettings {
    var settings = OptimizationSettings()
    settings.objectives = objectives
    settings.promise = promise.promise
    settings.fairness = fairness
    settings.assigneeKind = assigneeKind ?? .unit
    settings.dayKinds = Set(kinds)
    settings.leastDays = leastDays
    settings.mostDays = mostDays
    settings.caps = shares
    settings.worlds = arguments.worlds ?? settings.worlds
    settings.judgeWorlds = judgeWorlds
    settings.replications = arguments.replications ?? 1
    return settings
  }

  func validate() throws {
    guard objectives.count == Self.list(maximize).count, !objectives.isEmpty,
      Set(objectives).count == objectives.count
    else {
      let names = OptimizationSettings.possibleObjectives.map(\.rawValue)
      throw ValidationError("--maximize takes some of \(names.joined(separator: ", ")).")
    }
    guard shares.count == Self.list(caps).count, !shares.isEmpty,
      shares.allSatisfy({ $0 > 0 && $0 <= 1 })
    else { throw ValidationError("--caps takes shares above 0 and up to 1, as 0.5,1.") }
    guard assigneeKind != nil else {
      let names = AssigneeKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--by takes one of \(names), not \(by).")
    }
    guard kinds.count == Self.list(days).count, !kinds.isEmpty else {
      throw ValidationError("--days takes weekdays, chosen, or both with a comma between.")
    }
    guard (0...1).contains(fairness) else {
      throw ValidationError("--fairness takes a ratio from 0 to 1, not \(fairness).")
    }
    guard 0 <= leastDays, leastDays <= mostDays, mostDays <= DaySplit.workingDays else {
      throw ValidationError("--least-days and --most-days take 0 to 5, the least first.")
    }
    guard (1...100_000).contains(judgeWorlds) else {
      throw ValidationError("--judge-worlds takes a number from 1 to 100000, not \(judgeWorlds).")
    }
    guard promise.promise.worldsNeeded(of: judgeWorlds, error: 0.025) != nil else {
      throw ValidationError(
        "--judge-worlds \(judgeWorlds): so few worlds can't show a promise in "
          + "\(promise.shareOfWorlds) of worlds; take more.")
    }
  }

  func run() throws {
    try LinearAlgebra.check()
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let template = try template(loaded.study)
    try checkAssignees(loaded.study, template)
    let output = try ExplorationOutput(
      loaded, path: out, language: language.language, keepsNoDays: noCache)
    let result = try output.simulate(loaded.study) { grid, progress in
      try OptimizationRun(loaded.study, template: template, settings: settings)
        .run(threads: threads.threads, grid: grid, progress: progress)
    }
    let text = OptimizationText(result, language: language.language)
    if out != nil {
      let files = OptimizationFiles(result).files + [("optimization.md", text.markdown)]
      try output.write(files + policyFile(result, loaded))
    }
    print(text.terminalText(width: Run.terminalWidth))
  }

  /// Ends with what is wrong when the study has nobody, or no day, to search for.
  private func checkAssignees(_ study: Study, _ template: Policy) throws {
    let isIndonesian = language.language == .indonesian
    if let assigneeKind, assigneeKind != .unit,
      study.population.values(assigneeKind.column) == nil
    {
      complain(
        isIndonesian
          ? "--by \(by): data pegawai studi ini tidak punya kolom itu. Isi kolomnya, atau cari menurut "
            + "unit."
          : "--by \(by): the staff of this study have no such column. Fill it in, or search by unit."
      )
      throw Exit.badInput
    }
    let closed = template.levers.schedule.anchorDays
    let open = Weekday.workingWeek.count { !closed.contains($0) }
    guard leastDays <= open else {
      complain(
        isIndonesian
          ? "--least-days \(leastDays): hari jangkar kebijakan \(template.id) hanya menyisakan "
            + "\(open) hari seminggu."
          : "--least-days \(leastDays): the anchor days of \(template.id) leave \(open) days a week."
      )
      throw Exit.badInput
    }
  }

  private func template(_ study: Study) throws -> Policy {
    if let chosen = policy.map({ id in study.policies.first { $0.id == id } })
      ?? study.policies.first
    {
      return chosen
    }
    let names = study.policies.map(\.id).joined(separator: ", ")
    complain(
      language.language == .indonesian
        ? "Kebijakan itu tidak ada dalam studi ini. Yang ada: \(names)."
        : "This study has no such policy. It has: \(names).")
    throw Exit.badInput
  }

  /// The policy of the promise asked for as a file of its own, written from its template's.
  private func policyFile(
    _ result: OptimizationResult, _ loaded: LoadedStudy
  ) -> [(name: String, text: String)] {
    guard let policy = result.asked?.policy else { return [] }
    let source = loaded.inputs.first {
      URL(fileURLWithPath: $0.path).lastPathComponent == "\(result.template.id).yaml"
    }
    let text = source.flatMap { try? String(contentsOfFile: $0.path, encoding: .utf8) }
      .flatMap { PolicyRewriting(of: $0).text(policy) }
    guard let text else {
      complain(
        language.language == .indonesian
          ? "Berkas kebijakan tidak dapat dibuat dari \(result.template.id).yaml; hari terpilih "
            + "ada di optimization-days.csv."
          : "No policy file could be made from \(result.template.id).yaml; the days chosen stand in "
            + "optimization-days.csv.")
      return []
    }
    return [("\(policy.id).yaml", text)]
  }
}

/// What every service must keep, as typed.
struct PromiseOptions: ParsableArguments {
  @Option(help: "The least share of a day's half hours covered, such as 0.95.")
  var coverage: Double?

  @Option(help: "The least part of today's coverage on the same day; 1 unless --coverage is given.")
  var coverageOfToday: Double?

  @Option(help: "The share of days on which it must hold.")
  var shareOfDays = 0.95

  @Option(help: "The share of worlds in which it must hold on so many days.")
  var shareOfWorlds = 0.9

  func validate() throws {
    guard coverage == nil || coverageOfToday == nil else {
      throw ValidationError("Give --coverage or --coverage-of-today, not both.")
    }
    guard (0...1).contains(coverage ?? 1), (0...1).contains(coverageOfToday ?? 1) else {
      throw ValidationError("--coverage and --coverage-of-today take a share from 0 to 1.")
    }
    guard (0...1).contains(shareOfDays) else {
      throw ValidationError("--share-of-days takes a share from 0 to 1, not \(shareOfDays).")
    }
    guard (0.0..<1).contains(shareOfWorlds) else {
      throw ValidationError("--share-of-worlds takes a share below 1, not \(shareOfWorlds).")
    }
  }

  var promise: ServicePromise {
    var promise = ServicePromise()
    promise.isOfBaseline = coverage == nil
    promise.least = coverage ?? coverageOfToday ?? 1
    promise.shareOfDays = shareOfDays
    promise.shareOfWorlds = shareOfWorlds
    return promise
  }
}
