import HybridWork
import Populations
import Statistics

extension MarginsReader {
  /// One entry of `given`: shares of a column within each value of an earlier one.
  mutating func conditionalShares(_ keys: YAMLMapping) -> ConditionalShares? {
    let place = keys.required("column")
    let column = newColumn(place)
    let given = earlierColumn(keys.required("given"))
    let provenance = keys.marginProvenance()
    let shares = keys.required("shares")
    guard let place, let column, let shares else { return nil }
    let strata = shares.mapping { entries in
      self.strata(of: given, entries.all()) { Self.shares($0, column) }
    }
    let all = strata.map { $0.named.map(\.content) + ($0.other.map { [$0] } ?? []) }
    let values = all.map { shares in union(shares.map { $0.map(\.value) }) }
    make(column, line: place.position.line, values: values)
    guard let given, let provenance, let strata else { return nil }
    return ConditionalShares(
      column: column.rawValue, given: given.column.rawValue,
      strata: strata.named.map { .init(value: $0.value, shares: $0.content) },
      otherShares: strata.other, provenance: provenance)
  }

  /// One entry of `numbers`: a column that follows distributions.
  mutating func numberColumn(_ keys: YAMLMapping) -> NumberColumn? {
    let place = keys.required("column")
    let column = newColumn(place)
    let range = column.flatMap(Self.range)
    if let column, range == nil { place?.complain(.margins(.notANumber(column))) }
    // A date of birth is made as a year.
    let decimals = keys.required("decimals")?.integer(in: column == .birthDate ? 0...0 : 0...6)
    let isCommon = keys.has("distribution") || keys.has("bounds") || !keys.has("given")
    let common = isCommon ? keys.boundedDistribution() : nil
    let reaches = common.map { keys.value.reaches($0, range, population) } ?? !isCommon
    let conditionPlace = keys.optional("given")
    let condition = conditionPlace?.mapping { self.condition($0, common, range) }
    let provenance = keys.marginProvenance()
    guard let place, let column else { return nil }
    make(column, line: place.position.line, values: nil, isNumber: true)
    guard range != nil, let decimals, reaches, let provenance,
      (conditionPlace == nil) == (condition == nil)
    else { return nil }
    return NumberColumn(
      column: column.rawValue, distribution: common, condition: condition, decimals: decimals,
      provenance: provenance)
  }

  private func condition(
    _ keys: YAMLMapping, _ common: BoundedDistribution?, _ range: ClosedRange<Double>?
  ) -> NumberColumn.Condition? {
    let given = earlierColumn(keys.required("column"))
    let strata = keys.required("values")?.mapping { entries in
      self.strata(of: given, entries.all(), hasOther: false) { value in
        value.mapping { value.stratum($0, common, range, population) }
      }
    }
    guard let given, let strata else { return nil }
    return NumberColumn.Condition(
      column: given.column.rawValue,
      strata: strata.named.map { .init(value: $0.value, distribution: $0.content) })
  }

  /// What stands for each value of an earlier column, and for all others.
  private func strata<Content>(
    of given: MadeColumn?, _ entries: [(key: YAMLValue, value: YAMLValue)],
    hasOther: Bool = true, _ read: (YAMLValue) -> Content?
  ) -> (named: [(value: String, content: Content)], other: Content?)? {
    var named: [(value: String, content: Content)] = []
    var other: Content?
    var isSound = true
    for (key, value) in entries {
      let name = key.text()
      let content = read(value)
      if hasOther, name == "other" {
        other = content
      } else if let name, let values = given?.values, !values.contains(name) {
        let nearest = NearestName.find(name, in: values)
        key.complain(.name(.unknown(found: name, nearest: nearest, allowed: values)))
        isSound = false
      } else if let name, let content {
        named.append((name, content))
      }
      if name == nil || content == nil { isSound = false }
    }
    return isSound ? (named, other) : nil
  }

  /// Shares by value, which must sum to 1.
  static func shares(
    _ value: YAMLValue, _ column: RegisterColumn
  ) -> [ConditionalShares.Share]? {
    value.mapping { keys in
      let entries = keys.all()
      let shares = entries.compactMap { entry -> ConditionalShares.Share? in
        let text = entry.key.value(of: column)
        let share = entry.value.share()
        guard let text, let share else { return nil }
        return ConditionalShares.Share(value: text, share: share)
      }
      guard shares.count == entries.count else { return nil }
      let sum = shares.reduce(0) { $0 + $1.share }
      guard abs(sum - 1) <= 1e-9 else {
        value.complain(.margins(.sharesDoNotSum(sum: sum)))
        return nil
      }
      return shares
    }
  }

  /// The numbers a column can hold; nil if it holds none.
  private static func range(of column: RegisterColumn) -> ClosedRange<Double>? {
    switch column.kind {
    case .number(let range): range
    case .date where column == .birthDate:
      Double(DateGrammar.years.lowerBound)...Double(DateGrammar.years.upperBound)
    default: nil
    }
  }
}

extension YAMLValue {
  /// The text of a key that is a value of a column.
  func value(of column: RegisterColumn) -> String? {
    guard let text = text() else { return nil }
    guard let fault = MarginsReader.fault(of: text, in: column) else { return text }
    complain(fault)
    return nil
  }

  /// A distribution, or one value, for the people with one value of another column.
  ///
  /// The column's common bounds hold unless the distribution has its own.
  fileprivate func stratum(
    _ keys: YAMLMapping, _ common: BoundedDistribution?, _ range: ClosedRange<Double>?,
    _ population: Int?
  ) -> BoundedDistribution? {
    guard let form = keys.alternative([["distribution", "bounds"], ["value"]]) else { return nil }
    if form == 1 {
      guard let place = keys.optional("value") else { return nil }
      let value = range.map { place.number(in: $0) } ?? place.number()
      return value.map { BoundedDistribution(.constant($0)) }
    }
    guard var distribution = keys.boundedDistribution() else { return nil }
    if !keys.has("bounds"), let common {
      distribution = BoundedDistribution(
        distribution.base, lower: common.lower, upper: common.upper)
      if let defect = distribution.defect {
        complain(.assumption(.impossibleDistribution(defect)))
        return nil
      }
    }
    return reaches(distribution, range, population) ? distribution : nil
  }

  /// Whether even the first and last of so many people have a number the column can hold.
  fileprivate func reaches(
    _ distribution: BoundedDistribution, _ range: ClosedRange<Double>?, _ population: Int?
  ) -> Bool {
    guard let range, let population else { return true }
    let lowest = distribution.quantile(0.5 / Double(population))
    let highest = distribution.quantile(1 - 0.5 / Double(population))
    guard range.contains(lowest), range.contains(highest) else {
      complain(
        .assumption(.reachesOutside(lowest: lowest, highest: highest, range: range)))
      return false
    }
    return true
  }
}
