import HybridWork

/// Reads the norms that policies are checked against.
enum LawFile {
  /// A norm and its place in the file.
  struct PlacedNorm {
    let norm: LegalNorm
    let place: YAMLValue
  }

  /// The norms that could be read; nil if the file cannot be opened or is not well-formed.
  static func load(_ input: InputFile, log: DiagnosticLog) -> [PlacedNorm]? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      var seen = SeenNames(.definitions)
      let entries = keys.required("norms")?.list()
      return entries?.compactMap { entry in
        entry.mapping { norm($0, seen: &seen) }.map { PlacedNorm(norm: $0, place: entry) }
      } ?? []
    }
  }

  private static func norm(_ keys: YAMLMapping, seen: inout SeenNames) -> LegalNorm? {
    let place = keys.required("norm")
    let id = place?.text()
    let text = keys.required("text")?.bilingual()
    let article = keys.required("article")?.text()
    let period = keys.period(from: "in_force", through: "until")
    let content = content(keys)
    // A norm is of the day from which it holds, unless its wording was found for another day.
    let provenance = keys.provenance(datedElse: period?.from ?? unknownDate)
    guard let id, let place, seen.isNew(id, at: place), let text, let article, let period,
      let content, let provenance
    else { return nil }
    return LegalNorm(
      id: id, text: text, article: article, inForce: period.from, until: period.through,
      content: content, provenance: provenance)
  }

  /// Stands for a first day that could not be read, which is a complaint of its own.
  private static let unknownDate = WorkDate(dayNumber: 0)

  private static func content(_ keys: YAMLMapping) -> LegalNorm.Content? {
    switch keys.alternative([["limit"], ["excludes"]]) {
    case 0:
      keys.required("limit")?.mapping { limit in
        limit.required("flexible_days_per_week")?.integer(in: 0...DaySplit.workingDays)
          .map { .mostFlexibleDaysPerWeek($0) }
      }
    case 1: keys.required("excludes")?.condition().map { .excludes($0) }
    default: nil
    }
  }
}
