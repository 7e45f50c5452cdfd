import Statistics

extension RegisterDraft {
  /// Adds a column of numbers by evenly spread quantiles of their distributions.
  ///
  /// People whose value has no distribution of its own are spread over the common one together.
  mutating func add(_ rule: NumberColumn, key: RandomKey) throws(PopulationsError) {
    guard (0...6).contains(rule.decimals) else {
      throw .decimalsOutOfRange(column: rule.column, decimals: rule.decimals)
    }
    var texts = [String](repeating: "", count: population)
    var others = Array(0..<population)
    if let condition = rule.condition {
      let given = try column(condition.column, for: rule.column)
      let names = condition.strata.map(\.value)
      let named = try Self.strata(named: names, in: given, for: rule.column)
      for (value, people) in given.peopleByValue.enumerated() {
        if let stratum = named[value].map({ condition.strata[$0] }) {
          let key = key.child(rule.column).child("value").child(stratum.value)
          try Self.deal(
            stratum.distribution, of: rule, stratum: stratum.value, to: people, key, &texts)
        } else if rule.distribution == nil, !people.isEmpty {
          throw .nothingForValue(given.values[value], of: given.name, neededBy: rule.column)
        }
      }
      others = others.filter { named[given.codes[$0]] == nil }
    }
    if let distribution = rule.distribution {
      let key = key.child(rule.column).child("others")
      try Self.deal(distribution, of: rule, stratum: nil, to: others, key, &texts)
    } else if rule.condition == nil {
      throw .noDistribution(column: rule.column)
    }
    numbers.append(SyntheticRegister.Column(name: rule.column, values: texts))
  }

  private static func deal(
    _ distribution: BoundedDistribution, of rule: NumberColumn, stratum: String?,
    to people: [Int], _ key: RandomKey, _ texts: inout [String]
  ) throws(PopulationsError) {
    if let defect = distribution.defect {
      throw .impossibleDistribution(column: rule.column, stratum: stratum, defect)
    }
    let order = randomOrder(people.count, key)
    for (rank, place) in order.enumerated() {
      let value = distribution.quantile((Double(rank) + 0.5) / Double(people.count))
      guard let number = FixedPoint(value, decimals: rule.decimals, within: distribution) else {
        throw .numberTooLarge(column: rule.column)
      }
      texts[people[place]] = number.text
    }
  }
}
