import HybridWork

extension StudySheet.Column {
  /// The column of a field.
  init(_ field: StudyField) {
    key = field.key
    label = field.label
    hint = field.hint
    switch field.form {
    case .name(let names):
      choices = names
      range = nil
      isText = true
      width = 18
    case .number(let range):
      choices = nil
      self.range = range
      isText = false
      width = 14
    case .integer(let range):
      choices = nil
      self.range = Double(range.lowerBound)...Double(range.upperBound)
      isText = false
      width = 12
    case .date:
      choices = nil
      range = nil
      isText = false
      width = 13
    case .text, .lines, .names:
      choices = nil
      range = nil
      isText = true
      width = 34
    case .time:
      choices = nil
      range = nil
      isText = true
      width = 9
    }
  }

  /// A column that holds text and stands for no single value.
  init(
    _ key: String, _ label: Bilingual, _ hint: Bilingual, choices: [String]? = nil, width: Int = 24
  ) {
    self.key = key
    self.label = label
    self.hint = hint
    self.choices = choices
    range = nil
    isText = true
    self.width = width
  }
}
