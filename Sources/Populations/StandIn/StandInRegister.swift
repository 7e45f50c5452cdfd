public import HybridWork
import Statistics

/// Made-up people in place of those of a real register, whose totals they nearly have.
///
/// No row, identifier, date of birth or free text of the register is in it. Every value, and every
/// combination of values that another is dealt by, is held by at least the smallest group of people
/// (``StandInTerms``); services alone may be as small as planned. Equal people and seed give equal
/// rows, whatever the order of the register.
public struct StandInRegister: Sendable {
  /// A column of which few people had some values.
  public struct Merged: Equatable, Sendable {
    /// The column.
    public let column: RegisterColumn
    /// How many people have a more common value instead of their own.
    public let people: Int
  }

  /// `identifier` first, then the register's columns; people in random order.
  public let columns: [SyntheticRegister.Column]
  /// The texts of the register that are replaced, by column, each with what stands in its place.
  ///
  /// Not for others: it leads from the made-up names to the real ones.
  public let names: [RegisterColumn: [String: String]]
  /// The columns in which rare values gave way.
  public let merged: [Merged]

  /// Makes as many people as a register has.
  ///
  /// - Throws: ``StandInError``.
  public init(
    for population: Population, _ terms: StandInTerms, seed: UInt64
  ) throws(StandInError) {
    guard population.count >= terms.smallestGroup else {
      throw .tooFewPeople(population.count, smallest: terms.smallestGroup)
    }
    let key = RandomKey(seed: seed).child("stand-in register")
    let order =
      [.service, .unit] + RegisterColumn.allCases.filter { $0 != .service && $0 != .unit }
    let real = order.compactMap {
      StandInColumn($0, of: population, terms, key: key.child("names"))
    }
    var dealer = StandInDealer(smallest: terms.smallestGroup, key: key.child("values"))
    for column in real { dealer.deal(column) }
    let rows = randomOrder(population.count, key.child("rows"))
    let width = max(6, String(population.count).count)
    let identifiers = (1...population.count).map { number in
      let digits = String(number)
      return "S-" + String(repeating: "0", count: width - digits.count) + digits
    }
    let dealt = zip(real, dealer.dealt).map { column, codes in
      SyntheticRegister.Column(
        name: column.column.rawValue, values: rows.map { column.texts[codes[$0]] })
    }
    columns = [SyntheticRegister.Column(name: "identifier", values: identifiers)] + dealt
    names = Dictionary(uniqueKeysWithValues: real.map { ($0.column, $0.names) })
    merged = real.filter { $0.moved > 0 }.map { Merged(column: $0.column, people: $0.moved) }
  }
}
