package import HybridWork
package import Simulation

extension RegisterColumn {
  /// A group of this column for reading, such as `sex: P` and `disability: yes`.
  ///
  /// Values of categories stand as they stand in files; those of flags are put in words.
  func groupText(_ value: String, _ language: Language) -> String {
    "\(rawValue): \(valueText(value, language))"
  }

  /// A value for reading; see ``groupText(_:_:)``.
  func valueText(_ value: String, _ language: Language) -> String {
    guard case .flag = kind, let place = ColumnValues.Flag.words.firstIndex(of: value) else {
      return value
    }
    return language[place == 0 ? .yes : .no]
  }
}

extension OutcomeGroup {
  /// The group for reading, in a language; files have ``label``.
  package func text(_ language: Language) -> String {
    guard case .level(let column, let value) = self else { return label }
    return column.groupText(value, language)
  }
}
