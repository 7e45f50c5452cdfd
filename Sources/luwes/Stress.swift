import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes stress`: what hard times do to every policy of a study.
struct Stress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try the policies of a study on hard times: floods, epidemics, rushes, outages.",
    discussion: """
      The tests are those of the study's files under stress, else of scenarios/stress. Without \
      --worlds and --replications, \(fewWorlds) worlds of one calendar are run. Files are written \
      only with --out.
      """)

  private static let fewWorlds = 32

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The tests to run, separated by commas; all unless given.")
  var tests: String?

  @OptionGroup var threads: ThreadsOption

  @Option(help: "A folder for stress.csv, stress.md and their manifest.")
  var out: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  private var names: [String]? {
    tests?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  func validate() throws {
    if names?.isEmpty ?? false { throw ValidationError("--tests takes at least one test.") }
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.needsStressTests = true
    arguments.worlds = arguments.worlds ?? Self.fewWorlds
    arguments.replications = arguments.replications ?? 1
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let output = try ExplorationOutput(
      loaded, path: out, language: language.language, keepsNoDays: noCache)
    let chosen = try chosenTests(loaded.stressTests ?? [])

    let result = try output.simulate(loaded.study) { grid, progress in
      try StressRun(loaded.study, tests: chosen)
        .run(threads: threads.threads, grid: grid, progress: progress)
    }
    let table = StressTable(result, language: language.language)
    try output.write([("stress.csv", StressFile.text(result)), ("stress.md", table.markdown)])
    print(table.terminalText(width: Run.terminalWidth))
  }

  private func chosenTests(_ all: [StressTest]) throws -> [StressTest] {
    guard !all.isEmpty else {
      complain(
        language.language == .indonesian
          ? "Tidak ada uji yang mengenai kalender studi ini. Sebutkan berkas uji pada kunci stress."
          : "No test falls within this study's calendar. Name files of tests under stress.")
      throw Exit.badInput
    }
    guard let names else { return all }
    let unknown = names.filter { name in !all.contains { $0.id == name } }
    guard unknown.isEmpty else {
      let known = all.map(\.id).joined(separator: ", ")
      complain(
        language.language == .indonesian
          ? "Tidak ada uji \(unknown.joined(separator: ", ")). Yang ada: \(known)."
          : "There is no test \(unknown.joined(separator: ", ")). There are: \(known).")
      throw Exit.badInput
    }
    return all.filter { names.contains($0.id) }
  }
}
