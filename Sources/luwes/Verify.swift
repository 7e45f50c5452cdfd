import ArgumentParser
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes verify`: whether results are still what a run left, and whether it gives them again.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hash the files of a run again and say what was changed; with --rerun, run it again.")

  @Argument(help: "The results folder, such as results/west-java-mkd.")
  var results: String

  @Option(help: "The study's folder or workbook, instead of scenarios/<study>.")
  var study: String?

  @Flag(help: "Run the study again with the same options and compare its tables.")
  var rerun = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let wording = VerificationWording(language: language.language)
    let manifest: Manifest
    let verification: Verification
    do throws(Verification.Failure) {
      manifest = try Manifest.read(results: results)
      verification = try Verification(results: results, study: folder(of: manifest))
    } catch {
      complain(wording.text(error))
      throw Exit.badInput
    }
    print(wording.text(verification))
    var isSound = verification.isSound
    if rerun {
      let differences = try differences(from: manifest)
      print(wording.text(differences))
      isSound = isSound && differences.allSatisfy { $0.finding.isEqual }
    }
    guard isSound else { throw Exit.badInput }
  }

  private func folder(of manifest: Manifest) -> String {
    study ?? "scenarios/\(manifest.study)"
  }

  /// What the tables of a new run are beside the recorded ones.
  private func differences(from manifest: Manifest) throws -> [VerificationWording.Rerun] {
    try LinearAlgebra.check()
    let log = DiagnosticLog()
    let loaded = StudyLoader.load(
      folder(of: manifest), overrides: try RecordedStudy.overrides(manifest.options), log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let loaded, !log.hasErrors else { throw Exit.badInput }
    let written = Language(rawValue: manifest.options.language) ?? language.language
    let files = try ResultFiles(try simulate(loaded.study), language: written).files
    return files.compactMap { file in
      guard file.name.hasSuffix(".csv"),
        let entry = manifest.outputs.first(where: { $0.path == file.name })
      else { return nil }
      return VerificationWording.Rerun(path: file.name, finding: compare(file.text, entry))
    }
  }

  private func compare(
    _ text: String, _ entry: Manifest.Entry
  ) -> VerificationWording.Rerun.Finding {
    guard ContentHash(text: text).digits != entry.sha256 else { return .identical }
    let url = URL(fileURLWithPath: results, isDirectory: true).appendingPathComponent(entry.path)
    guard let bytes = FileManager.default.contents(atPath: url.path) else {
      return .nothingToCompare
    }
    let comparison = TableComparison(
      recorded: String(decoding: bytes, as: UTF8.self), computed: text)
    return comparison.difference.map { .different($0) } ?? .withinTolerance
  }

  private func simulate(_ study: Study) throws -> StudyResult {
    do throws(SimulationError) {
      let run = try StudyRun(study)
      let threads = ProcessInfo.processInfo.activeProcessorCount
      return KeptDays.with(study, isOff: false, language.language) { grid in
        run.run(threads: threads, grid: grid) { _ in }
      }
    } catch {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    }
  }
}
