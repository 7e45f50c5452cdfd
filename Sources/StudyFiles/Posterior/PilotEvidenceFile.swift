public import Exploration
import HybridWork
import Simulation

/// Reads what pilots found: a list of estimates, each with its source.
public enum PilotEvidenceFile {
  /// The evidence; nil if the file or one of its entries can't be read, which is reported.
  public static func load(path: String, log: DiagnosticLog) -> [PilotEvidence]? {
    YAMLFile.read(path: path, name: path, log: log) { keys in
      keys.required("evidence")?.each { $0.mapping(entry) }
    }
  }

  /// Reads a file that is already in memory.
  package static func read(_ source: SourceFile, log: DiagnosticLog) -> [PilotEvidence]? {
    YAMLFile.read(source, log: log) { keys in
      keys.required("evidence")?.each { $0.mapping(entry) }
    }
  }

  private static func entry(_ keys: YAMLMapping) -> PilotEvidence? {
    let outcome = keys.required("outcome")?.choice(Outcome.self)
    let unit = keys.required("unit")
    let policy = keys.required("policy")?.text()
    let groups = groups(keys)
    let treated = keys.required("treated_units")?.integer(in: 1...100_000)
    let estimand = keys.required("estimand")?.choice(PilotEvidence.Estimand.self)
    let estimate = keys.required("estimate")?.number(in: -1e12...1e12)
    let error = keys.required("std_error")?.number(in: 1e-12...1e12)
    let degrees = keys.optional("df")
    let inference = keys.required("inference")?.choice(PilotEvidence.Inference.self)
    let place = place(keys)
    let provenance = keys.provenance()
    let freedom = degrees?.number(in: 0.1...1e9)
    // An effect in another unit of measure must not be taken for one in the outcome's own.
    let isSameUnit = outcome.map { outcome in unit?.name(among: [outcome.unit]) != nil } ?? false
    guard let outcome, let policy, let groups, let treated, let estimand, let estimate, let error,
      let inference, let place, let provenance, isSameUnit, (degrees == nil) == (freedom == nil)
    else { return nil }
    var evidence = PilotEvidence(
      outcome, of: policy, in: groups, estimate: estimate, standardError: error,
      provenance: provenance)
    evidence.treatedUnits = treated
    evidence.estimand = estimand
    evidence.degreesOfFreedom = freedom
    evidence.inference = inference
    evidence.place = place
    return evidence
  }

  /// `units: […]`, `services: […]`, or everyone of the study.
  private static func groups(_ keys: YAMLMapping) -> [OutcomeGroup]? {
    switch keys.alternative([["units"], ["services"], ["everyone"]]) {
    case 0: keys.required("units")?.each { $0.text().map(OutcomeGroup.unit) }
    case 1: keys.required("services")?.each { $0.text().map(OutcomeGroup.service) }
    case 2: keys.required("everyone")?.flag().flatMap { $0 ? [.all] : nil }
    default: nil
    }
  }

  /// `place: own`, or `place: elsewhere` with `transfer_sd`.
  private static func place(_ keys: YAMLMapping) -> PilotEvidence.Place? {
    switch keys.required("place")?.name(among: ["own", "elsewhere"]) {
    case "own": .own
    case "elsewhere":
      keys.required("transfer_sd")?.number(in: 1e-12...1e12).map {
        .elsewhere(transferDeviation: $0)
      }
    default: nil
    }
  }
}
