public import Exploration
import HybridWork
public import Simulation

/// What a planner holds to be true of the model, from a file.
public struct ModelChecksFile: Sendable {
  /// The checks, in the file's order.
  public let checks: [ModelCheck]

  /// Reads a file; nil if it or a check of it cannot be read, which the log then says.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - study: The study, whose policies and services checks may name.
  ///   - log: Where complaints go.
  /// - Returns: The checks.
  public static func load(
    path: String, study: Study, log: DiagnosticLog
  ) -> ModelChecksFile? {
    YAMLFile.read(path: path, name: path, log: log) { keys in
      var seen = SeenNames(.definitions)
      return keys.required("checks")?.each { entry in
        entry.mapping { check($0, study, seen: &seen) }
      }.map(ModelChecksFile.init(checks:))
    }
  }

  private static func check(
    _ keys: YAMLMapping, _ study: Study, seen: inout SeenNames
  ) -> ModelCheck? {
    let place = keys.required("id")
    let id = place?.text()
    let title = keys.required("title")?.bilingual()
    let change = keys.required("when")?.mapping { Self.change($0, study) }
    let then = keys.required("then")?.mapping { Self.consequence($0, study) }
    guard let place, let id, seen.isNew(id, at: place), let title, let change, let then else {
      return nil
    }
    return ModelCheck(
      name: (id, title), change: change, measure: (then.outcome, then.service),
      never: then.never, tolerance: then.tolerance)
  }

  private struct Consequence {
    let outcome: Outcome
    let service: String?
    let never: ModelCheck.Movement
    let tolerance: Double
  }

  private static func consequence(_ keys: YAMLMapping, _ study: Study) -> Consequence? {
    let outcome = keys.required("outcome")?.choice(Outcome.self)
    let servicePlace = keys.optional("service")
    let service = servicePlace?.name(among: study.services.map(\.id))
    let never = keys.required("never")?.choice(ModelCheck.Movement.self)
    let tolerancePlace = keys.optional("by_more_than")
    let tolerance = tolerancePlace?.number(in: 0...1e15)
    guard let outcome, (servicePlace == nil) == (service == nil), let never,
      (tolerancePlace == nil) == (tolerance == nil)
    else { return nil }
    return Consequence(
      outcome: outcome, service: service, never: never, tolerance: tolerance ?? 0)
  }

  private static func change(_ keys: YAMLMapping, _ study: Study) -> ModelCheck.Change? {
    let policies = study.scenarios.map(\.id)
    guard !keys.has("assumption") else {
      let id = keys.required("assumption")?.choice(AssumptionID.self)
      let range = id?.admissibleRange ?? -1e15...1e15
      let value = keys.required("value")?.number(in: range)
      let other = keys.required("instead_of")?.number(in: range)
      let policyPlace = keys.optional("policy")
      let policy = policyPlace?.name(among: policies)
      guard let id, let value, let other, (policyPlace == nil) == (policy == nil) else {
        return nil
      }
      return .assumption(
        id, value: value, insteadOf: other, policy: policy ?? study.baseline.id)
    }
    let policy = keys.required("policy")?.name(among: policies)
    let otherPlace = keys.optional("instead_of")
    let other = otherPlace?.name(among: policies)
    guard let policy, (otherPlace == nil) == (other == nil) else { return nil }
    return .policy(policy, insteadOf: other ?? study.baseline.id)
  }
}
