import HybridWork
import Simulation
import Statistics

/// The assumptions and correlations of one file, with their places.
struct AssumptionsFile {
  /// An assumption the file names; its value is nil if that is wrong.
  struct Entry {
    let id: AssumptionID
    let assumption: StudyAssumption?
    /// Where the value or distribution stands.
    let place: YAMLValue
  }

  /// A correlation and the place of its entry.
  struct CorrelationEntry {
    let correlation: AssumptionCorrelation
    let place: YAMLValue
  }

  private(set) var entries: [Entry] = []
  private(set) var correlations: [CorrelationEntry] = []

  /// Reads a file; nil if it cannot be opened or is not well-formed.
  static func load(_ input: InputFile, log: DiagnosticLog) -> AssumptionsFile? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { AssumptionsFile($0) }
  }

  private init(_ keys: YAMLMapping) {
    let scope = keys.optional("applies")?.bilingual()
    var seen = SeenNames(.references)
    for value in keys.required("assumptions")?.list(mayBeEmpty: true) ?? [] {
      let entry = value.mapping { Self.entry($0, scope: scope, seen: &seen) }
      if let entry { entries.append(entry) }
    }
    var lines: [Set<AssumptionID>: Int] = [:]
    for value in keys.optional("correlations")?.list(mayBeEmpty: true) ?? [] {
      guard let correlation = value.mapping({ Self.correlation($0) }) else { continue }
      let pair: Set = [correlation.first, correlation.second]
      if let line = lines[pair] {
        value.complain(.assumption(.pairTwice(firstLine: line)))
      } else {
        lines[pair] = value.position.line
        correlations.append(CorrelationEntry(correlation: correlation, place: value))
      }
    }
  }

  private static func entry(
    _ keys: YAMLMapping, scope: Bilingual?, seen: inout SeenNames
  ) -> Entry? {
    let name = keys.required("id")
    let id = name?.choice(AssumptionID.self)
    let unit = keys.required("unit")
    let provenance = keys.provenance()
    let form = keys.alternative([["value"], ["distribution", "bounds"]])
    let others = keys.optional("alternatives")
    guard let id, let name else { return nil }
    let alternatives = others.map { $0.alternatives(of: id) } ?? []
    let isNew = seen.isNew(id.rawValue, at: name)
    let fits = unit?.isUnit(id.unit) ?? false
    let place = keys.optional(form == 0 ? "value" : "distribution") ?? keys.value
    let value = form.flatMap { keys.assumedValue(of: id, form: $0, at: place) }
    guard isNew else { return nil }
    guard fits, let provenance, let value, let alternatives else {
      return Entry(id: id, assumption: nil, place: place)
    }
    var assumption = StudyAssumption(id: id, value: value, provenance: provenance)
    assumption.alternatives = alternatives
    assumption.scope = scope
    return Entry(id: id, assumption: assumption, place: place)
  }

  private static func correlation(_ keys: YAMLMapping) -> AssumptionCorrelation? {
    let place = keys.required("between")
    let ids = place?.each { $0.choice(AssumptionID.self) }
    let rho = keys.required("rho")?.number(in: -1...1)
    let provenance = keys.provenance()
    guard let place, let ids else { return nil }
    guard ids.count == 2 else {
      place.complain(.assumption(.notAPair(count: ids.count)))
      return nil
    }
    guard ids[0] != ids[1] else {
      place.complain(.assumption(.correlatedWithItself(ids[0])))
      return nil
    }
    guard let rho, let provenance else { return nil }
    return AssumptionCorrelation(
      first: ids[0], second: ids[1], rho: rho, provenance: provenance)
  }
}

extension YAMLMapping {
  /// The value of the keys of one form: 0 for `value`, 1 for `distribution` and `bounds`.
  fileprivate func assumedValue(
    of id: AssumptionID, form: Int, at place: YAMLValue
  ) -> StudyAssumption.Value? {
    guard form == 1 else { return place.dated(id).map(StudyAssumption.Value.dated) }
    return boundedDistribution()
      .flatMap { place.reaches($0, within: id.admissibleRange) ? .distributed($0) : nil }
  }
}

extension YAMLValue {
  /// Named other values of an assumption; nil if one of them is wrong.
  fileprivate func alternatives(of id: AssumptionID) -> [StudyAssumption.Alternative]? {
    var seen = SeenNames(.definitions)
    return each { entry in
      entry.mapping { keys in
        let place = keys.required("name")
        let name = place?.text()
        let provenance = keys.provenance()
        let form = keys.alternative([["value"], ["distribution", "bounds"]])
        let number = keys.optional(form == 0 ? "value" : "distribution") ?? keys.value
        let value = form.flatMap { keys.assumedValue(of: id, form: $0, at: number) }
        guard let place, let name, seen.isNew(name, at: place), let provenance, let value else {
          return nil
        }
        return StudyAssumption.Alternative(name: name, value: value, provenance: provenance)
      }
    }
  }

  /// Whether the text is the unit an assumption has in the catalogue.
  fileprivate func isUnit(_ unit: AssumptionUnit) -> Bool {
    guard let text = text() else { return false }
    guard text == unit.rawValue else {
      complain(.name(.wrongUnit(found: text, expected: unit.rawValue)))
      return false
    }
    return true
  }

  /// Numbers by the date from which each holds, in order; a bare number has always held.
  fileprivate func dated(_ id: AssumptionID) -> [(from: WorkDate, value: Double)]? {
    let (range, isMoney) = (id.admissibleRange, id.unit.isMoney)
    guard isMapping else {
      return number(in: range, isMoney: isMoney).map { [(Self.firstDate, $0)] }
    }
    return mapping { keys in
      let entries = keys.all()
      let values = entries.compactMap { entry -> (from: WorkDate, value: Double)? in
        let date = entry.key.date()
        let number = entry.value.number(in: range, isMoney: isMoney)
        guard let date, let number else { return nil }
        return (date, number)
      }
      guard !entries.isEmpty else {
        complain(.key(.wrongKind(found: .nothing, expected: .number)))
        return nil
      }
      return values.count == entries.count ? values.sorted { $0.from < $1.from } : nil
    }
  }

  /// The first of January of the year 1, before every calendar.
  private static let firstDate = WorkDate(dayNumber: -719_162)

  /// Whether all but a millionth of a distribution on either side can be used by the model.
  fileprivate func reaches(
    _ distribution: BoundedDistribution, within range: ClosedRange<Double>
  ) -> Bool {
    let lowest = distribution.quantile(1e-6)
    let highest = distribution.quantile(1 - 1e-6)
    guard range.contains(lowest), range.contains(highest) else {
      complain(
        .assumption(.reachesOutside(lowest: lowest, highest: highest, range: range)))
      return false
    }
    return true
  }
}
