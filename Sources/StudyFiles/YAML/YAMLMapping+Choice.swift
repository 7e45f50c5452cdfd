extension YAMLMapping {
  /// Which of some alternatives is given, each by the keys that belong to it.
  ///
  /// All keys count as known. None or several alternatives are reported.
  func alternative(_ alternatives: [[String]]) -> Int? {
    for key in alternatives.joined() { _ = optional(key) }
    let given = alternatives.indices.compactMap { index in
      alternatives[index].first(where: has).map { (index, $0) }
    }
    guard let first = given.first else {
      value.complain(.key(.oneNeeded(keys: alternatives.compactMap(\.first))))
      return nil
    }
    guard given.count == 1 else {
      let second = optional(given[1].1) ?? value
      second.complain(.key(.excludesOther(key: first.1, other: given[1].1)))
      return nil
    }
    return first.0
  }
}
