import ArgumentParser
import HybridWork
import RunArchive
import Simulation
import StudyFiles

/// `luwes merge`: the parts of a run, joined to the very results of one run.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join the parts that luwes run --shard wrote: the same files as one run.")

  @Argument(help: "The folders of the parts, in any order.")
  var parts: [String]

  @Option(help: "The study's folder, if it is not where the parts were run from.")
  var study: String?

  @Option(help: "The results folder, instead of results/<study>.")
  var out: String?

  @Option(
    help: "The database this run is recorded in; results/luwes.sqlite unless --out is given.")
  var database: String?

  @Option(help: "What pilots found (YAML): worlds are weighed by it into posterior.csv.")
  var posterior: String?

  @OptionGroup var sensitivity: SensitivityFolders

  @Flag(help: "Print nothing but complaints.")
  var quiet = false

  @OptionGroup var language: LanguageOption

  /// A part as it was found.
  private struct Part {
    let path: String
    let shard: Shard
    let manifest: ShardManifest
  }

  func run() throws {
    try LinearAlgebra.check()
    let found = try parts.map(read)
    let first = found[0].manifest
    for part in found.dropFirst() { try check(part, against: found[0]) }
    guard first.luwes == Luwes.version else {
      throw refuse(.otherVersion(parts[0], first.luwes))
    }
    let typed = [study ?? first.arguments[0]] + first.arguments.dropFirst()
    let loaded = try StudyArguments.parse(typed).load(language.language)
    let output = RunOutput(
      loaded: loaded, path: out ?? "results/\(loaded.study.header.id)",
      language: language.language, isQuiet: quiet,
      record: RunRecord(database: database, out: out, language: language.language))
    try output.check()
    let inputs = try ResultFiles.entries(loaded.inputs)
    guard inputs == first.inputs else {
      let changed = inputs.filter { !first.inputs.contains($0) }.map(\.path)
      throw refuse(.changedInputs(changed))
    }
    let evidence = try PosteriorOption(file: posterior, language: language.language)
    let indices = try IndicesOption(
      folders: sensitivity.folders, loaded, language.language)
    try output.write(try join(found, loaded.study), evidence, nil, indices)
  }

  private func read(_ path: String) throws -> Part {
    do {
      let manifest = try ShardManifest.read(folder: path)
      guard let shard = Shard(manifest.shard) else { throw refuse(.notAPart(path)) }
      return Part(path: path, shard: shard, manifest: manifest)
    } catch is ShardManifest.Failure {
      throw refuse(.notAPart(path))
    }
  }

  private func check(_ part: Part, against first: Part) throws {
    let (mine, other) = (part.manifest, first.manifest)
    guard mine.luwes == other.luwes, mine.options == other.options, mine.inputs == other.inputs
    else { throw refuse(.ofAnotherRun(part.path, first.path)) }
  }

  private func join(_ parts: [Part], _ study: Study) throws -> StudyResult {
    do {
      return try StudyRun(study).merge(parts.map(\.shard)) { shard in
        guard let part = parts.first(where: { $0.shard == shard }) else { return [] }
        return try part.manifest.samples(folder: part.path)
      }
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    } catch ShardManifest.Failure.damaged(let path) {
      throw refuse(.damaged(path))
    } catch StudyRun.ShardError.missing(let shards) {
      throw refuse(.missing(shards))
    } catch StudyRun.ShardError.notOfThisCut(let shard) {
      throw refuse(.twiceOrOfAnotherCut(shard))
    } catch StudyRun.ShardError.damaged(let shard) {
      throw refuse(.damaged(parts.first { $0.shard == shard }?.path ?? shard.text))
    }
  }

  private func refuse(_ reason: MergeRefusal) -> ExitCode {
    complain(reason.text(language.language))
    return Exit.badInput
  }
}
