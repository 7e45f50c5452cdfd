public import ArgumentParser
import Foundation
import HybridWork
import StudyFiles

/// The study a command works on, and what replaces parts of its file.
struct StudyArguments: ParsableArguments {
  @Argument(help: "The study's folder, such as scenarios/west-java-mkd.")
  var study: String

  @Option(help: "The seed of every random stream.")
  var seed: UInt64?

  @Option(help: "Draws of all assumptions.")
  var worlds: Int?

  @Option(help: "Calendars of luck in each world.")
  var replications: Int?

  @Option(help: "The policy to compare with.")
  var baseline: String?

  @Option(help: "The policies to compare, separated by commas.")
  var policies: String?

  @Option(help: "What to do with rows of a register that can't be read: fail or skip.")
  var onBadRow: BadRowTreatment = .fail

  /// Whether the command needs what it costs to fix a rule; no option of the command line.
  var needsUnlockPrices = false

  /// Whether the command needs hard times to try policies on; no option of the command line.
  var needsStressTests = false

  private enum CodingKeys: CodingKey {
    case study, seed, worlds, replications, baseline, policies, onBadRow
  }

  func validate() throws {
    if let worlds, !(1...100_000).contains(worlds) {
      throw ValidationError("--worlds takes a number from 1 to 100000, not \(worlds).")
    }
    if let replications, !(1...1000).contains(replications) {
      throw ValidationError("--replications takes a number from 1 to 1000, not \(replications).")
    }
    if policyNames?.isEmpty ?? false {
      throw ValidationError("--policies takes at least one policy.")
    }
  }

  /// The arguments as they would be typed, whatever decides the results among them.
  var typed: [String] {
    func option(_ name: String, _ value: (some CustomStringConvertible)?) -> [String] {
      value.map { ["--\(name)", $0.description] } ?? []
    }
    return [study] + option("seed", seed) + option("worlds", worlds)
      + option("replications", replications) + option("baseline", baseline)
      + option("policies", policies)
      + (onBadRow == .fail ? [] : ["--on-bad-row", onBadRow.rawValue])
  }

  private var policyNames: [String]? {
    policies?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// Loads the study or ends with every complaint.
  ///
  /// - Parameters:
  ///   - language: The language of complaints.
  ///   - keepsSkippedRows: Whether rows that are left out are kept, which are personal data.
  /// - Returns: The study with its files.
  /// - Throws: ``Exit/badInput`` after printing what is wrong.
  func load(_ language: Language, keepsSkippedRows: Bool = false) throws -> LoadedStudy {
    let log = DiagnosticLog()
    var overrides = StudyOverrides(
      seed: seed, worlds: worlds, replications: replications, baseline: baseline,
      policies: policyNames, onBadRow: onBadRow,
      keepsSkippedRows: keepsSkippedRows)
    overrides.needsUnlockPrices = needsUnlockPrices
    overrides.needsStressTests = needsStressTests
    let loaded = StudyLoader.load(study, overrides: overrides, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language)) }
    guard let loaded, !log.hasErrors else {
      complain(
        language == .indonesian
          ? "Ada kesalahan pada berkas masukan; tidak ada yang ditulis."
          : "There are mistakes in the input files; nothing was written.")
      throw Exit.badInput
    }
    return loaded
  }
}

extension BadRowTreatment: ExpressibleByArgument {}
