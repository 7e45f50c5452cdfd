import HybridWork

/// A generic shape of the day and of the week, for counters of which only totals are known.
struct DayShape {
  /// Weights from a time of day on, in ascending order.
  private let pieces: [(from: TimeOfDay, weight: Double)]
  /// In the order of `Weekday.allCases`; weekends are 0.
  let weekdayWeights: [Double]
  let standard: CounterService.Standard

  /// Reads a shape; nil if something in it is wrong.
  init?(_ keys: YAMLMapping) {
    let pieces = keys.required("half_hours")?.mapping(Self.pieces)
    let weights = keys.required("weekdays")?.weekdayWeights(openOn: Set(Weekday.workingWeek))
    let standard = keys.required("standard")?.mapping(ServiceProfile.standard)
    let provenance = keys.provenance()
    guard let pieces, let weights, let standard, provenance != nil else { return nil }
    self.pieces = pieces
    self.weekdayWeights = weights
    self.standard = standard
  }

  /// The weight at a time: of the last piece that has begun, else of the first.
  func weight(at time: TimeOfDay) -> Double {
    (pieces.last { $0.from <= time } ?? pieces[0]).weight
  }

  /// Weekday weights of which closed days are 0.
  func weekdayWeights(openOn days: Set<Weekday>) -> [Double] {
    Weekday.allCases.map { days.contains($0) ? weekdayWeights[$0.rawValue] : 0 }
  }

  private static func pieces(_ keys: YAMLMapping) -> [(from: TimeOfDay, weight: Double)]? {
    let entries = keys.all()
    let pieces = entries.compactMap { key, value -> (from: TimeOfDay, weight: Double)? in
      let weight = value.number(in: 0.01...1000)
      guard let time = key.timeKey(), let weight else { return nil }
      return (time, weight)
    }
    guard pieces.count == entries.count, !pieces.isEmpty else {
      if entries.isEmpty { keys.value.complain(.study(.noWeight)) }
      return nil
    }
    return pieces.sorted { $0.from < $1.from }
  }
}

extension YAMLValue {
  /// A time of day that is the name of a key, with or without quotation marks.
  fileprivate func timeKey() -> TimeOfDay? {
    guard let text = text() else { return nil }
    do throws(DateFault) {
      return try DateGrammar.time(text)
    } catch {
      complain(.date(error))
      return nil
    }
  }
}

/// The generic shapes of a file, in its order.
struct DayShapes {
  private let shapes: [(name: String, shape: DayShape?)]

  /// Reads the file; nil if it can't be opened or is not well-formed.
  static func load(_ input: InputFile, log: DiagnosticLog) -> DayShapes? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      let shapes = keys.required("shapes")?.mapping { keys in
        keys.all().map { (name: $0.key.text() ?? "", shape: $0.value.mapping(DayShape.init)) }
      }
      return shapes.map(DayShapes.init)
    }
  }

  /// The shape that a value names; without a value the first.
  func shape(named value: YAMLValue?) -> (name: String, shape: DayShape)? {
    let name = value.map { $0.name(among: shapes.map(\.name)) } ?? shapes.first?.name
    guard let name, let shape = shapes.first(where: { $0.name == name })?.shape else { return nil }
    return (name, shape)
  }
}
