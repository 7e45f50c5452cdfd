import HybridWork
import RealModule
import Statistics

extension StandInColumn {
  /// The column of a register; nil if it has none, or one that no file gives.
  ///
  /// - Parameters:
  ///   - column: Not the identifier.
  ///   - population: The people.
  ///   - terms: What a value needs to be shown.
  ///   - key: Orders the numbers of free text.
  init?(
    _ column: RegisterColumn, of population: Population, _ terms: StandInTerms, key: RandomKey
  ) {
    guard !column.isDerived, column != .identifier else { return nil }
    let smallest = terms.smallestGroup
    if column == .unit {
      let codes = population.units.indices.flatMap { unit in
        Array(repeating: unit, count: population.units[unit].people.count)
      }
      self.init(
        free: column, levels: population.units.map(\.name), codes: codes, kept: [],
        smallest: smallest, key: key)
      return
    }
    switch population.values(column) {
    case nil: return nil
    case .number(let values):
      self.init(numbers: column, values, cuts: terms.cuts[column] ?? [], smallest: smallest)
    case .flag(let flags):
      let codes = flags.map { $0 == .unknown ? 2 : $0 == .yes ? 0 : 1 }
      self.init(
        listed: column, levels: ColumnValues.Flag.words + [""], codes: codes, smallest: smallest)
    case .date(let days):
      self.init(dates: column, days, smallest: smallest)
    case .category(let values):
      self.init(categories: column, values, terms, key: key)
    }
  }

  private init(
    categories column: RegisterColumn, _ values: CategoryColumn, _ terms: StandInTerms,
    key: RandomKey
  ) {
    let codes = values.codes.map {
      $0 == CategoryColumn.unknown ? values.levels.count : Int($0)
    }
    switch column {
    case .grade:
      // What follows the numeral and its letter is free text.
      let texts = values.levels.map(Self.grade) + [""]
      let levels = Set(texts).sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
      let place = texts.map { levels.firstIndex(of: $0) ?? 0 }
      self.init(
        listed: column, levels: levels, codes: codes.map { place[$0] },
        smallest: terms.smallestGroup)
      for (text, own) in zip(values.levels, texts) { names[text] = own.isEmpty ? "-" : own }
    case .position, .education:
      self.init(
        free: column, levels: values.levels + [""], codes: codes, kept: [],
        smallest: terms.smallestGroup, key: key)
    case .service:
      // How many serve a counter is planned capacity; nothing else of few people is taken.
      self.init(
        free: column, levels: values.levels + [""], codes: codes,
        kept: Set(
          values.levels.filter { level in
            level == "none" || StaffPools.names(in: level).allSatisfy(terms.services.contains)
          }), smallest: min(terms.smallestGroup, StandInTerms.smallestService), key: key)
    case .talentBox:
      let numbers = TalentCell.allCases.map {
        String(TalentNumbering.permenPANRB.number(of: $0))
      }
      self.init(
        listed: column, levels: numbers + [""], codes: codes, smallest: terms.smallestGroup)
    default:
      self.init(
        listed: column, levels: values.levels + [""], codes: codes,
        smallest: terms.smallestGroup)
    }
  }

  /// The numeral and letter of a grade such as `III/d`; blank for anything else.
  private static func grade(_ text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let numeral = parts.first, GradeBand(grade: String(numeral), status: .pppk) != nil
    else { return "" }
    guard parts.count == 2, ["a", "b", "c", "d", "e"].contains(parts[1]) else {
      return String(numeral)
    }
    return text
  }

  private init(numbers column: RegisterColumn, _ values: [Double], cuts: [Double], smallest: Int) {
    let bins = NumberBins(values, cuts: cuts + [0], smallest: smallest)
    let texts = bins.means.map { mean -> String in
      let hundredths = Int((mean * 100).rounded())
      let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
      return rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
    let codes = bins.codes.map { $0 ?? texts.count }
    self.init(listed: column, levels: texts + [""], codes: codes, smallest: smallest)
  }

  /// Dates as the mean of a range; dates of birth as one day for a generation, which is nobody's.
  private init(dates column: RegisterColumn, _ days: [Int32], smallest: Int) {
    guard column == .birthDate else {
      let values = days.map { $0 == Int32.min ? Double.nan : Double($0) }
      let bins = NumberBins(values, cuts: [], smallest: smallest)
      let texts = bins.means.map { WorkDate(dayNumber: Int($0.rounded())).iso }
      self.init(
        listed: column, levels: texts + [""], codes: bins.codes.map { $0 ?? texts.count },
        smallest: smallest)
      return
    }
    let generations = Generation.allCases
    let codes = days.map { day in
      day == Int32.min
        ? generations.count
        : generations.firstIndex(
          of: Generation(birthYear: WorkDate(dayNumber: Int(day)).components.year)) ?? 0
    }
    self.init(
      listed: column, levels: generations.map(\.standInBirthDate) + [""], codes: codes,
      smallest: smallest)
  }
}

extension Generation {
  /// The first of January of a year in the middle of the cohort.
  fileprivate var standInBirthDate: String {
    switch self {
    case .boomer: "1962-01-01"
    case .x: "1973-01-01"
    case .y: "1989-01-01"
    case .z: "1999-01-01"
    }
  }
}
