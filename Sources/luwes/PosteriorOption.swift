import Exploration
import HybridWork
import Simulation
import StudyFiles

/// What pilots found, as `--posterior` gives it.
struct PosteriorOption {
  /// The file; nil without evidence.
  let file: String?
  /// What was said of the file, which was read all the same.
  let warnings: [String]
  private let evidence: [PilotEvidence]
  private let language: Language

  /// Reads the file, or ends with every complaint about it.
  ///
  /// - Throws: ``Exit/badInput``.
  init(file: String?, language: Language) throws {
    self.file = file
    self.language = language
    guard let file else {
      (evidence, warnings) = ([], [])
      return
    }
    let log = DiagnosticLog()
    let found = PilotEvidenceFile.load(path: file, log: log)
    warnings = log.diagnostics.map { $0.text(in: language) }
    for warning in warnings { complain(warning) }
    guard let found, !log.hasErrors else { throw Exit.badInput }
    evidence = found
  }

  /// The worlds weighed by the evidence; nil without any.
  ///
  /// - Throws: ``Exit/badInput`` after saying why they can't be.
  func weigh(_ result: StudyResult) throws -> Posterior? {
    guard file != nil else { return nil }
    do throws(PosteriorError) {
      return try Posterior(result, evidence)
    } catch {
      complain(PosteriorWording(error).text(language))
      throw Exit.badInput
    }
  }
}
