import HybridWork

extension YAMLValue {
  /// On which days people may be away: a day split, fixed weekdays or teams that take turns.
  func schedule() -> Schedule? {
    mapping { keys in
      let forms = [["office_days", "flexible_days"], ["flexible_on"], ["teams", "alternate"]]
      switch keys.alternative(forms) {
      case 0: return daySplit(keys).map(Schedule.chosen)
      case 1: return keys.required("flexible_on")?.weekdays().map(Schedule.fixed)
      case 2:
        let teams = keys.required("teams")?.integer(in: 2...10)
        let turn = keys.required("alternate")?.choice(Schedule.Turn.self)
        guard let teams, let turn else { return nil }
        return .rotation(teams: teams, turn: turn)
      default: return nil
      }
    }
  }

  private func daySplit(_ keys: YAMLMapping) -> DaySplit? {
    let week = 0...DaySplit.workingDays
    let office = keys.required("office_days")?.integer(in: week)
    let flexible = keys.required("flexible_days")?.integer(in: week)
    guard let office, let flexible else { return nil }
    guard let split = try? DaySplit(flexibleDays: flexible), split.officeDays == office else {
      complain(.policy(.daysDoNotSum(office: office, flexible: flexible)))
      return nil
    }
    return split
  }
}
