/// A register while its columns are being made.
struct RegisterDraft {
  /// A column of values, each held once.
  struct CodedColumn {
    let name: String
    let values: [String]
    let codes: [Int]

    /// The people with each value.
    var peopleByValue: [[Int]] {
      var people = [[Int]](repeating: [], count: values.count)
      for (person, code) in codes.enumerated() { people[code].append(person) }
      return people
    }
  }

  let population: Int
  var columns: [CodedColumn]
  var numbers: [SyntheticRegister.Column] = []

  init(population: Int, columns: [CodedColumn]) {
    self.population = population
    self.columns = columns
  }

  /// The finished column with a name that a rule needs.
  func column(_ name: String, for rule: String) throws(PopulationsError) -> CodedColumn {
    guard let column = columns.first(where: { $0.name == name }) else {
      throw .unknownColumn(name, neededBy: rule)
    }
    return column
  }

  /// For each value of a column, the position of the stratum that names it.
  static func strata(
    named names: [String], in column: CodedColumn, for rule: String
  ) throws(PopulationsError) -> [Int?] {
    var positions = column.values.map { _ in Int?.none }
    for (position, name) in names.enumerated() {
      guard let value = column.values.firstIndex(of: name) else {
        throw .unknownValue(name, of: column.name, neededBy: rule)
      }
      guard positions[value] == nil else { throw .valueListedTwice(name, in: rule) }
      positions[value] = position
    }
    return positions
  }

  /// All columns with `identifier` before them, people sorted by their unit, unknown as blank.
  func columnsByUnit() -> [SyntheticRegister.Column] {
    var order = Array(0..<population)
    if let unit = columns.first(where: { $0.name == "unit" }) {
      order = unit.values.indices
        .sorted { unit.values[$0].utf8.lexicographicallyPrecedes(unit.values[$1].utf8) }
        .flatMap { unit.peopleByValue[$0] }
    }
    let width = max(6, String(population).count)
    let identifiers = (1...population).map { number in
      let digits = String(number)
      return "S-" + String(repeating: "0", count: width - digits.count) + digits
    }
    let texts = columns.map { column in
      let values = column.values.map { $0 == SyntheticRegister.unknown ? "" : $0 }
      return SyntheticRegister.Column(
        name: column.name, values: order.map { values[column.codes[$0]] })
    }
    let figures = numbers.map { column in
      SyntheticRegister.Column(name: column.name, values: order.map { column.values[$0] })
    }
    return [SyntheticRegister.Column(name: "identifier", values: identifiers)] + texts + figures
  }
}
