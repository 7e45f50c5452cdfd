import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes shadow`: how well a study repeats last year, before options are shown.
struct ShadowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shadow",
    abstract: "Hold a study against last year's attendance and queue logs, unit by unit.",
    discussion: """
      The study is run on the months of the logs under the policy that was in force, and its own \
      error is told by unit and by service. Columns and codes of the logs stand in mapping files \
      (docs/shadow-test.md). Without --worlds and --replications, \(usualWorlds) worlds of \
      \(usualReplications) calendars are run. Files are written only with --out; give shadow.json to \
      luwes run --shadow.
      """)

  private static let usualWorlds = 64
  private static let usualReplications = 2

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The attendance log (CSV or Excel).")
  var attendance: String?

  @Option(help: "Which columns and codes of the attendance log mean what (YAML).")
  var attendanceMapping: String?

  @Option(help: "The log of queue tickets (CSV or Excel).")
  var tickets: String?

  @Option(help: "Which columns of the log of tickets mean what (YAML).")
  var ticketsMapping: String?

  @Option(help: "The policy that was in force; the study's baseline unless given.")
  var policy: String?

  @OptionGroup var threads: ThreadsOption

  @Option(
    help: "A folder for shadow.csv, shadow-months.csv, shadow.json, shadow.md and a manifest.")
  var out: String?

  func validate() throws {
    guard (attendance == nil) == (attendanceMapping == nil) else {
      throw ValidationError("--attendance and --attendance-mapping go together.")
    }
    guard (tickets == nil) == (ticketsMapping == nil) else {
      throw ValidationError("--tickets and --tickets-mapping go together.")
    }
    guard attendance != nil || tickets != nil else {
      throw ValidationError("Give --attendance or --tickets, or both.")
    }
  }

  func run() throws {
    try LinearAlgebra.check()
    let log = DiagnosticLog()
    let logs = ObservedLogs(
      attendance: pair(attendance, attendanceMapping), tickets: pair(tickets, ticketsMapping),
      log: log)
    let read = try checked(logs, log)
    var arguments = arguments
    arguments.worlds = arguments.worlds ?? Self.usualWorlds
    arguments.replications = arguments.replications ?? Self.usualReplications
    arguments.period = read.period
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let matching = DiagnosticLog()
    let observed = try checked(read.observations(of: loaded.study, log: matching), matching)
    let output = try ExplorationOutput(loaded, path: out, language: language.language)
    let inForce =
      try policy.map { loaded.study.scenarios[try output.scenario($0)] } ?? loaded.study.baseline
    let result = try output.simulate(loaded.study) { grid, progress in
      do throws(ShadowError) {
        return try ShadowRun(loaded.study, policy: inForce, observed: observed)
          .run(threads: threads.threads, grid: grid, progress: progress)
      } catch {
        if case .simulation(let fault) = error { throw fault }
        complain(
          language.language == .indonesian
            ? "Tidak ada baris log pada hari kerja kalender studi; periksa tanggal dan pemetaan."
            : "No row of the logs is on a working day of the study; check dates and mapping.")
        throw Exit.badInput
      }
    }
    let text = ShadowText(result, language: language.language)
    try output.write([
      ("shadow.csv", ShadowFiles.findings(result)),
      ("shadow-months.csv", ShadowFiles.months(result)),
      ("shadow.json", try ShadowFiles.json(result)), ("shadow.md", text.markdown),
    ])
    print(text.terminalText(width: Run.terminalWidth))
  }

  private func pair(_ file: String?, _ mapping: String?) -> (file: String, mapping: String)? {
    file.flatMap { file in mapping.map { (file, $0) } }
  }

  /// What was read, or an end with every complaint.
  private func checked<Value>(_ value: Value?, _ log: DiagnosticLog) throws -> Value {
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let value, !log.hasErrors else { throw Exit.badInput }
    return value
  }
}
