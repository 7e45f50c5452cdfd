import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import StudyFiles

/// `luwes run`: one study, from its files to the scenario table and the results folder.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a study: print its scenario table and write its results.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var personalData: PersonalDataOption
  @OptionGroup var language: LanguageOption

  @OptionGroup var threads: ThreadsOption

  @Option(help: "The results folder, instead of results/<study>.")
  var out: String?

  @Option(
    help: "The database this run is recorded in; results/luwes.sqlite unless --out is given.")
  var database: String?

  @Option(help: "What pilots found (YAML): worlds are weighed by it into posterior.csv.")
  var posterior: String?

  @Option(help: "The shadow.json of luwes shadow: what it marks is said beside the results.")
  var shadow: String?

  @OptionGroup var sensitivity: SensitivityFolders

  @Option(
    help: "With --replications auto: the precision of means at which rounds stop, such as 1%.")
  var precision: PrecisionShare?

  @Option(
    help: "Run one part of the worlds, such as 2/3, into --out; luwes merge joins parts.",
    transform: Run.shard)
  var shard: Shard?

  @Flag(
    help: "Compute everything and keep nothing for later runs; results are the same, only slower.")
  var noCache = false

  @Flag(help: "Print nothing but complaints.")
  var quiet = false

  func validate() throws {
    try personalData.check(arguments.onBadRow)
    guard (arguments.replicationCount == .auto) == (precision != nil) else {
      throw ValidationError("--replications auto and --precision go together.")
    }
    guard shard != nil else { return }
    guard precision == nil else {
      throw ValidationError("--precision looks at all worlds; a part has its own only.")
    }
    guard out != nil else {
      throw ValidationError("--shard needs --out: the folder of the part.")
    }
    guard database == nil else {
      throw ValidationError("--database records whole runs: give it to luwes merge.")
    }
    guard shadow == nil else {
      throw ValidationError("--shadow is said beside whole results: give it to a whole run.")
    }
    guard sensitivity.folders.isEmpty else {
      throw ValidationError("--sensitivity goes into whole results: give it to luwes merge.")
    }
    guard posterior == nil else {
      throw ValidationError("--posterior weighs all worlds: give it to luwes merge.")
    }
  }

  func run() throws {
    try LinearAlgebra.check()
    let kept = try keptResults()
    guard let kept, let finished = kept.find() else { return try compute(keeping: kept) }
    try finished.deliver(
      to: out ?? "results/\(finished.manifest.study)", language.language, isQuiet: quiet,
      record: record)
    if !quiet { kept.sayTaken() }
  }

  private var record: RunRecord? {
    RunRecord(database: database, out: out, language: language.language)
  }

  /// The results kept of such runs; nil for parts of runs, with personal data, or if it is not wanted.
  private func keptResults() throws -> KeptResults? {
    guard !noCache, shard == nil, personalData.withPersonalData == nil else { return nil }
    let files = [("posterior", posterior), ("shadow", shadow)].compactMap { name, file in
      file.map { "--\(name) \($0)" }
    }
    let indices = sensitivity.folders.map { "--sensitivity \($0)" }
    let path = URL(fileURLWithPath: arguments.study).resolvingSymlinksInPath().path
    let rounds = precision.map { ["--replications auto --precision \($0.share)"] } ?? []
    return try KeptResults(
      arguments.typed + rounds + files + indices + [path], language: language.language)
  }

  private func compute(keeping kept: KeptResults?) throws {
    let skippedRows = try SkippedRowsFile(
      personalData.withPersonalData, study: arguments.study, results: out,
      language: language.language)
    var arguments = arguments
    arguments.findsReplications = true
    let log = DiagnosticLog()
    var loaded = try arguments.load(
      language.language, keepsSkippedRows: skippedRows != nil, threads: threads.threads, log: log)
    var complaints = log.diagnostics.map { $0.text(in: language.language) }
    let found = try precision.map { try rounds(loaded.study, $0.share, &complaints) }
    if let found { loaded = loaded.running(found.study.run) }
    let output = RunOutput(
      loaded: loaded, path: out ?? "results/\(loaded.study.header.id)",
      language: language.language, isQuiet: quiet,
      record: record, threads: threads.threads)
    try output.check()
    if let shard {
      try run(part: shard, loaded.study, output)
    } else {
      let evidence = try PosteriorOption(file: posterior, language: language.language)
      let marks = try ShadowOption(
        file: shadow, study: loaded.study.header.id, language: language.language)
      let indices = try IndicesOption(folders: sensitivity.folders, loaded, language.language)
      let result = try found ?? whole(loaded.study)
      let finished = try output.write(result, evidence, marks, indices)
      kept?.keep(
        finished, loaded,
        further: [evidence.file, marks.file].compactMap(\.self)
          + sensitivity.folders.flatMap(IndicesOption.files),
        complaints: complaints + evidence.warnings + marks.warnings)
    }
    try skippedRows?.write(loaded.skippedRecords)
  }

  private func whole(_ study: Study) throws -> StudyResult {
    try simulate(study) { run, grid, show in
      run.run(threads: threads.threads, grid: grid, progress: show)
    }
  }

  /// Runs rounds of more and more replications until means are precise or can't become so.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - share: The precision.
  ///   - complaints: Gets what is said of the precision.
  /// - Returns: The result of the last round.
  /// - Throws: ``Exit/badInput`` after saying why the study can't be run.
  private func rounds(
    _ study: Study, _ share: Double, _ complaints: inout [String]
  ) throws -> StudyResult {
    var settings = study.run
    for (round, count) in PrecisionCheck.rounds.enumerated() {
      settings.replications = count
      let result = try whole(study.running(settings))
      let check = PrecisionCheck(result, precision: share)
      let isLast = round == PrecisionCheck.rounds.count - 1
      guard check.isMet || check.needsWorlds != nil || isLast else { continue }
      complaints.append(PrecisionText(check, result, language: language.language).text)
      complaints.last.map(complain)
      return result
    }
    return try whole(study)
  }

  private static func shard(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
      throw ValidationError("--shard takes a part such as 2/3, not \(text).")
    }
    return shard
  }

  private func run(part shard: Shard, _ study: Study, _ output: RunOutput) throws {
    let most = Shard.most(worlds: study.run.worlds)
    guard shard.count <= most else {
      complain(
        language.language == .indonesian
          ? "--shard \(shard.text): \(study.run.worlds) dunia dapat dibagi menjadi paling banyak"
            + " \(most) bagian; satu bagian paling sedikit 64 dunia."
          : "--shard \(shard.text): \(study.run.worlds) worlds can be cut into \(most) parts at"
            + " most; a part has 64 worlds at least.")
      throw ExitCode.validationFailure
    }
    let samples = try simulate(study) { run, grid, show in
      run.part(shard, threads: threads.threads, grid: grid, progress: show)
    }
    try output.write(part: shard, samples: samples, arguments: arguments.typed)
  }

  private func simulate<Outcome>(
    _ study: Study,
    _ body: (StudyRun, WaitingGrid, @Sendable (Double) -> Void) -> Outcome
  ) throws -> Outcome {
    let bar = ProgressBar(quiet: quiet)
    do {
      let run = try StudyRun(study)
      try checkMemory(run.resultBytes)
      return KeptDays.with(study, isOff: noCache, language.language) { grid in
        body(run, grid) { bar.show($0) }
      }
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    }
  }

  /// Refuses a run whose results alone fill the machine's memory.
  private func checkMemory(_ bytes: Int) throws {
    let gibibyte = 1 << 30
    let memory = ProcessInfo.processInfo.physicalMemory
    guard UInt64(bytes) > memory / 4 * 3 else { return }
    let (needed, present) = ((bytes + gibibyte - 1) / gibibyte, memory / UInt64(gibibyte))
    complain(
      language.language == .indonesian
        ? "Hasil studi ini memerlukan \(needed) GiB memori, padahal komputer ini punya \(present)."
          + " Kurangi --worlds, --replications atau --policies."
        : "The results of this study need \(needed) GiB of memory; this machine has \(present)."
          + " Reduce --worlds, --replications or --policies.")
    throw Exit.badInput
  }

  static var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 150 }
    return Int(size.ws_col)
  }
}
