import HybridWork

extension YAMLValue {
  /// How people come to work away: a word, or a mapping with odds of applying.
  func takeUp() -> (takeUp: TakeUp, odds: [OptInOdds])? {
    guard isMapping else { return choice(TakeUp.self).map { ($0, []) } }
    return mapping { keys in
      let kind = keys.required("kind")?.choice(TakeUp.self)
      let list = keys.optional("odds")
      let odds = list.map { $0.each { $0.optInOdds() } } ?? []
      guard let kind, let odds else { return nil }
      if kind == .ordered, let list {
        list.complain(.policy(.oddsUnderAnOrder))
        return nil
      }
      return (kind, odds)
    }
  }

  private static let ratios = 0.01...100.0

  private func optInOdds() -> OptInOdds? {
    mapping { keys in
      let modifier = Self.modifier(keys)
      let provenance = keys.provenance()
      guard let modifier, let provenance else { return nil }
      return OptInOdds(modifier, provenance: provenance)
    }
  }

  private static func modifier(_ keys: YAMLMapping) -> OptInOdds.Modifier? {
    guard let place = keys.required("column") else { return nil }
    let columns = RegisterColumn.allCases.filter {
      if case .category = $0.kind { $0 != .talentBox } else { $0 == .commuteKilometres }
    }
    guard let name = place.name(among: columns.map(\.rawValue)),
      let column = RegisterColumn(rawValue: name)
    else {
      _ = ["value", "ratio", "per_10_km", "at_km"].map(keys.optional)
      return nil
    }
    guard case .category(let levels) = column.kind else {
      let ratio = keys.required("per_10_km")?.number(in: ratios)
      let kilometres = keys.required("at_km")?.number(in: 0...200)
      guard let ratio, let kilometres else { return nil }
      return .commute(per10Kilometres: ratio, at: kilometres)
    }
    let value = keys.required("value")
    let level = levels.isEmpty ? value?.text() : value?.name(among: levels)
    let ratio = keys.required("ratio")?.number(in: ratios)
    guard let level, let ratio else { return nil }
    return .level(column, level, ratio: ratio)
  }
}
