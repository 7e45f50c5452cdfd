import ArgumentParser
import Fairness
import Foundation
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes inventory`: which positions and services of a study's staff can be done away.
struct Inventory: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List which positions and services can be done away, the doubtful ones first.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The table of positions to write (CSV), to be edited and named as `positions:`.")
  var out: String?

  @Flag(help: "Replace the file when it exists.")
  var overwrite = false

  @Option(help: "The least share of movable time of a position that can be done away.")
  var awayFrom: Double = InventoryThresholds.standard.away

  @Option(help: "The least share of movable time of a position that can partly be done away.")
  var partlyFrom: Double = InventoryThresholds.standard.partly

  @Option(help: "How near to one of these shares a position is doubtful.")
  var doubtWithin: Double = InventoryThresholds.standard.doubt

  private var thresholds: InventoryThresholds? {
    InventoryThresholds(away: awayFrom, partly: partlyFrom, doubt: doubtWithin)
  }

  func validate() throws {
    guard thresholds != nil else {
      throw ValidationError(
        "Shares lie between 0 and 1, and --partly-from is not above --away-from.")
    }
  }

  func run() throws {
    let loaded = try arguments.load(language.language)
    let study = loaded.study
    let inventory = PositionInventory(
      population: study.population, table: loaded.positions, services: study.services,
      thresholds: thresholds ?? .standard)
    if let out { try write(InventoryFile.text(inventory, language: language.language), to: out) }
    let report = InventoryReport(
      inventory, smallestGroup: study.reporting.smallestGroup, language: language.language)
    print(report.text(width: terminalWidth))
    if let out { print("\n\(out)") }
  }

  private func write(_ text: String, to path: String) throws {
    let place = NewPlace(path: path, language: language.language, mayOverwrite: true)
    if !overwrite { try place.check() }
    try place.write(Data(text.utf8))
  }

  private var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 80 else { return 150 }
    return Int(size.ws_col)
  }
}
