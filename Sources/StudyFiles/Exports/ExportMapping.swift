package import HybridWork

/// Which columns of another program's export mean what: a planner writes it once for each form.
///
/// No official form of K-MOB, TRK or E-SAKIP was found; headers stand in the mapping, never in the
/// program.
package struct ExportMapping: Sendable {
  /// What an export tells.
  package enum Kind: String, CaseIterable, Sendable {
    case attendance, tickets, performance
  }

  /// The order of day, month and year where a date is written in numbers.
  package enum DateOrder: String, CaseIterable, Sendable {
    /// `2026-07-31`, `31/07/2026` or `31 Juli 2026`.
    case dayFirst = "day-first"
    /// `07/31/2026`.
    case monthFirst = "month-first"
  }

  /// How rows of one unit and month become one number.
  package enum Statistic: String, CaseIterable, Sendable {
    case mean, sum
  }

  /// How people's whereabouts are told.
  package enum Presence: Sendable {
    /// One column holds a code; each kind has its codes, nil stands for codes that are no working day.
    case coded(header: String, codes: [String: Whereabouts?])
    /// Each kind has a column of its own with a number of people.
    case counted([Whereabouts: String])
  }

  /// A column of numbers and what becomes of it.
  package struct Measure: Sendable {
    package let name: String
    package let header: String
    package let statistic: Statistic
  }

  package let kind: Kind
  /// The column of the unit, or of the service.
  package let place: String
  /// Other headers, by what they mean: `date`, `month`, `people`, `person`, `taken`, `called`.
  package let headers: [String: String]
  package let order: DateOrder
  package let presence: Presence?
  package let measures: [Measure]
  /// Names in the export that stand for others in the study.
  package let names: [String: String]
}

/// Reads a mapping.
package enum ExportMappingFile {
  /// The mapping; nil if it can't be used for exports of the kind, which is reported.
  package static func load(
    path: String, as kind: ExportMapping.Kind, log: DiagnosticLog
  ) -> ExportMapping? {
    YAMLFile.read(path: path, name: path, log: log) { mapping($0, kind) }
  }

  /// Reads a file that is already in memory.
  package static func read(
    _ source: SourceFile, as kind: ExportMapping.Kind, log: DiagnosticLog
  ) -> ExportMapping? {
    YAMLFile.read(source, log: log) { mapping($0, kind) }
  }

  private static func mapping(
    _ keys: YAMLMapping, _ kind: ExportMapping.Kind
  ) -> ExportMapping? {
    let found = keys.required("export")?.name(among: [kind.rawValue])
    let note = keys.optional("note")
    let columns = keys.required("columns")?.mapping { headers($0, kind) }
    let order = keys.optional("dates").map { $0.choice(ExportMapping.DateOrder.self) } ?? .dayFirst
    let presence = kind == .attendance ? presence(keys) : nil
    let measures = kind == .performance ? keys.required("measures")?.mapping(measures) : []
    let names = keys.optional("names").map { $0.mapping(texts) } ?? [:]
    guard found != nil, note.map({ $0.text() != nil }) ?? true, let columns, let order,
      let measures, let names, kind != .attendance || presence != nil
    else { return nil }
    return ExportMapping(
      kind: kind, place: columns.place, headers: columns.headers, order: order,
      presence: presence, measures: measures, names: names)
  }

  private static func headers(
    _ keys: YAMLMapping, _ kind: ExportMapping.Kind
  ) -> (place: String, headers: [String: String])? {
    let place = keys.required(kind == .tickets ? "service" : "unit")?.text()
    let (needed, further): ([String], [String]) =
      switch kind {
      case .attendance: (["date"], ["people", "person"])
      case .tickets: (["taken", "called"], [])
      case .performance: (["month"], [])
      }
    var headers: [String: String] = [:]
    var isSound = true
    for (name, value) in needed.map({ ($0, keys.required($0)) })
      + further.filter(keys.has).map({ ($0, keys.optional($0)) })
    {
      headers[name] = value?.text()
      if headers[name] == nil { isSound = false }
    }
    // Known, though absent, so that a slip in them is told with the keys there are.
    for name in further { _ = keys.optional(name) }
    guard let place, isSound else { return nil }
    return (place, headers)
  }

  private static func presence(_ keys: YAMLMapping) -> ExportMapping.Presence? {
    switch keys.alternative([["code", "codes"], ["counts"]]) {
    case 0:
      let header = keys.required("code")?.text()
      let codes = keys.required("codes")?.mapping(codes)
      guard let header, let codes else { return nil }
      return .coded(header: header, codes: codes)
    case 1:
      return keys.required("counts")?.mapping { columns in
        var headers: [Whereabouts: String] = [:]
        var isSound = true
        for kind in Whereabouts.allCases {
          guard let value = columns.optional(kind.rawValue) else { continue }
          headers[kind] = value.text()
          if headers[kind] == nil { isSound = false }
        }
        guard isSound, !headers.isEmpty else {
          if headers.isEmpty { columns.value.complain(.key(.emptyList)) }
          return nil
        }
        return .counted(headers)
      }
    default: return nil
    }
  }

  /// Codes by kind, and under `none` those of days on which nobody is to work.
  private static func codes(_ keys: YAMLMapping) -> [String: Whereabouts?]? {
    var codes: [String: Whereabouts?] = [:]
    var seen = SeenNames(.references)
    var isSound = true
    func add(_ name: String, _ kind: Whereabouts?) {
      guard let value = keys.optional(name) else { return }
      guard let entries = value.list() else {
        isSound = false
        return
      }
      for entry in entries {
        guard let text = entry.text(), seen.isNew(text.lowercased(), at: entry) else {
          isSound = false
          continue
        }
        codes[text.lowercased()] = .some(kind)
      }
    }
    for kind in Whereabouts.allCases { add(kind.rawValue, kind) }
    add("none", nil)
    return isSound && !codes.isEmpty ? codes : nil
  }

  private static func measures(_ keys: YAMLMapping) -> [ExportMapping.Measure]? {
    let entries = keys.all()
    let measures = entries.compactMap { key, value in
      value.mapping { columns -> ExportMapping.Measure? in
        let header = columns.required("column")?.text()
        let statistic = columns.required("statistic")?.choice(ExportMapping.Statistic.self)
        guard let name = key.text(), let header, let statistic else { return nil }
        return ExportMapping.Measure(name: name, header: header, statistic: statistic)
      }
    }
    return measures.count == entries.count && !measures.isEmpty ? measures : nil
  }

  private static func texts(_ keys: YAMLMapping) -> [String: String]? {
    var texts: [String: String] = [:]
    var isSound = true
    for (key, value) in keys.all() {
      if let name = key.text(), let text = value.text() {
        texts[name] = text
      } else {
        isSound = false
      }
    }
    return isSound ? texts : nil
  }
}
