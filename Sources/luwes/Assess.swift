public import ArgumentParser
import Foundation
import HybridWork
public import PilotAssessment
import Reports
import RunArchive
import StudyFiles

/// `luwes assess`: what a pilot changed, from a panel of its units.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a pilot changed and how sure one can be, from a table of units over time.",
    discussion: """
      One row a unit and time; treatment is 0 or 1, or the time it begins. The effect is that of \
      the offer, or with --dose that of a unit of dose used. Every inference that the panel can support is given, with the smallest p-value it \
      could have reached. docs/pilot-assessment.md has the methods.
      """)

  @Argument(help: "The panel (CSV).")
  var panel: String

  @Option(help: "The column of the outcome.")
  var outcome: String

  @Option(help: "The column of the unit.")
  var unit: String

  @Option(help: "The column of the time: a whole number, a month (2023-07) or a day.")
  var time: String

  @Option(help: "The column of treatment: 0 or 1, or the time it begins (blank or 0: never).")
  var treated: String

  @Option(help: "The column of clusters, groups of units with shared luck; else each unit is one.")
  var cluster: String?

  @Option(help: "Columns to account for, separated by commas.")
  var covariates: String?

  @Option(help: "The column of weights.")
  var weights: String?

  @Option(help: "The column of the dose, as flexible days used: effects are then per unit of it.")
  var dose: String?

  @Option(help: "Outcomes that should not change, separated by commas: checked for an effect.")
  var placeboOutcomes: String?

  @Option(help: "Draws of the bootstrap and of exchanges, when not all can be made.")
  var draws = 9999

  @Option(help: "The seed of these draws.")
  var seed: UInt64 = 1

  @Option(help: "The bootstrap's draws: rademacher or webb.")
  var bootstrapWeights = WildBootstrap.Weights.rademacher

  @Option(help: "Only this estimator, as twfe; without checks.")
  var estimator: PilotEstimate.Estimator?

  @Option(help: "Only this inference, as wild_cluster_bootstrap; without checks.")
  var inference: PilotEstimate.Inference?

  @Option(help: "Controls of group-time effects: never-treated or not-yet-treated.")
  var controls: GroupTimeEffects.Controls?

  @Flag(help: "Say that units were assigned by lot.")
  var randomAssignment = false

  @Flag(help: "Print JSON with full precision.")
  var json = false

  @Option(help: "A folder for assessment.json, estimates.csv, group-time.csv and checks.csv.")
  var out: String?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard (99...1_000_000).contains(draws) else {
      throw ValidationError("--draws takes a number from 99 to 1000000, not \(draws).")
    }
    guard estimator == nil && inference == nil || dose == nil && placeboOutcomes == nil else {
      throw ValidationError(
        "--estimator and --inference choose among effects of the offer: leave --dose and "
          + "--placebo-outcomes out.")
    }
    guard choice == nil, let inference else { return }
    let lawful = PilotEstimate.Estimator.allCases.map { estimator in
      "\(estimator.rawValue): \(estimator.inferences.map(\.rawValue).joined(separator: ", "))"
    }
    throw ValidationError(
      "--inference \(inference.rawValue) is not lawful for \(estimator?.rawValue ?? "any estimator"). "
        + "Lawful are \(lawful.joined(separator: "; ")).")
  }

  func run() throws {
    let panel = try load()
    var options = PanelAssessment.Options()
    options.draws = draws
    options.seed = seed
    options.bootstrapWeights = bootstrapWeights
    options.controls = controls
    options.isAssignmentRandom = randomAssignment
    options.dose = dose
    options.choice = choice ?? .all
    let assessment = PanelAssessment(panel, options: options)
    let checks =
      options.choice == .all ? assessment.checks + placebos(panel, options) : []
    try refuseEmpty(assessment, options.choice)
    let text = AssessmentJSON.text(assessment, clock: panel.clock)
    if let out { try write(assessment, checks, text, clock: panel.clock, to: out) }
    if json {
      print(text, terminator: "")
    } else {
      let report = AssessmentReport(
        assessment, checks: checks, panel: panel, outcome: outcome, dose: dose,
        language: language.language)
      print(report.text(width: 100))
    }
  }

  /// What is asked for; nil if the estimator does not have the inference.
  private var choice: EstimateChoice? {
    EstimateChoice(estimator: estimator, inference: inference)
  }

  /// Ends with the reasons if one thing was asked for and the panel can't support it.
  private func refuseEmpty(_ assessment: PanelAssessment, _ choice: EstimateChoice) throws {
    guard choice != .all, !assessment.estimates.contains(where: { $0.pValue != nil }) else {
      return
    }
    for warning in assessment.warnings {
      complain(AssessmentWording(warning).text(language.language))
    }
    if assessment.panel.commonDate == nil, choice.includes(.interruptedTimeSeries),
      choice.estimator != nil || choice.inference == .hac
    {
      complain(
        language.language == .indonesian
          ? "interrupted_time_series hanya untuk panel yang semua unitnya mulai pada satu tanggal; "
            + "di sini ada pembanding, jadi pakai penaksir yang membandingkan."
          : "interrupted_time_series is only for panels whose units all start at one date; here "
            + "there are controls, so use an estimator that compares.")
    }
    throw Exit.badInput
  }

  private static func names(_ list: String?) -> [String] {
    (list ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The checks of outcomes that should not change.
  private func placebos(_ panel: Panel, _ options: PanelAssessment.Options) -> [PilotCheck] {
    Self.names(placeboOutcomes).compactMap { name in
      panel.others.first { $0.name == name }.map {
        .placeboOutcome(name, $0.values, panel, options: options)
      }
    }
  }

  private func load() throws -> Panel {
    var headers = PanelHeaders(outcome: outcome, unit: unit, time: time, treated: treated)
    headers.cluster = cluster == unit ? nil : cluster
    headers.covariates = Self.names(covariates)
    headers.others = ([dose].compactMap(\.self) + Self.names(placeboOutcomes))
      .filter { !headers.covariates.contains($0) }
    headers.weights = weights
    let log = DiagnosticLog()
    let panel = PanelFile.load(path: self.panel, headers: headers, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let panel, !log.hasErrors else { throw Exit.badInput }
    return panel
  }

  private func write(
    _ assessment: PanelAssessment, _ checks: [PilotCheck], _ json: String, clock: PanelClock,
    to path: String
  ) throws {
    let folder = URL(fileURLWithPath: path)
    let files = [
      ("assessment.json", json),
      ("estimates.csv", AssessmentFiles.estimates(assessment, clock: clock)),
      ("group-time.csv", AssessmentFiles.groupTime(assessment, clock: clock)),
      ("checks.csv", AssessmentFiles.checks(checks)),
    ]
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
      }
    } catch {
      complain(WritingRefusal(error).sentence(path, language.language))
      throw Exit.badInput
    }
  }
}

extension PilotEstimate.Estimator: ExpressibleByArgument {}
extension PilotEstimate.Inference: ExpressibleByArgument {}
extension WildBootstrap.Weights: ExpressibleByArgument {}
extension GroupTimeEffects.Controls: ExpressibleByArgument {}
