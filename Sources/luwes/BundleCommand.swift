import ArgumentParser
import Foundation
import HybridWork
import RunArchive
import Simulation
import StudyFiles

/// `luwes bundle`: a zip of a run that others can run again without personal data.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Pack a run for others: made-up staff, policies, seeds, report (needs zip, pandoc).")

  @Argument(help: "The results folder, such as results/west-java-mkd.")
  var results: String

  @Option(help: "The study's folder or workbook, instead of scenarios/<study>.")
  var study: String?

  @Option(help: "The archive to write, instead of <results>-bundle.zip.")
  var out: String?

  @OptionGroup var threads: ThreadsOption

  @OptionGroup var language: LanguageOption

  func run() throws {
    try LinearAlgebra.check()
    let wording = BundleWording(language: language.language)
    let place =
      out ?? (results.hasSuffix("/") ? String(results.dropLast()) : results) + "-bundle.zip"
    let archive = NewPlace(path: place, language: language.language)
    try archive.check()
    let recorded = try RecordedStudy(results: results, study: study, language: language.language)
    let workplace = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: workplace) }
    let maker = BundleMaker(
      recorded: recorded, workplace: workplace, threads: threads.threads, wording: wording)
    let bundle = try maker.made()
    try archive.write(bundle.archive)
    print(wording.done(place, bundle.facts))
  }
}
