import HybridWork
import Simulation

/// Named choices of contested assumptions: the file `sets.yaml` beside the assumptions.
enum AssumptionSetsFile {
  /// What becomes of the assumptions that a choice does not name.
  private enum Others: String, CaseIterable {
    case drawn, median
  }

  /// Reads a file; nil if anything in it is wrong, which is reported.
  static func load(_ input: InputFile, log: DiagnosticLog) -> [NamedAssumptions]? {
    let sets = YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      var seen = SeenNames(.definitions)
      return keys.required("sets")?.each { entry in
        entry.mapping { Self.set($0, seen: &seen) }
      }
    }
    return sets ?? nil
  }

  /// The choice of a name; nil if there is none, which is reported at `place`.
  static func choice(
    named name: String, among sets: [NamedAssumptions], at place: YAMLValue
  ) -> NamedAssumptions? {
    if let choice = sets.first(where: { $0.name == name }) { return choice }
    let names = sets.map(\.name)
    place.complain(
      .name(
        .unknown(found: name, nearest: NearestName.find(name, in: names), allowed: names)))
    return nil
  }

  private static func set(_ keys: YAMLMapping, seen: inout SeenNames) -> NamedAssumptions? {
    let place = keys.required("name")
    let name = place?.text()
    let title = keys.required("title")?.bilingual()
    let others = keys.required("others")?.choice(Others.self)
    let held = keys.optional("hold").map { $0.mapping(levels) ?? nil } ?? []
    guard let place, let name, seen.isNew(name, at: place), let title, let others, let held
    else { return nil }
    return NamedAssumptions(
      name: name, title: title, held: held, holdsOthers: others == .median)
  }

  private static func levels(
    _ keys: YAMLMapping
  ) -> [(id: AssumptionID, level: NamedAssumptions.Level)]? {
    let entries = keys.all()
    let levels = entries.compactMap { entry -> (id: AssumptionID, level: NamedAssumptions.Level)? in
      guard let id = entry.key.choice(AssumptionID.self) else { return nil }
      return entry.value.level(of: id).map { (id, $0) }
    }
    return levels.count == entries.count ? levels : nil
  }
}

extension YAMLValue {
  /// A number in the assumption's range, or a quantile such as `p10`.
  fileprivate func level(of id: AssumptionID) -> NamedAssumptions.Level? {
    if case .scalar(let text, _) = node.content, text.first == "p",
      let percent = Int(text.dropFirst()), (1...99).contains(percent)
    {
      return .quantile(Double(percent) / 100)
    }
    return number(in: id.admissibleRange, isMoney: id.unit.isMoney).map { .value($0) }
  }
}
