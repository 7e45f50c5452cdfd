import HybridWork

extension YAMLValue {
  /// How many of a unit may be away on one day, may take part at all, or both; or `none`.
  func cap() -> PolicyDifference.Cap? {
    if isNone { return .removed }
    return mapping { keys in
      let away = keys.optional("share_of_unit_away").map { $0.share() }
      let places = keys.optional("quota").map { $0.places() }
      let order = keys.optional("order")
      let preferences = order.map { $0.each { $0.choice(Quota.Preference.self) } } ?? []
      guard let places else {
        if let order { order.complain(.policy(.orderWithoutQuota)) }
        guard let away else {
          complain(.key(.oneNeeded(keys: ["share_of_unit_away", "quota"])))
          return nil
        }
        return order == nil ? away.map { .shareOfUnitAway($0) } : nil
      }
      guard let places, let preferences, away.map({ $0 != nil }) ?? true else { return nil }
      guard let quota = Quota(places, order: preferences) else {
        order?.complain(.policy(.impossibleOrder(preferences.map(\.rawValue))))
        return nil
      }
      return .quota(quota, shareOfUnitAway: away ?? nil)
    }
  }

  /// The places of a quota: a share of the unit's staff or a number of people.
  private func places() -> Quota.Places? {
    mapping { keys in
      switch keys.alternative([["share"], ["people"]]) {
      case 0: keys.optional("share")?.share().map { .share($0) }
      case 1: keys.optional("people")?.integer(in: 0...1_000_000).map { .people($0) }
      default: nil
      }
    }
  }
}
