import ArgumentParser
import Exploration
import Foundation
import HybridWork
import PilotAssessment
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes design`: what a pilot of a policy could show, before it starts.
struct Design: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Design a pilot: how many units, which, for how long, and what it could show.",
    discussion: """
      Months of the study's services are simulated under the baseline and the policy; on each plan \
      pilots are made up, drawn by lot and analysed as luwes assess does. Without --worlds and \
      --replications, \(fewWorlds) worlds of \(fewYears) years are run. Files are written only with \
      --out.
      """)

  private static let fewWorlds = 16
  private static let fewYears = 3

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The policy to try; the study's first unless given.")
  var policy: String?

  @Option(help: "The outcome by service that is measured each month.")
  var outcome = Outcome.meanWaitMinutes.rawValue

  @Option(help: "Numbers of units, as 4..12.")
  var units = CountRange(4...12)

  @Option(help: "Months under treatment, as 3..12.")
  var months = CountRange(3...12)

  @Option(help: "Months observed before the start.")
  var monthsBefore = 12

  @Option(help: "Pilots made up on each plan.")
  var trials = 300

  @Option(
    help: "How a unit's months differ beyond the simulation: standard deviation, outcome's unit.")
  var noise: Double?

  @Option(help: "The worst change still accepted, in the outcome's unit; for the pilot sheet.")
  var limit: Double?

  @Option(help: "The month the pilot starts, as 2027-01; else the month after the calendar.")
  var start: String?

  @OptionGroup var threads: ThreadsOption

  @Option(help: "A folder for the tables, the pilot sheet and their manifest.")
  var out: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  private var measured: Outcome? {
    Outcome(rawValue: outcome).flatMap {
      PilotDesignSettings.outcomes.contains($0) ? $0 : nil
    }
  }

  /// The start asked for; nil if none is or its text is no month.
  private var startMonth: PilotSheet.Month? {
    guard let parts = start?.split(separator: "-", omittingEmptySubsequences: false),
      parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return nil }
    return PilotSheet.Month(year: year, month: month)
  }

  func validate() throws {
    guard measured != nil else {
      let names = PilotDesignSettings.outcomes.map(\.rawValue)
      throw ValidationError("--outcome takes one of \(names.joined(separator: ", ")).")
    }
    guard units.range.lowerBound >= 2, units.range.upperBound <= 40 else {
      throw ValidationError("--units takes numbers from 2 to 40, as 4..12.")
    }
    guard months.range.lowerBound >= 1, months.range.upperBound <= 36 else {
      throw ValidationError("--months takes numbers from 1 to 36, as 3..12.")
    }
    guard (2...36).contains(monthsBefore) else {
      throw ValidationError("--months-before takes a number from 2 to 36, not \(monthsBefore).")
    }
    guard (50...100_000).contains(trials) else {
      throw ValidationError("--trials takes a number from 50 to 100000, not \(trials).")
    }
    for (name, value) in [("--noise", noise), ("--limit", limit)] {
      guard let value else { continue }
      guard value.isFinite, value >= 0, name == "--noise" || value > 0 else {
        throw ValidationError("\(name) takes a number above 0.")
      }
    }
    guard start == nil || startMonth != nil else {
      throw ValidationError("--start takes a month, as 2027-01.")
    }
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.worlds = arguments.worlds ?? Self.fewWorlds
    arguments.replications = arguments.replications ?? Self.fewYears
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let output = try ExplorationOutput(
      loaded, path: out, language: language.language, keepsNoDays: noCache)
    let result = try design(output)
    let text = PilotDesignText(result, language: language.language)
    let sheet = PilotSheet(
      result, start: startMonth ?? PilotSheet.Month(after: loaded.study.calendar.through),
      language: language.language)
    try output.write([
      ("pilot-design.md", text.markdown), ("pilot-sheet.md", sheet.markdown),
      ("pilot-power.csv", PilotDesignFiles.powers(result)),
      ("pilot-decisions.csv", PilotDesignFiles.decisions(result)),
      ("pilot-units.csv", PilotDesignFiles.units(result)),
    ])
    print(text.terminalText(width: Run.terminalWidth))
    if out == nil { print("\n\(sheet.markdown)") }
  }

  private func design(_ output: ExplorationOutput) throws -> PilotDesignResult {
    let study = output.loaded.study
    let chosen =
      policy.map { name in study.policies.first { $0.id == name } } ?? study.policies.first
    guard let chosen, let measured else {
      let names = study.policies.map(\.id).joined(separator: ", ")
      complain(
        language.language == .indonesian
          ? "Kebijakan itu tidak ada dalam studi ini. Yang ada: \(names)."
          : "This study has no such policy. It has: \(names).")
      throw Exit.badInput
    }
    var settings = PilotDesignSettings(
      outcome: measured, units: units.range, months: months.range)
    settings.monthsBefore = monthsBefore
    settings.trials = trials
    settings.noise = noise
    settings.limit = limit
    do {
      return try output.simulate(study) { grid, progress in
        try PilotDesignRun(study, policy: chosen, settings: settings)
          .run(threads: threads.threads, grid: grid, progress: progress)
      }
    } catch let error as PilotDesignError {
      complain(PilotDesignWording(error).text(language.language))
      throw Exit.badInput
    }
  }
}
