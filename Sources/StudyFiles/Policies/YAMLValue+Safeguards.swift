import HybridWork

extension YAMLValue {
  /// What is done to keep services staffed: a list, or `none`.
  func safeguards() -> [Safeguard]? {
    if isNone { return [] }
    return each { $0.safeguard() }
  }

  /// A promise for the coverage of services.
  func guarantee() -> CoverageGuarantee? {
    mapping { keys in
      let level = keys.required("coverage_of_baseline")?.number(in: 0.01...10)
      let share = keys.required("share_of_days")?.share()
      guard let level, let share else { return nil }
      return CoverageGuarantee(ofBaseline: level, shareOfDays: share)
    }
  }

  private func safeguard() -> Safeguard? {
    mapping { keys in
      switch keys.alternative([["minimum_on_site"], ["recall"], ["close_day"]]) {
      case 0: keys.required("minimum_on_site")?.safeguard { _ in .minimumOnSite }
      case 1:
        keys.required("recall")?.safeguard { keys in
          let notice = keys.required("notice")?.choice(Safeguard.Notice.self)
          let swap = keys.optional("swap")
          let swaps = swap == nil ? false : swap?.flag()
          guard let notice, let swaps else { return nil }
          return .recall(notice, swaps: swaps)
        }
      case 2:
        keys.required("close_day")?.safeguard { keys in
          keys.required("notice")?.choice(Safeguard.Notice.self).map { .closeDay($0) }
        }
      default: nil
      }
    }
  }

  private func safeguard(_ action: (YAMLMapping) -> Safeguard.Action?) -> Safeguard? {
    mapping { keys in
      let services = keys.required("service")?.serviceNames()
      let target = keys.required("up_to")?.safeguardTarget()
      let action = action(keys)
      guard let services, let target, let action else { return nil }
      return Safeguard(action, services: services.names, upTo: target)
    }
  }

  /// The word `all`, one service or a list of them.
  private func serviceNames() -> (names: [String]?, Void)? {
    guard case .scalar = node.content else {
      return each { $0.text() }.map { ($0, ()) }
    }
    guard let name = text() else { return nil }
    return (name == "all" ? nil : [name], ())
  }

  /// The word `need`, a number of people, or `{share: 0.5}` of the staff.
  private func safeguardTarget() -> Safeguard.Target? {
    if isMapping {
      return mapping { keys in keys.required("share")?.share().map { .shareOfStaff($0) } }
    }
    if case .scalar(let text, true) = node.content, text == "need" { return .need }
    return integer(in: 1...100_000).map { .people($0) }
  }
}
