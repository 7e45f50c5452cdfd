import HybridWork

extension YAMLValue {
  /// The allowances a policy changes.
  func allowances() -> AllowanceChanges? {
    mapping { keys in
      let meal = keys.optional("uang_makan_on_flexible_day")
      let attendance = keys.optional("tpp_attendance_on_flexible_day")
      let data = keys.optional("data_allowance")
      guard meal != nil || attendance != nil || data != nil else {
        complain(
          .key(
            .oneNeeded(keys: [
              "uang_makan_on_flexible_day", "tpp_attendance_on_flexible_day", "data_allowance",
            ])))
        return nil
      }
      let read = [meal, attendance, data].map { $0?.choice(AllowanceTreatment.self) }
      guard (meal == nil) == (read[0] == nil), (attendance == nil) == (read[1] == nil),
        (data == nil) == (read[2] == nil)
      else { return nil }
      return AllowanceChanges(meal: read[0], attendance: read[1], data: read[2])
    }
  }

  /// What a policy buys, or `none`.
  func provision() -> Provision? {
    if isNone { return .nothing }
    return mapping { keys in
      let laptops = keys.required("laptop_share")?.share()
      let connections = keys.required("connections")?.flag()
      let setUp = keys.required("set_up")?.flag()
      guard let laptops, let connections, let setUp else { return nil }
      return Provision(laptopShare: laptops, buysConnections: connections, isSetUp: setUp)
    }
  }

  /// The share of meetings that is held online, or `none`.
  func meetingsOnlineShare() -> Double? {
    if isNone { return 0 }
    return mapping { keys in keys.required("online_share")?.share() }
  }
}
