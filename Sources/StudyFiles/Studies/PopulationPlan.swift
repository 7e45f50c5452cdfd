import HybridWork
import Statistics

/// Where a study's staff come from: a register, or margins that people are made up from.
enum PopulationPlan {
  case register(file: YAMLValue, mapping: RegisterMapping)
  case synthesized(margins: YAMLValue, seed: UInt64)

  /// Whether people are made up.
  var isSynthetic: Bool {
    if case .synthesized = self { true } else { false }
  }

  /// Reads the key `population`; nil if something in it is wrong.
  init?(_ keys: YAMLMapping) {
    let options = ["columns", "decimal", "talent_box_scheme", "distances"]
    switch keys.alternative([["register"] + options, ["synthesize", "seed"]]) {
    case 0:
      guard let file = keys.required("register"), let mapping = Self.mapping(keys) else {
        return nil
      }
      self = .register(file: file, mapping: mapping)
    case 1:
      let seed = keys.required("seed")?.integer(in: 0...999_999_999_999_999)
      guard let margins = keys.required("synthesize"), let seed else { return nil }
      self = .synthesized(margins: margins, seed: UInt64(seed))
    default: return nil
    }
  }

  private enum DecimalMark: String, CaseIterable {
    case comma, point
  }

  private static func mapping(_ keys: YAMLMapping) -> RegisterMapping? {
    let columns = keys.optional("columns").map { $0.mapping(Self.columns) } ?? [:]
    let mark = keys.optional("decimal").map { $0.choice(DecimalMark.self) } ?? .point
    let scheme =
      keys.optional("talent_box_scheme").map { $0.choice(TalentNumbering.self) } ?? .permenPANRB
    let drawn = keys.optional("distances").map { $0.mapping(Self.distances) }
    guard let columns, let mark, let scheme else { return nil }
    var mapping = RegisterMapping(
      columns: columns, decimalComma: mark == .comma, talentNumbering: scheme, onBadRow: .fail)
    if let drawn {
      guard let drawn else { return nil }
      mapping.distances = drawn
    }
    return mapping
  }

  /// A distribution of one-way kilometres with its source.
  private static func distances(_ keys: YAMLMapping) -> DrawnDistances? {
    let seed = keys.required("seed")?.integer(in: 0...999_999_999_999_999)
    let provenance = keys.provenance()
    let distribution = keys.boundedDistribution()
    guard let seed, provenance != nil, let distribution,
      case .number(let range) = RegisterColumn.commuteKilometres.kind
    else { return nil }
    let reach = (distribution.quantile(1e-9), distribution.quantile(1 - 1e-9))
    guard range.contains(reach.0), range.contains(reach.1) else {
      keys.value.complain(
        .assumption(.reachesOutside(lowest: reach.0, highest: reach.1, range: range)))
      return nil
    }
    return DrawnDistances(distribution: distribution, seed: UInt64(seed))
  }

  /// The header in the file for each of Luwes' columns that has another one.
  private static func columns(_ keys: YAMLMapping) -> [RegisterColumn: String]? {
    let known = RegisterColumn.allCases.filter { !$0.isDerived }.map(\.rawValue)
    let entries = keys.all()
    var seen = SeenNames(.references)
    var columns: [RegisterColumn: String] = [:]
    for (key, value) in entries {
      guard let name = key.text() else { continue }
      guard known.contains(name), let column = RegisterColumn(rawValue: name) else {
        let nearest = NearestName.find(name, in: known)
        key.complain(.key(.unknown(found: name, nearest: nearest, allowed: known)))
        continue
      }
      if let header = value.text(), seen.isNew(header, at: value) { columns[column] = header }
    }
    return columns.count == entries.count ? columns : nil
  }
}
