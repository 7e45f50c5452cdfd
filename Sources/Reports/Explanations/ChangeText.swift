import HybridWork

/// What would have to change in a person's row, in words.
struct ChangeText {
  let language: Language
  let population: Population
  let day: WorkDate?

  /// The changes of one person; the ways of which one is enough are parted by "or".
  func text(_ change: RequiredChange, person: Int) -> String {
    switch change {
    case .single(let change): return text(change, person: person)
    case .all(let parts):
      return parts.map { inner($0, person) }.joined(separator: " \(language[.and]) ")
    case .any(let parts):
      return parts.map { inner($0, person) }.joined(separator: " \(language[.or]) ")
    }
  }

  private func inner(_ change: RequiredChange, _ person: Int) -> String {
    if case .single(let change) = change { return text(change, person: person) }
    return "(\(text(change, person: person)))"
  }

  private func text(_ change: ColumnChange, person: Int) -> String {
    let column = change.column.rawValue
    switch change {
    case .number(_, let ranges, let nearest):
      let bounds = nearest.map { bound in ranges.compactMap { $0.text(ending: bound) } } ?? []
      let whole = ranges.map(\.text).joined(separator: " \(language[.or]) ")
      return "\(column) \(bounds.first ?? whole)"
    case .category(_, let values, let isAccepted):
      return "\(column) \(language[isAccepted ? .oneOf : .noneOf]) \(list(values))"
    case .talentBox(let cells):
      return "\(column) \(language[.oneOf]) \(list(cells.map(\.name)))"
    case .flag(_, let value): return "\(column) = \(value)"
    case .date(let column, let test, let passes):
      return text(column, test, passes: passes, person: person)
    }
  }

  private func text(
    _ column: RegisterColumn, _ test: DateTest, passes: Bool, person: Int
  ) -> String {
    let name = column.rawValue
    switch test {
    case .withinMonths(let months):
      let found = population.dates(column)[person]
      if !passes, found != Int32.min {
        let end = WorkDate(dayNumber: Int(found)).advanced(byMonths: months)
        return "\(name): \(language[.passesFrom]) \(end.iso)"
      }
      return "\(name) \(language[passes ? .within : .notWithin]) \(months) \(language[.months])"
        + (day.map { " (\($0.iso))" } ?? "")
    case .between(let from, let before):
      let signs = passes ? ("≥", "<") : ("<", "≥")
      let parts = [
        from.map { "\(name) \(signs.0) \($0.iso)" }, before.map { "\(name) \(signs.1) \($0.iso)" },
      ]
      return parts.compactMap { $0 }
        .joined(separator: " \(language[passes ? .and : .or]) ")
    }
  }

  private func list(_ values: [String]) -> String { values.joined(separator: ", ") }
}

extension NumberRange {
  /// The range as comparisons, such as `≥ 10`.
  fileprivate var text: String {
    [Self.text(lower, "≥", ">"), Self.text(upper, "≤", "<")].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// The comparison with one end of the range, or nil if it has another end.
  fileprivate func text(ending bound: Bound) -> String? {
    if lower == bound { return Self.text(bound, "≥", ">") }
    return upper == bound ? Self.text(bound, "≤", "<") : nil
  }

  private static func text(_ bound: Bound, _ closed: String, _ open: String) -> String? {
    switch bound {
    case .none: nil
    case .including(let end): "\(closed) \(plain(end))"
    case .excluding(let end): "\(open) \(plain(end))"
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
