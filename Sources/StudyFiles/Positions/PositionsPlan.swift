/// Which table of positions a study names, and how to read it.
struct PositionsPlan {
  /// The name of the file, where complaints about it point at.
  let file: YAMLValue
  let mapping: PositionsMapping

  /// Reads `positions.csv` or `{table: positions.csv, columns: {…}, decimal: comma}`.
  init?(_ value: YAMLValue) {
    guard value.kind == .mapping else {
      self.init(file: value, mapping: PositionsMapping())
      return
    }
    guard let plan = value.mapping(Self.init(keys:)) else { return nil }
    self = plan
  }

  private init(file: YAMLValue, mapping: PositionsMapping) {
    (self.file, self.mapping) = (file, mapping)
  }

  private enum DecimalMark: String, CaseIterable {
    case comma, point
  }

  private init?(keys: YAMLMapping) {
    let file = keys.required("table")
    let columns = keys.optional("columns").map { $0.mapping(Self.columns) } ?? [:]
    let mark = keys.optional("decimal").map { $0.choice(DecimalMark.self) } ?? .point
    guard let file, let columns, let mark else { return nil }
    self.init(
      file: file, mapping: PositionsMapping(columns: columns, decimalComma: mark == .comma))
  }

  private static func columns(_ keys: YAMLMapping) -> [PositionColumn: String]? {
    let known = PositionColumn.allCases.map(\.rawValue)
    let entries = keys.all()
    var seen = SeenNames(.references)
    var columns: [PositionColumn: String] = [:]
    for (key, value) in entries {
      guard let name = key.text() else { continue }
      guard let column = PositionColumn(rawValue: name) else {
        let nearest = NearestName.find(name, in: known)
        key.complain(.key(.unknown(found: name, nearest: nearest, allowed: known)))
        continue
      }
      if let header = value.text(), seen.isNew(header, at: value) { columns[column] = header }
    }
    return columns.count == entries.count ? columns : nil
  }
}
