import Foundation
public import Simulation

/// What a run was made from and what it made: hashes of every input and output.
///
/// Nothing in it depends on the clock, the machine's name or the number of threads.
public struct Manifest: Codable, Equatable, Sendable {
  /// A file that was read or written.
  public struct Entry: Codable, Equatable, Sendable {
    /// Whether version control keeps the file or it stays on this machine.
    public enum Keeping: String, Codable, Sendable {
      case tracked, local
    }

    /// Relative to the study's folder for inputs, to the results folder for outputs.
    public let path: String
    /// SHA-256 of the content.
    public let sha256: String
    /// Tracked or local.
    public let kept: Keeping

    /// An entry for a file with known content.
    public init(path: String, hash: ContentHash, kept: Keeping) {
      self.path = path
      self.sha256 = hash.digits
      self.kept = kept
    }
  }

  /// What the run was asked to do.
  public struct Options: Codable, Equatable, Sendable {
    /// The seed of every stream.
    public let seed: UInt64
    /// Draws of all assumptions.
    public let worlds: Int
    /// Calendars of luck in each world.
    public let replications: Int
    /// The policy compared with.
    public let baseline: String
    /// The policies compared.
    public let policies: [String]
    /// The language of what was written for reading.
    public let language: String
    /// How worlds were laid out; nil for Monte Carlo.
    public var sampling: String?
    /// The named choice of assumptions; nil for none.
    public var assumptionSet: String?
    /// Assumptions that were held, each as `id=value`; nil for none.
    public var held: [String]?
    /// What became of register rows that could not be read: `skip`; nil where they are errors.
    public var onBadRow: String?

    enum CodingKeys: String, CodingKey {
      case seed, worlds, replications, baseline, policies, language, sampling, held
      case assumptionSet = "assumption_set"
      case onBadRow = "on_bad_row"
    }

    /// The options that decide a run's results.
    public init(
      seed: UInt64, worlds: Int, replications: Int, baseline: String, policies: [String],
      language: String
    ) {
      self.seed = seed
      self.worlds = worlds
      self.replications = replications
      self.baseline = baseline
      self.policies = policies
      self.language = language
    }
  }

  /// SHA-256 over version, options, input hashes and the hash of `outcomes.csv`.
  public let runID: String
  /// Luwes' version.
  public let luwes: String
  /// The study's identifier.
  public let study: String
  /// `open`, `restricted` or `secret` as set by the agency, `not-set` before; nil in old manifests.
  public let classification: String?
  /// What the results are, in both languages; nil in old manifests.
  public let notice: String?
  /// What was asked.
  public let options: Options
  /// Every file read, in order of first use.
  public let inputs: [Entry]
  /// Every file written but the manifest.
  public let outputs: [Entry]

  /// The line that every file of a run bears.
  static let notice =
    "simulasi, bukan keputusan kepegawaian / a simulation, not a personnel decision"

  enum CodingKeys: String, CodingKey {
    case runID = "run_id"
    case luwes, study, classification, notice, options, inputs, outputs
  }

  /// The manifest of a run.
  ///
  /// - Parameters:
  ///   - version: Luwes' version.
  ///   - study: The study's identifier.
  ///   - classification: As set by the agency; nil before.
  ///   - options: What was asked.
  ///   - inputs: Every file read, in order of first use.
  ///   - outputs: Every file written but the manifest; `outcomes.csv` among them.
  public init(
    version: String, study: String, classification: Classification? = nil, options: Options,
    inputs: [Entry], outputs: [Entry]
  ) {
    luwes = version
    self.study = study
    self.classification = classification?.rawValue ?? "not-set"
    notice = Self.notice
    self.options = options
    self.inputs = inputs
    self.outputs = outputs
    runID = Self.runID(version, study, options, inputs, outputs)
  }

  /// The identifier that follows from what the manifest says, which ``runID`` is unless it was changed.
  var followingRunID: String { Self.runID(luwes, study, options, inputs, outputs) }

  private static func runID(
    _ version: String, _ study: String, _ options: Options, _ inputs: [Entry], _ outputs: [Entry]
  ) -> String {
    let outcomes = outputs.first { $0.path == "outcomes.csv" }?.sha256 ?? ""
    let policies = options.policies.joined(separator: ",")
    let parts =
      [
        "luwes \(version)", "study \(study)", "seed \(options.seed)",
        "worlds \(options.worlds)", "replications \(options.replications)",
        "baseline \(options.baseline)", "policies \(policies)",
      ]
      + (options.sampling.map { ["sampling \($0)"] } ?? [])
      + (options.assumptionSet.map { ["assumption set \($0)"] } ?? [])
      + (options.held ?? []).map { "set \($0)" }
      + (options.onBadRow.map { ["on bad row \($0)"] } ?? [])
      + inputs.map { "\($0.path) \($0.sha256)" } + ["outcomes.csv \(outcomes)"]
    return ContentHash(text: parts.joined(separator: "\n")).digits
  }

  /// The manifest of a results folder.
  ///
  /// - Throws: ``Verification/Failure``.
  public static func read(results: String) throws(Verification.Failure) -> Manifest {
    let path = URL(fileURLWithPath: results, isDirectory: true)
      .appendingPathComponent("manifest.json").path
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .noManifest(path: path)
    }
    do {
      return try JSONDecoder().decode(Manifest.self, from: bytes)
    } catch {
      throw .brokenManifest(path: path)
    }
  }

  /// The manifest as JSON with keys in a fixed order.
  ///
  /// - Returns: UTF-8 text that ends with a line break.
  /// - Throws: An encoding error, which no manifest gives.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
