import ArgumentParser
import HybridWork
import Reports
import RunArchive

/// `luwes export`: the tables of a run for notebooks.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a run's tables as a Frictionless data package with Vega-Lite charts.")

  @Argument(help: "The results folder, such as results/west-java-mkd.")
  var results: String

  @Option(help: "The folder to write, instead of notebooks-data/<study>.")
  var out: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let tables = try RecordedTables(results: results, language: language.language)
    let path = out ?? "notebooks-data/\(tables.manifest.study)"
    let contents = try NotebookPackage(
      tables.manifest, files: tables.files, language: language.language
    ).contents()
    let folder = ResultsFolder(path: path)
    try ResultsWording.explaining(language.language) {
      try folder.replace(with: contents + [("manifest.json", try tables.manifest.json())])
    }
    print("\(path)/datapackage.json  \(tables.manifest.runID.prefix(12))")
  }
}
