extension Population {
  /// What the register says about a person in one column, as text; nil where it says nothing.
  public func text(_ column: RegisterColumn, person: Int) -> String? {
    switch column {
    case .identifier: return identifiers[person]
    case .unit:
      let name = units[unitIndex(ofPerson: person)].name
      return name.isEmpty ? nil : name
    default: break
    }
    switch values(column) {
    case nil: return nil
    case .number(let numbers):
      let number = numbers[person]
      guard !number.isNaN else { return nil }
      return number == number.rounded() && abs(number) < 1e15
        ? String(Int(number)) : String(number)
    case .flag(let flags):
      return flags[person] == .unknown ? nil : (flags[person] == .yes ? "true" : "false")
    case .date(let days):
      return days[person] == Int32.min ? nil : WorkDate(dayNumber: Int(days[person])).iso
    case .category(let categories):
      return categories.value(person)
    }
  }

  /// The place of the person with an identifier, or nil.
  public func person(identified identifier: String) -> Int? {
    identifiers.firstIndex(of: identifier)
  }
}
