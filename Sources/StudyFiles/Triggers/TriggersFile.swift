public import Exploration
import HybridWork
import Simulation

/// Guardrails of a file.
public struct TriggersFile: Sendable {
  /// The guardrails, in the file's order.
  public let triggers: [Trigger]

  /// Reads a file; nil if it or a trigger of it cannot be read, which the log then says.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - services: The identifiers of the study's services.
  ///   - log: Where complaints go.
  /// - Returns: At least one trigger.
  public static func load(
    path: String, services: [String], log: DiagnosticLog
  ) -> TriggersFile? {
    YAMLFile.read(path: path, name: path, log: log) { keys in
      var seen = SeenNames(.definitions)
      return keys.required("triggers")?.each { entry in
        entry.mapping { trigger($0, services, seen: &seen) }
      }.map(TriggersFile.init(triggers:))
    }
  }

  private static func trigger(
    _ keys: YAMLMapping, _ services: [String], seen: inout SeenNames
  ) -> Trigger? {
    let place = keys.required("id")
    let id = place?.text()
    let title = keys.required("title")?.bilingual()
    let outcome = keys.required("outcome")?.name(
      among: Trigger.possibleOutcomes.map(\.rawValue)
    ).flatMap(Outcome.init(rawValue:))
    let servicePlace = keys.optional("service")
    let service = servicePlace?.name(among: services)
    let weeks = keys.required("weeks")?.integer(in: 1...26)
    var limit: (side: Trigger.Side, value: Double)?
    switch keys.alternative([["above"], ["below"]]) {
    case 0: limit = keys.required("above")?.number(in: 0...1e12).map { (.above, $0) }
    case 1: limit = keys.required("below")?.number(in: 0...1e12).map { (.below, $0) }
    default: break
    }
    guard let place, let id, seen.isNew(id, at: place), let title, let outcome,
      (servicePlace == nil) == (service == nil), let weeks, let limit
    else { return nil }
    return Trigger(
      name: (id, title), measure: (outcome, service), side: limit.side, limit: limit.value,
      weeks: weeks)
  }
}
