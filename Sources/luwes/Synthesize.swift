import ArgumentParser
import Foundation
import HybridWork
import Populations
import StudyFiles

/// `luwes synthesize`: a staff register made from published totals.
struct Synthesize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a synthetic staff register from published totals.")

  @Argument(help: "The margins file, such as scenarios/west-java-mkd/margins.yaml.")
  var margins: String

  @Option(help: "The register to write (CSV).")
  var out: String

  @Option(help: "The seed; the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Replace the file when it exists.")
  var overwrite = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let log = DiagnosticLog()
    var inputs: [InputFile] = []
    let read = MarginsFile.load(path: margins, name: margins, inputs: &inputs, log: log)
    let register = read.flatMap {
      SyntheticRegister.made(from: $0, seed: seed, name: margins, log: log)
    }
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let register, !log.hasErrors else { throw Exit.badInput }
    try write(RegisterWriter.csv(register))
    print(RegisterWriter.fitReport(register.report, in: language.language))
  }

  private func write(_ text: String) throws {
    let place = NewPlace(path: out, language: language.language, mayOverwrite: true)
    if !overwrite { try place.check() }
    try place.write(Data(text.utf8))
  }
}
