/// A rule's condition as cells: a column, a test and values, one row for each part that must hold.
enum RuleRows {
  /// One part of a condition.
  struct Part {
    var column: String
    var test: String
    var value: StudyCell
    var scheme = ""
  }

  /// The tests a planner may choose.
  static let tests = [
    "is", "in", "not_in", "at_least", "above", "at_most", "below", "within_months", "from",
    "before",
  ]

  /// The parts of a condition; nil for one that such rows do not hold.
  static func parts(_ condition: StudyTree) -> [Part]? {
    if case .list(let items)? = condition[path: ["all"]], condition.entries.count == 1,
      items.count > 1
    {
      let parts = items.compactMap(part)
      return parts.count == items.count ? parts : nil
    }
    return part(condition).map { [$0] }
  }

  private static func part(_ condition: StudyTree) -> Part? {
    guard condition.entries.count == 1, let entry = condition.entries.first else { return nil }
    if entry.key == "not" {
      guard let inner = part(entry.value), inner.test == "in", inner.column != "box" else {
        return nil
      }
      return Part(column: inner.column, test: "not_in", value: inner.value)
    }
    guard !["all", "any"].contains(entry.key) else { return nil }
    if let flag = entry.value.text, ["true", "false"].contains(flag) {
      return Part(column: entry.key, test: "is", value: .text(flag))
    }
    let scheme = entry.value[path: ["scheme"]]?.text
    let tests = entry.value.entries.filter { $0.key != "scheme" }
    guard let test = tests.first, tests.count == 1, Self.tests.contains(test.key),
      (scheme != nil) == (entry.key == "box")
    else { return nil }
    let cell =
      test.value.texts.flatMap(StudyField.names) ?? test.value.text.map(StudyField.numeric)
    return cell.map {
      Part(column: entry.key, test: test.key, value: $0, scheme: scheme ?? "")
    }
  }

  /// The condition of some rows, all of which must hold.
  static func condition(_ parts: [(part: Part, at: WorkbookPlace)]) -> StudyTree? {
    let conditions = parts.map { part, place in
      StudyTree.mapping([
        StudyTree.Entry(key: part.column, value: value(part, place), place: place)
      ])
    }
    guard let first = conditions.first else { return nil }
    guard conditions.count > 1 else { return first }
    return .mapping([StudyTree.Entry(key: "all", value: .list(conditions), place: parts[0].at)])
  }

  private static func value(_ part: Part, _ place: WorkbookPlace) -> StudyTree {
    let plain = { (text: String) in StudyTree.scalar(text, isPlain: true, at: place) }
    let text = part.value.shown
    if part.test == "is" { return plain(text) }
    let values: StudyTree =
      ["in", "not_in"].contains(part.test)
      ? .list(StudyField.names(in: text).map(plain)) : plain(text)
    var entries = [StudyTree.Entry(key: part.test, value: values, place: place)]
    if !part.scheme.isEmpty {
      entries.append(StudyTree.Entry(key: "scheme", value: plain(part.scheme), place: place))
    }
    return .mapping(entries)
  }

  /// The condition as rows write it: `not` of `in` is `not_in`.
  static func normalised(_ condition: StudyTree) -> StudyTree {
    parts(condition).flatMap { parts in
      self.condition(parts.map { ($0, WorkbookPlace(sheet: "", row: 1, column: 1)) })
    } ?? condition
  }
}
