import Statistics

/// Made-up people who together have the published totals of a real staff.
///
/// Nobody in it exists. Margins hold exactly where whole people allow; columns that no margin links
/// are independent. Equal margins and seed give equal people in equal order.
public struct SyntheticRegister: Equatable, Sendable {
  /// One column of the register.
  public struct Column: Equatable, Sendable {
    /// The column's name.
    public let name: String
    /// One value a person, as it stands in a file; blank for unknown.
    public let values: [String]
  }

  /// The value of a margin that stands for a blank.
  public static let unknown = "unknown"

  /// `identifier` first, then columns in the order margins make them; people sorted by unit.
  public let columns: [Column]
  /// How well the margins are kept.
  public let report: FitReport

  /// Makes the people that margins describe.
  ///
  /// - Throws: ``PopulationsError`` if margins are malformed, contradict each other or cannot be
  ///   kept; the error names the margins and values concerned.
  public init(_ margins: Margins, seed: UInt64) throws(PopulationsError) {
    try Self.refuseRepeatedColumns(margins)
    let key = RandomKey(seed: seed).child("synthetic register")
    let (people, fits) = try Self.people(margins, key: key.child("margins"))
    var draft = RegisterDraft(population: margins.population, columns: people)
    for rule in margins.given { try draft.add(rule, key: key.child("given")) }
    for rule in margins.numbers { try draft.add(rule, key: key.child("numbers")) }
    columns = draft.columnsByUnit()
    report = FitReport(margins: fits, columns: Self.bases(margins, in: columns.map(\.name)))
  }

  private static func refuseRepeatedColumns(_ margins: Margins) throws(PopulationsError) {
    var seen: Set<String> = ["identifier"]
    let inMargins = Set(margins.margins.flatMap(\.columns))
    for column in inMargins.sorted() + margins.given.map(\.column) + margins.numbers.map(\.column) {
      guard seen.insert(column).inserted else { throw .columnMadeTwice(column) }
    }
  }

  private static func people(
    _ margins: Margins, key: RandomKey
  ) throws(PopulationsError) -> ([RegisterDraft.CodedColumn], [FitReport.MarginFit]) {
    let components = try MarginComponent.components(
      of: margins.margins, population: margins.population)
    var columns: [RegisterDraft.CodedColumn] = []
    var fits: [Int: FitReport.MarginFit] = [:]
    for component in components {
      let key = component.columns.reduce(key) { $0.child($1) }
      let people = try ComponentPeople(component, key: key.child("cells"))
      let order = randomOrder(margins.population, key.child("order"))
      for (index, name) in component.columns.enumerated() {
        let codes = order.map { people.codes[index][$0] }
        columns.append(.init(name: name, values: component.values[index], codes: codes))
      }
      for (origin, misfit) in zip(component.origins, people.largestMisfits) {
        let margin = margins.margins[origin]
        fits[origin] = FitReport.MarginFit(
          columns: margin.columns, largestMisfit: misfit, method: people.method,
          provenance: margin.provenance)
      }
    }
    return (inOrder(columns, of: margins), margins.margins.indices.compactMap { fits[$0] })
  }

  private static func inOrder(
    _ columns: [RegisterDraft.CodedColumn], of margins: Margins
  ) -> [RegisterDraft.CodedColumn] {
    var seen: Set<String> = []
    let names = margins.margins.flatMap(\.columns).filter { seen.insert($0).inserted }
    return names.compactMap { name in columns.first { $0.name == name } }
  }

  private static func bases(_ margins: Margins, in columns: [String]) -> [FitReport.ColumnBasis] {
    let sources =
      margins.margins.flatMap { margin in margin.columns.map { ($0, margin.provenance) } }
      + margins.given.map { ($0.column, $0.provenance) }
      + margins.numbers.map { ($0.column, $0.provenance) }
    return columns.dropFirst().compactMap { column in
      let own = sources.filter { $0.0 == column }.map(\.1)
      let nearest = Provenance.Basis.allCases.lazy.compactMap { basis in
        own.first { $0.basis == basis }
      }
      return nearest.first.map { FitReport.ColumnBasis(column: column, provenance: $0) }
    }
  }
}
