import HybridWork
public import Simulation

/// Claims of a file, and what moves without any policy.
public struct ClaimsFile: Sendable {
  /// The claims, in the file's order.
  public let claims: [Claim]
  /// Ordinary changes of bills.
  public let noise: [OrdinaryNoise]

  /// Reads a file; nil if it or a claim of it cannot be read, which the log then says.
  public static func load(path: String, name: String, log: DiagnosticLog) -> ClaimsFile? {
    YAMLFile.read(path: path, name: name, log: log) { keys in
      var seen = SeenNames(.definitions)
      let claims = keys.required("claims")?.each { entry in
        entry.mapping { claim($0, seen: &seen) }
      }
      let listed = keys.optional("noise")
      let noise = listed.map { list in list.each { $0.mapping { Self.noise($0) } } } ?? []
      guard let claims, let noise else { return nil }
      return ClaimsFile(claims: claims, noise: noise)
    }
  }

  private static func claim(_ keys: YAMLMapping, seen: inout SeenNames) -> Claim? {
    let place = keys.required("id")
    let id = place?.text()
    let text = keys.required("text")?.bilingual()
    let subject = keys.required("subject")?.choice(ClaimSubject.self)
    let base = keys.required("base")?.bilingual()
    let provenance = keys.provenance()
    let isModelled = subject?.isModelled ?? true
    let change =
      isModelled ? keys.required("change")?.number(in: -1...1) : 0
    guard let place, let id, seen.isNew(id, at: place), let text, let subject, let base,
      let change, let provenance
    else { return nil }
    return Claim(
      id: id, text: text, subject: subject, change: change, base: base, provenance: provenance)
  }

  private static func noise(_ keys: YAMLMapping) -> OrdinaryNoise? {
    let subject = keys.required("subject")?.choice(ClaimSubject.self)
    let share = keys.required("share")?.share()
    let provenance = keys.provenance()
    guard let subject, let share, let provenance else { return nil }
    return OrdinaryNoise(subject: subject, share: share, provenance: provenance)
  }
}
