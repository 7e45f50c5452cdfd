import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import StudyFiles

/// The files a run leaves, in the order they are written.
struct ResultFiles {
  private(set) var files: [(name: String, text: String)]
  /// Files that are no texts.
  private(set) var binaries: [(name: String, content: Data)] = []
  private let result: StudyResult
  private let language: Language
  private let threads: Int
  /// Files of a results folder that version control keeps.
  private static let tracked: Set<String> = ["scenario-table.csv", "scenario-table.md"]

  /// Makes the tables of a result, on so many threads.
  ///
  /// - Throws: ``SimulationError`` as a run of the study would.
  init(
    _ result: StudyResult, language: Language, posterior: Posterior? = nil,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws(SimulationError) {
    self.result = result
    self.language = language
    self.threads = threads
    let makers = Self.tables(result, language, threads: threads)
    let tables = SharedWork.map(count: makers.count, threads: threads) { makers[$0]() }
    files = []
    for table in tables { files += try table.get() }
    files += posterior.map { PosteriorFiles($0, result).files } ?? []
  }

  private typealias Tables = Result<[(name: String, text: String)], SimulationError>

  /// What makes the tables of a result, in the order they are written.
  private static func tables(
    _ result: StudyResult, _ language: Language, threads: Int
  ) -> [@Sendable () -> Tables] {
    let study = result.study
    func table(
      _ name: String, _ text: @escaping @Sendable () -> String?
    ) -> @Sendable () -> Tables {
      { .success(text().map { [(name, $0)] } ?? []) }
    }
    func table(
      _ name: String, if isNeeded: Bool, _ text: @escaping @Sendable () -> String?
    ) -> [@Sendable () -> Tables] {
      isNeeded ? [table(name, text)] : []
    }
    let always: [@Sendable () -> Tables] = [
      table("scenario-table.csv") { ScenarioTableFile.text(result) },
      table("scenario-table.md") { ScenarioTable(result, language: language).markdown },
      table("outcomes.csv") { OutcomesFile.text(result) },
      table("uncertainty.csv") { UncertaintyFile.text(result) },
      { decisions(result) },
      table("ledger.csv") { LedgerFile.text(result) },
      table("ledger-parties.csv") { LedgerPartiesFile.text(result) },
      table("ledger.md") { LedgerPage(result, language: language).markdown },
      table("assumptions.csv") { AssumptionsFile.text(study) },
      table("output.csv") { OutputFile.text(result) },
      table("eligibility-counts.csv") { EligibilityFile.text(result, language: language) },
      table("take-up.csv") { TakeUpFile.text(result) },
      table("position-days.csv") { PositionDaysFile.text(result) },
      table("shocks.csv") { ShockFile.text(result) },
      table("ledger-by-group.csv") { GroupLedgerFile.text(result) },
      table("present-value.csv") { PresentValueFile.text(result) },
      table("output-by-unit.csv") { UnitOutputFile.text(result) },
    ]
    return always
      + table("coverage.csv", if: !study.services.isEmpty) { CoverageFile.text(result) }
      + table(
        "evaluation.csv", if: study.scenarios.contains { $0.levers.evaluation != nil }
      ) { EvaluationFile.text(result) }
      + table("safeguards.csv", if: !study.unguarded.isEmpty) { SafeguardsFile.text(result) }
      + table(
        "guarantee.csv", if: study.scenarios.contains { $0.levers.guarantee != nil }
      ) { GuaranteeFile.text(result) }
      + table("priority-waits.csv", if: PriorityFile.isNeeded(for: study)) {
        PriorityFile.text(result, threads: threads)
      }
      + table("waiting-by-district.csv", if: !result.districts.districts.isEmpty) {
        DistrictFile.text(result)
      }
  }

  private static func decisions(_ result: StudyResult) -> Tables {
    do throws(SimulationError) {
      return .success(try DecisionTables(result).files)
    } catch {
      return .failure(error)
    }
  }

  /// Adds a table that was made before the run.
  mutating func add(_ name: String, _ text: String) { files.append((name, text)) }

  /// Adds a paragraph under the scenario table and the ledger's page.
  mutating func addNotice(_ notice: String) {
    for place in files.indices where files[place].name.hasSuffix(".md") {
      files[place].text += "\n> \(notice)\n"
    }
  }

  /// Adds report and workbook, and puts classification and identifier of the run on every page.
  ///
  /// - Throws: ``Exit/badInput`` when an input can no longer be read or the workbook not written.
  mutating func addDocuments(
    _ loaded: LoadedStudy, evidence: [String] = [], shadow: ShadowMarks? = nil
  ) throws {
    let manifest = try manifest(loaded, evidence: evidence)
    let run = ReportRun(
      id: manifest.runID, version: Luwes.version,
      inputs: manifest.inputs.map { ReportRun.Input(name: $0.path, hash: $0.sha256) },
      language: language, shadow: shadow)
    // The run's identifier rests on the tables alone, so pages can bear it.
    for place in files.indices where files[place].name.hasSuffix(".md") {
      files[place].text += "\n\(run.stamp(result.study))\n"
    }
    let (result, files, language) = (result, files, language)
    let parts: [@Sendable () -> Result<Data, any Error>] = [
      { Result { try Self.workbook(result, files, run, language) } },
      { .success(Data(ReportPage(result, files: files, run: run).html.utf8)) },
    ]
    let documents = SharedWork.map(count: parts.count, threads: threads) { parts[$0]() }
    binaries.append(("scenario-table.xlsx", try documents[0].get()))
    self.files.append(("report.html", String(decoding: try documents[1].get(), as: UTF8.self)))
  }

  private static func workbook(
    _ result: StudyResult, _ files: [(name: String, text: String)], _ run: ReportRun,
    _ language: Language
  ) throws -> Data {
    let refusal: ResultsFolder.Failure
    do {
      return try TemporaryWorkbook.content { path in
        try WorkbookFile(result, files: files, run: run).write(to: path)
      }
    } catch let failure as TemporaryWorkbook.Failure {
      refusal = .refused(path: failure.folder, reason: failure.refusal)
    } catch WorkbookFile.Failure.refused(let reason) {
      refusal = .refused(path: "scenario-table.xlsx", reason: .other(reason))
    }
    complain(ResultsWording(refusal).text(language))
    throw Exit.badInput
  }

  /// The manifest over the study's inputs and these files.
  ///
  /// - Throws: ``Exit/badInput`` when an input can no longer be read.
  func manifest(_ loaded: LoadedStudy, evidence: [String] = []) throws -> Manifest {
    let further = evidence.map { path in
      InputFile(name: URL(fileURLWithPath: path).lastPathComponent, path: path, isLocal: true)
    }
    return try Self.manifest(
      loaded, further: further, files: files, binaries: binaries,
      tracked: Self.tracked, language: language)
  }

  /// The manifest over a study's inputs and any files made from it.
  ///
  /// - Throws: ``Exit/badInput`` when an input can no longer be read.
  static func manifest(
    _ loaded: LoadedStudy, further: [InputFile] = [], files: [(name: String, text: String)],
    binaries: [(name: String, content: Data)] = [], tracked: Set<String>, language: Language
  ) throws -> Manifest {
    let inputs = try entries(loaded.inputs + further)
    let outputs =
      files.map { file in
        Manifest.Entry(
          path: file.name, hash: ContentHash(text: file.text),
          kept: tracked.contains(file.name) ? .tracked : .local)
      }
      + binaries.map { file in
        Manifest.Entry(path: file.name, hash: ContentHash(file.content), kept: .local)
      }
    return Manifest(
      version: Luwes.version, study: loaded.study.header.id,
      classification: loaded.study.header.classification,
      options: options(loaded, language), inputs: inputs, outputs: outputs)
  }

  /// What a run of a study is asked to do.
  static func options(_ loaded: LoadedStudy, _ language: Language) -> Manifest.Options {
    let study = loaded.study
    var options = Manifest.Options(
      seed: study.run.seed, worlds: study.run.worlds, replications: study.run.replications,
      baseline: study.baseline.id, policies: study.policies.map(\.id),
      language: language.rawValue)
    let (run, held) = (study.run, study.heldAssumptions)
    options.sampling = run.sampling == .monteCarlo ? nil : run.sampling.rawValue
    options.assumptionSet = held.choice
    options.held =
      held.fixed.isEmpty ? nil : held.fixed.map { "\($0.id.rawValue)=\($0.value)" }
    options.onBadRow = loaded.onBadRow == .fail ? nil : loaded.onBadRow.rawValue
    return options
  }

  /// The hashes of files that were read.
  ///
  /// - Throws: ``Exit/badInput`` when one can no longer be read.
  static func entries(_ files: [InputFile]) throws -> [Manifest.Entry] {
    try files.map { input in
      guard let bytes = FileManager.default.contents(atPath: input.path) else {
        complain("\(input.name): can't be read again.")
        throw Exit.badInput
      }
      return Manifest.Entry(
        path: input.name, hash: ContentHash(bytes), kept: input.isLocal ? .local : .tracked)
    }
  }
}
