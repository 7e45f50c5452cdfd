import HybridWork

/// Reads what it costs to fix a rule: the file of `unlock` in a study.
enum UnlockFile {
  /// The prices; nil if the file or one of them cannot be read, which is reported.
  static func load(_ input: InputFile, log: DiagnosticLog) -> [UnlockPrice]? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      var seen = SeenNames(.definitions)
      return keys.required("prices")?.each { entry in
        entry.mapping { price($0, seen: &seen) }
      }
    }
  }

  private static func price(_ keys: YAMLMapping, seen: inout SeenNames) -> UnlockPrice? {
    let subject = subject(keys, seen: &seen)
    let remedy = keys.required("remedy")?.bilingual()
    let rupiah = keys.required("rupiah")?.number(in: 0...1_000_000_000_000, isMoney: true)
    let provenance = keys.provenance()
    guard let subject, let remedy, let rupiah, let provenance else { return nil }
    return UnlockPrice(
      subject: subject, remedy: remedy, rupiah: rupiah, provenance: provenance)
  }

  private static func subject(
    _ keys: YAMLMapping, seen: inout SeenNames
  ) -> UnlockPrice.Subject? {
    switch keys.alternative([["rule"], ["column"]]) {
    case 0:
      guard let place = keys.required("rule"), let name = place.text(),
        seen.isNew("rule \(name)", at: place)
      else { return nil }
      return .rule(name)
    case 1:
      let names = RegisterColumn.allCases.filter { !$0.isDerived && $0 != .identifier }
        .map(\.rawValue)
      guard let place = keys.required("column"), let name = place.name(among: names),
        seen.isNew("column \(name)", at: place)
      else { return nil }
      return RegisterColumn(rawValue: name).map(UnlockPrice.Subject.column)
    default: return nil
    }
  }
}
