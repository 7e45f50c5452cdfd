import HybridWork

extension YAMLValue {
  /// Work by people who are ill on a flexible day, or `none`.
  func sicknessRule() -> PolicyDifference.SicknessChange? {
    if isNone { return .removed }
    return mapping { keys in
      let works = keys.required("works_anyway_share")?.share()
      let relabelled = keys.required("relabelled_share")?.share()
      guard let works, let relabelled else { return nil }
      return .set(SicknessRule(worksAnywayShare: works, relabelledShare: relabelled))
    }
  }
}
