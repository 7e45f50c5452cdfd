import HybridWork

extension YAMLValue {
  /// What a rule asks of a person: `all`, `any`, `not`, `box` or one register column.
  func condition() -> Condition? {
    mapping { keys in
      let entries = keys.all()
      guard let first = entries.first else {
        complain(.key(.oneNeeded(keys: Self.conditionKeys)))
        return nil
      }
      let conditions = entries.compactMap { Self.condition($0.key, $0.value) }
      guard entries.count == 1 else {
        complain(.policy(.severalConditions(keys: entries.compactMap { $0.key.text() })))
        return nil
      }
      return first.key.text() == nil ? nil : conditions.first
    }
  }

  private static let conditionKeys =
    ["all", "any", "not", "box"] + RegisterColumn.allCases.filter(\.isInConditions).map(\.rawValue)

  private static func condition(_ key: YAMLValue, _ value: YAMLValue) -> Condition? {
    guard let name = key.text() else { return nil }
    switch name {
    case "all": return value.each { $0.condition() }.map(Condition.all)
    case "any": return value.each { $0.condition() }.map(Condition.any)
    case "not": return value.condition().map(Condition.not)
    case "box": return value.talentBox()
    default: break
    }
    guard let column = RegisterColumn(rawValue: name) else {
      let nearest = NearestName.find(name, in: conditionKeys)
      key.complain(.key(.unknown(found: name, nearest: nearest, allowed: conditionKeys)))
      return nil
    }
    guard column.isInConditions else {
      key.complain(.policy(.columnNotInConditions(name)))
      return nil
    }
    switch column.kind {
    case .number(let range):
      return value.numberRange(within: range).map { .number(column, $0) }
    case .flag: return value.flag().map { .flag(column, $0) }
    case .category(let levels): return value.membership(of: column, levels)
    case .date: return value.dateTest().map { .date(column, $0) }
    case .text: return value.membership(of: column, [])
    }
  }

  private func numberRange(within range: ClosedRange<Double>) -> NumberRange? {
    mapping { keys in
      let lower = keys.bound(including: "at_least", excluding: "above", in: range)
      let upper = keys.bound(including: "at_most", excluding: "below", in: range)
      guard let lower, let upper else { return nil }
      let all = ["at_least", "above", "at_most", "below"]
      guard all.contains(where: keys.has) else {
        complain(.key(.oneNeeded(keys: all)))
        return nil
      }
      let (low, isLowOpen) = lower.edge(else: -.infinity)
      let (high, isHighOpen) = upper.edge(else: .infinity)
      guard low < high || low == high && !isLowOpen && !isHighOpen else {
        complain(.policy(.emptyRange(lower: low, upper: high)))
        return nil
      }
      return NumberRange(lower: lower, upper: upper)
    }
  }

  private func membership(of column: RegisterColumn, _ levels: [String]) -> Condition? {
    mapping { keys in
      guard let index = keys.alternative([["in"], ["not_in"]]) else { return nil }
      var seen = SeenNames(.references)
      let values = keys.optional(["in", "not_in"][index])?.each { entry in
        entry.category(of: column, levels).flatMap { seen.isNew($0, at: entry) ? $0 : nil }
      }
      guard let values else { return nil }
      let condition = Condition.category(column, Set(values))
      return index == 0 ? condition : .not(condition)
    }
  }

  /// A value that a register column can have.
  private func category(of column: RegisterColumn, _ levels: [String]) -> String? {
    guard levels.isEmpty else { return name(among: levels) }
    guard let text = text() else { return nil }
    guard column == .grade else { return text }
    do throws(RegisterFault) {
      return try RegisterGrammar.grade(text)
    } catch {
      complain(.register(error))
      return nil
    }
  }

  private func talentBox() -> Condition? {
    mapping { keys in
      var seen = SeenNames(.references)
      let scheme = keys.required("scheme")?.choice(TalentNumbering.self)
      let numbers = keys.required("in")?.each { entry in
        entry.integer(in: 1...9).flatMap { seen.isNew(String($0), at: entry) ? $0 : nil }
      }
      guard let scheme, let numbers else { return nil }
      return .talentBox(Set(numbers.compactMap(scheme.cell(numbered:))))
    }
  }
}

extension YAMLMapping {
  /// One end of a range, which may be closed, open or absent; nil if it cannot be read.
  fileprivate func bound(
    including closed: String, excluding open: String, in range: ClosedRange<Double>
  ) -> NumberRange.Bound? {
    let (including, excluding) = (optional(closed), optional(open))
    switch (including, excluding) {
    case (nil, nil): return NumberRange.Bound.none
    case (let value?, nil): return value.number(in: range).map { .including($0) }
    case (nil, let value?): return value.number(in: range).map { .excluding($0) }
    case (_, let value?):
      value.complain(.key(.excludesOther(key: closed, other: open)))
      return nil
    }
  }
}

extension NumberRange.Bound {
  /// The number at this end, and whether it is itself outside.
  fileprivate func edge(else absent: Double) -> (value: Double, isOpen: Bool) {
    switch self {
    case .none: (absent, false)
    case .including(let value): (value, false)
    case .excluding(let value): (value, true)
    }
  }
}

extension RegisterColumn {
  /// Whether a condition may name the column; `box` stands for the talent box.
  fileprivate var isInConditions: Bool {
    ![.identifier, .birthDate, .talentBox].contains(self)
  }
}
