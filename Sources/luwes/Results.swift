import ArgumentParser
import Foundation
import HybridWork
import Reports
import RunArchive

/// `luwes results`: the runs that were recorded in the database.
struct Results: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, show and compare recorded runs (results/luwes.sqlite).",
    subcommands: [ResultsList.self, ResultsShow.self, ResultsCompare.self, ResultsAdd.self])
}

/// Which database, and in which language to speak of it.
struct DatabaseOptions: ParsableArguments {
  /// Where runs are recorded unless something else is said.
  static let standardPath = "results/luwes.sqlite"

  @Option(help: "The database of runs.")
  var database = DatabaseOptions.standardPath

  @OptionGroup var language: LanguageOption

  /// What a text for this terminal is written by.
  var texts: RunsText { RunsText(language: language.language, width: Run.terminalWidth) }

  /// Works with the database.
  ///
  /// - Throws: ``Exit/badInput`` after saying what is in the way.
  func with<Value>(
    creating: Bool = false, _ body: (RunDatabase) throws(RunDatabase.Failure) -> Value
  ) throws -> Value {
    do throws(RunDatabase.Failure) {
      return try body(try RunDatabase(path: database, creates: creating))
    } catch {
      complain(DatabaseWording(language: language.language).text(error))
      throw Exit.badInput
    }
  }
}

/// `luwes results list`.
struct ResultsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every recorded run in a line, the last first.")

  @OptionGroup var options: DatabaseOptions

  func run() throws {
    print(options.texts.list(try options.with { db throws(RunDatabase.Failure) in try db.runs() }))
  }
}

/// `luwes results show`.
struct ResultsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One run: what it was and its scenario table.")

  @Argument(help: "The first digits of the run's identifier.")
  var prefix: String

  @OptionGroup var options: DatabaseOptions

  func run() throws {
    let text = try options.with { database throws(RunDatabase.Failure) in
      let found = try database.run(prefix)
      return options.texts.show(found, try database.scenarios(of: found))
    }
    print(text)
  }
}

/// `luwes results compare`.
struct ResultsCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What differs between two runs: options, inputs, figures.")

  @Argument(help: "The first digits of the earlier run's identifier.")
  var first: String

  @Argument(help: "The first digits of the later run's identifier.")
  var second: String

  @OptionGroup var options: DatabaseOptions

  func run() throws {
    let text = try options.with { database throws(RunDatabase.Failure) in
      options.texts.compare(
        try RunComparison(try database.run(first), try database.run(second), in: database))
    }
    print(text)
  }
}

/// `luwes results add`.
struct ResultsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record the run of a results folder, such as a colleague's.")

  @Argument(help: "The results folder.")
  var results: String

  @OptionGroup var options: DatabaseOptions

  func run() throws {
    let wording = DatabaseWording(language: options.language.language)
    let recorded: RecordedRun
    do throws(RecordedRun.Failure) {
      recorded = try RecordedRun(results: results)
    } catch {
      complain(wording.text(error))
      throw Exit.badInput
    }
    let runs = try options.with(creating: true) { database throws(RunDatabase.Failure) in
      try database.record(recorded, folder: results, at: Date())
      return try database.runs()
    }
    print(options.texts.list(Array(runs.prefix(1))))
  }
}
