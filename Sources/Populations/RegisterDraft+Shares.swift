import RealModule
import Statistics

extension RegisterDraft {
  /// Adds a column by shares within the values of another.
  mutating func add(_ rule: ConditionalShares, key: RandomKey) throws(PopulationsError) {
    let given = try column(rule.given, for: rule.column)
    let named = try Self.strata(named: rule.strata.map(\.value), in: given, for: rule.column)
    let all = rule.strata.flatMap(\.shares) + (rule.otherShares ?? [])
    let values = Set(all.map(\.value)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let own = try rule.strata.map { stratum throws(PopulationsError) in
      try Self.weights(stratum.shares, of: rule, stratum: stratum.value, values)
    }
    let other = try rule.otherShares.map { shares throws(PopulationsError) in
      try Self.weights(shares, of: rule, stratum: nil, values)
    }
    var codes = [Int](repeating: 0, count: population)
    var shortfall = values.map { _ in 0.0 }
    for (value, people) in given.peopleByValue.enumerated() where !people.isEmpty {
      let name = given.values[value]
      let counts: [Int]
      if let stratum = named[value] {
        counts = apportion(people.count, weights: own[stratum])
      } else if let other {
        counts = apportion(people.count, weights: other, shortfall: &shortfall)
      } else {
        throw .nothingForValue(name, of: given.name, neededBy: rule.column)
      }
      let order = randomOrder(people.count, key.child(rule.column).child(name))
      let dealt = zip(values.indices, counts).flatMap { Array(repeating: $0, count: $1) }
      for (place, code) in zip(order, dealt) { codes[people[place]] = code }
    }
    columns.append(CodedColumn(name: rule.column, values: values, codes: codes))
  }

  private static func weights(
    _ shares: [ConditionalShares.Share], of rule: ConditionalShares, stratum: String?,
    _ values: [String]
  ) throws(PopulationsError) -> [Double] {
    var weights = values.map { _ in 0.0 }
    var seen: Set<String> = []
    for share in shares {
      guard seen.insert(share.value).inserted else {
        throw .valueListedTwice(share.value, in: rule.column)
      }
      if let code = values.firstIndex(of: share.value) { weights[code] = share.share }
    }
    let sum = weights.reduce(0, +)
    guard weights.allSatisfy({ (0...1).contains($0) }), abs(sum - 1) <= 1e-6 else {
      throw .invalidShares(column: rule.column, stratum: stratum, sum: sum)
    }
    return weights
  }
}
