import HybridWork

extension YAMLValue {
  /// What a condition asks of a date: `within_months`, or `from` and `before`.
  func dateTest() -> DateTest? {
    mapping { keys in
      let range = keys.has("before") ? ["before", "from"] : ["from", "before"]
      return switch keys.alternative([["within_months"], range]) {
      case 0: keys.required("within_months")?.integer(in: 1...600).map(DateTest.withinMonths)
      case 1: keys.dateRange()
      default: nil
      }
    }
  }
}

extension YAMLMapping {
  fileprivate func dateRange() -> DateTest? {
    let (fromPlace, beforePlace) = (optional("from"), optional("before"))
    let (from, before) = (fromPlace?.date(), beforePlace?.date())
    guard (fromPlace == nil) == (from == nil), (beforePlace == nil) == (before == nil) else {
      return nil
    }
    if let from, let before, from >= before {
      beforePlace?.complain(.policy(.emptyPeriod(from: from, before: before)))
      return nil
    }
    return .between(from: from, before: before)
  }
}
