public import ArgumentParser
import Foundation
import HybridWork
import Simulation
import StudyFiles

/// The study a command works on, and what replaces parts of its file.
struct StudyArguments: ParsableArguments {
  @Argument(help: "The study's folder, such as scenarios/west-java-mkd, or its workbook.")
  var study: String

  @Option(help: "The seed of every random stream.")
  var seed: UInt64?

  @Option(help: "Draws of all assumptions.")
  var worlds: Int?

  @Option(
    name: .customLong("replications"),
    help: "Calendars of luck in each world, or auto with --precision.")
  var replicationCount: ReplicationCount?

  @Option(help: "How worlds are laid out: monte-carlo, latin-hypercube or sobol.")
  var sampling: WorldSampling?

  @Option(help: "Assumptions to hold by name: cautious, central or optimistic.")
  var assumptionSet: String?

  @Option(
    name: .customLong("set"),
    help: "Hold an assumption at a value, such as sick_share=0.06; may be repeated.",
    transform: HeldAssumption.init(typed:))
  var held: [HeldAssumption] = []

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

  /// The days to simulate instead of the study's; no option of the command line.
  var period: ClosedRange<WorkDate>?

  /// Whether the command finds the number of replications itself; no option of the command line.
  var findsReplications = false

  /// Calendars of luck in each world; nil where that is left to the study or to be found.
  var replications: Int? {
    get { if case .fixed(let count)? = replicationCount { count } else { nil } }
    set { replicationCount = newValue.map { .fixed($0) } }
  }

  private enum CodingKeys: CodingKey {
    case study, seed, worlds, replicationCount, sampling, assumptionSet, held, baseline, policies
    case onBadRow
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
      + option("replications", replications) + option("sampling", sampling?.rawValue)
      + option("assumption-set", assumptionSet)
      + held.flatMap { option("set", $0.text) } + option("baseline", baseline)
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
  ///   - threads: How many threads read a register; nothing depends on it.
  ///   - log: Hears every complaint.
  /// - Returns: The study with its files.
  /// - Throws: ``Exit/badInput`` after printing what is wrong.
  func load(
    _ language: Language, keepsSkippedRows: Bool = false, threads: Int = ThreadsOption.all,
    log: DiagnosticLog = DiagnosticLog()
  ) throws -> LoadedStudy {
    guard replicationCount != .auto || findsReplications else {
      throw ValidationError("--replications auto goes with luwes run and --precision.")
    }
    var overrides = StudyOverrides(
      seed: seed, worlds: worlds, replications: replications, baseline: baseline,
      policies: policyNames, onBadRow: onBadRow,
      keepsSkippedRows: keepsSkippedRows)
    overrides.threads = threads
    overrides.sampling = sampling
    overrides.period = period
    overrides.assumptionSet = assumptionSet
    overrides.fixed = held.map { ($0.id, $0.value) }
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

extension WorldSampling: ExpressibleByArgument {}
