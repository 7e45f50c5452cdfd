import ArgumentParser
import Fairness
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import StudyFiles

/// `luwes audit`: who may work away under the policies of a study, by group, and why.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Audit access by group: gaps, the rules behind them, and what would close them.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The policy to audit; else all that have rules.")
  var policy: String?

  @Option(help: "Register columns to group by, separated by commas.")
  var groups: String?

  @Option(help: "Reference groups, such as sex=L,unit=Dinas; else the largest.")
  var reference: String?

  @Option(
    help: "Chance that another rater moves a rating one level up, and as much down: 0 to 0.5.")
  var raterError: Double = 0.1

  @Option(help: "How often ratings are drawn again: 2 to 10000.")
  var redraws: Int = 200

  @Option(help: "The results folder, instead of results/<study>-audit.")
  var out: String?

  /// What is grouped by unless `--groups` says otherwise.
  private static let usual: [RegisterColumn] = [
    .sex, .generation, .gradeBand, .employmentStatus, .disability, .unit, .positionKind,
    .education,
  ]

  /// The most groups that a complaint names.
  private static let mostNamed = 12

  func validate() throws {
    guard (0...0.5).contains(raterError) else {
      throw ValidationError("--rater-error takes a number from 0 to 0.5, not \(raterError).")
    }
    guard (2...10_000).contains(redraws) else {
      throw ValidationError("--redraws takes a number from 2 to 10000, not \(redraws).")
    }
    _ = try columns
    _ = try references
  }

  func run() throws {
    let loaded = try arguments.load(language.language)
    let study = loaded.study
    let path = out ?? "results/\(study.header.id)-audit"
    let folder = ResultsFolder(path: path)
    try ResultsWording.explaining(language.language) { try folder.check() }
    let plan = try plan(study)
    try check(plan, study.population)
    let audits = try policies(study).map { policy in
      PolicyAudit(
        policy, decisions: try Self.decisions(policy, study), population: study.population,
        plan: plan)
    }
    let page = AuditPage(
      audits, plan: plan, title: study.header.title[language.language],
      language: language.language
    ).markdown
    let files = AuditFiles(audits)
    let outputs = [
      ("audit.csv", files.access),
      ("audit-decomposition.csv", files.decomposition(smallestGroup: plan.smallestGroup)),
      ("audit-rules.csv", files.rules(smallestGroup: plan.smallestGroup)),
      ("audit-burden.csv", files.burden), ("audit-boundary.csv", files.boundary),
      ("audit.md", page),
    ]
    let manifest = try ResultFiles.manifest(
      loaded, files: outputs, tracked: [], language: language.language)
    try ResultsWording.explaining(language.language) {
      try folder.replace(with: outputs + [("manifest.json", try manifest.json())])
    }
    print(page)
    print(path)
  }

  private func plan(_ study: Study) throws -> AuditPlan {
    AuditPlan(
      columns: try columns
        ?? Self.usual.filter { $0 == .unit || study.population.values($0) != nil },
      references: try references, smallestGroup: study.reporting.smallestGroup,
      raterError: RaterError(moveChance: raterError, redraws: redraws, seed: study.run.seed),
      burdenBasis: BurdenBasis(
        morningSpeed: study.central(.morningSpeed), eveningSpeed: study.central(.eveningSpeed),
        baseline: study.baseline, decisions: try Self.decisions(study.baseline, study)))
  }

  private static func decisions(_ policy: Policy, _ study: Study) throws -> EligibilityDecisions {
    try EligibilityDecisions(
      policy: policy, population: study.population, calendarStart: study.calendar.from)
  }

  /// Complains about a reference that is not among the groups audited.
  private func check(_ plan: AuditPlan, _ population: Population) throws {
    let isIndonesian = language.language == .indonesian
    for column in RegisterColumn.allCases {
      guard let group = plan.references[column] else { continue }
      let (found, known) =
        plan.columns.contains(column)
        ? (group, StaffGrouping.groups(by: column, in: population))
        : (column.rawValue, plan.columns.map(\.rawValue))
      guard !known.contains(found) else { continue }
      let hint: String? =
        if let nearest = NearestName.find(found, in: known) {
          isIndonesian ? " Maksudnya \(nearest)?" : " Did you mean \(nearest)?"
        } else if known.count <= Self.mostNamed {
          (isIndonesian ? " Yang ada: " : " It has: ") + known.joined(separator: ", ") + "."
        } else {
          nil
        }
      complain(
        (isIndonesian
          ? "--reference: \(found) bukan kelompok audit ini."
          : "--reference: \(found) is not among the groups of this audit.") + (hint ?? ""))
      throw Exit.badInput
    }
  }

  private func policies(_ study: Study) throws -> [Policy] {
    guard let policy else { return study.scenarios.filter { !$0.levers.eligibility.isEmpty } }
    let found = study.scenarios.filter { $0.id == policy }
    guard !found.isEmpty else {
      complain(
        (language.language == .indonesian
          ? "Studi ini tidak memuat kebijakan itu; yang ada: "
          : "This study has no such policy; it has: ")
          + study.scenarios.map(\.id).joined(separator: ", "))
      throw Exit.badInput
    }
    return found
  }

  private var columns: [RegisterColumn]? {
    get throws { try groups?.split(separator: ",").map { try Self.column(String($0)) } }
  }

  private var references: [RegisterColumn: String] {
    get throws {
      var references: [RegisterColumn: String] = [:]
      for entry in reference?.split(separator: ",") ?? [] {
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw ValidationError("--reference takes column=group, not \(entry).")
        }
        references[try Self.column(parts[0])] = parts[1]
      }
      return references
    }
  }

  private static func column(_ name: String) throws -> RegisterColumn {
    guard let column = RegisterColumn(rawValue: name), StaffGrouping.isSuitable(column) else {
      let known = RegisterColumn.allCases.filter(StaffGrouping.isSuitable).map(\.rawValue)
      throw ValidationError(
        "\(name) forms no groups; these columns do: \(known.joined(separator: ", ")).")
    }
    return column
  }
}
