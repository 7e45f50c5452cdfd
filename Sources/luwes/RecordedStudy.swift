import Foundation
import HybridWork
import RunArchive
import Simulation
import StudyFiles

/// The tables of a results folder with the study they were made from, both as the run left them.
struct RecordedStudy {
  let manifest: Manifest
  let loaded: LoadedStudy
  /// The study's folder.
  let folder: String
  /// Names and texts of the tables.
  let files: [(name: String, text: String)]

  /// Reads both.
  ///
  /// - Throws: ``Exit/badInput`` after saying what was changed or is missing.
  init(results: String, study: String?, language: Language) throws {
    let verification: Verification
    do throws(Verification.Failure) {
      manifest = try Manifest.read(results: results)
      folder = study ?? "scenarios/\(manifest.study)"
      verification = try Verification(results: results, study: folder)
    } catch {
      complain(VerificationWording(language: language).text(error))
      throw Exit.badInput
    }
    let tables = verification.files.filter { $0.role == .output && $0.path.hasSuffix(".csv") }
    // A file of this machine that is not here, such as a pilot's findings, may not be needed; what
    // the study can't do without is said when it is read.
    let unfit =
      verification.files.filter {
        $0.role == .input && $0.state != .same && $0.state != .absentLocal
      }
      + tables.filter { $0.state != .same }
    guard unfit.isEmpty, verification.hasOwnRunID else {
      let wording = DocumentsWording(language: language)
      for file in unfit { complain(wording.unfit(file)) }
      complain(wording.runAgain(study: folder))
      throw Exit.badInput
    }
    files = tables.map { file in
      let url = URL(fileURLWithPath: results, isDirectory: true).appendingPathComponent(file.path)
      let bytes = FileManager.default.contents(atPath: url.path) ?? Data()
      return (file.path, String(decoding: bytes, as: UTF8.self))
    }
    loaded = try Self.load(folder, manifest.options, language)
  }

  private static func load(
    _ folder: String, _ options: Manifest.Options, _ language: Language
  ) throws -> LoadedStudy {
    let log = DiagnosticLog()
    let overrides = try overrides(options)
    let loaded = StudyLoader.load(folder, overrides: overrides, log: log)
    guard let loaded, !log.hasErrors else {
      for diagnostic in log.diagnostics { complain(diagnostic.text(in: language)) }
      throw Exit.badInput
    }
    return loaded
  }

  /// What a run changed of its study.
  ///
  /// - Throws: ``ValidationError`` for a held assumption that Luwes does not know.
  static func overrides(_ options: Manifest.Options) throws -> StudyOverrides {
    var overrides = try held(options)
    overrides.seed = options.seed
    overrides.worlds = options.worlds
    overrides.replications = options.replications
    overrides.baseline = options.baseline
    overrides.policies = options.policies
    overrides.sampling = options.sampling.flatMap(WorldSampling.init(rawValue:)) ?? .monteCarlo
    overrides.onBadRow = options.onBadRow.flatMap(BadRowTreatment.init(rawValue:))
    return overrides
  }

  /// The assumptions that a run held, which no study file says.
  ///
  /// - Throws: ``ValidationError`` for one that Luwes does not know.
  static func held(_ options: Manifest.Options) throws -> StudyOverrides {
    var overrides = StudyOverrides()
    overrides.assumptionSet = options.assumptionSet
    overrides.fixed = try (options.held ?? []).map {
      let held = try HeldAssumption(typed: $0)
      return (held.id, held.value)
    }
    return overrides
  }

  /// The manifest of documents made from the tables, which are its inputs.
  func manifest(of documents: [(name: String, content: Data)]) -> Manifest {
    Manifest(
      version: Luwes.version, study: manifest.study,
      classification: loaded.study.header.classification, options: manifest.options,
      inputs: manifest.outputs.filter { $0.path.hasSuffix(".csv") },
      outputs: documents.map {
        Manifest.Entry(path: $0.name, hash: ContentHash($0.content), kept: .local)
      })
  }
}
