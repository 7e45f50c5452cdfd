/// Names that recur down a column, each stored once: sorted names, and a code for each row.
public struct PanelLabels: Equatable, Sendable {
  /// The distinct names in the order of their UTF-8 bytes.
  public let names: [String]
  /// For each row the place of its name in ``names``.
  public let codes: [Int]

  /// Collects the names of a column.
  public init(_ texts: [String]) {
    var places: [String: Int] = [:]
    var found: [String] = []
    let codes = texts.map { text in
      if let place = places[text] { return place }
      places[text] = found.count
      found.append(text)
      return found.count - 1
    }
    self.init(names: found, codes: codes)
  }

  /// Sorts names that were collected in any order; `codes` are places in `names`.
  public init(names: [String], codes: [Int]) {
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var rank = Array(repeating: 0, count: names.count)
    for (place, old) in order.enumerated() { rank[old] = place }
    self.names = order.map { names[$0] }
    self.codes = codes.map { rank[$0] }
  }
}
