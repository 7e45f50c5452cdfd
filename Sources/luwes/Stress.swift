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

  @Option(help: "Threads to use; the results do not depend on it.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

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
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads).")
    }
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.needsStressTests = true
    arguments.worlds = arguments.worlds ?? Self.fewWorlds
    arguments.replications = arguments.replications ?? 1
    let loaded = try arguments.load(language.language)
    let folder = out.map(ResultsFolder.init(path:))
    try ResultsWording.explaining(language.language) { try folder?.check() }
    let chosen = try chosenTests(loaded.stressTests ?? [])

    let result = try simulate(loaded.study, chosen)
    let table = StressTable(result, language: language.language)
    if let folder {
      let files = [("stress.csv", StressFile.text(result)), ("stress.md", table.markdown)]
      let manifest = try ResultFiles.manifest(
        loaded, files: files.map { (name: $0.0, text: $0.1) }, tracked: [],
        language: language.language
      ).json()
      try ResultsWording.explaining(language.language) {
        try folder.replace(with: files + [("manifest.json", manifest)])
      }
    }
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

  private func simulate(_ study: Study, _ tests: [StressTest]) throws -> StressResult {
    let bar = ProgressBar(quiet: false)
    do {
      return try KeptDays.with(study, isOff: noCache, language.language) { grid in
        try StressRun(study, tests: tests).run(threads: threads, grid: grid) { bar.show($0) }
      }
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    }
  }
}
