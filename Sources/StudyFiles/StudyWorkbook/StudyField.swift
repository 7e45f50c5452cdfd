import HybridWork

/// A cell that stands for one value of a study file.
struct StudyField {
  /// How the value is written.
  enum Form {
    /// A text in quotation marks.
    case text
    /// One of some names, or any name.
    case name([String]?)
    case number(ClosedRange<Double>)
    case integer(ClosedRange<Int>)
    case date
    /// A time such as `08:00`.
    case time
    /// Names with commas between them, or one on each line.
    case names
    /// Texts, one on each line.
    case lines
  }

  /// The keys that lead to the value.
  let path: [String]
  let form: Form
  let label: Bilingual
  let hint: Bilingual

  init(_ path: String, _ form: Form, _ label: Bilingual, _ hint: Bilingual) {
    self.path = path.split(separator: ".").map(String.init)
    self.form = form
    self.label = label
    self.hint = hint
  }

  /// The name in the sheet.
  var key: String { path.joined(separator: ".") }

  /// The cell of a value; nil for a value that no such cell holds as it is.
  func cell(_ value: StudyTree) -> StudyCell? {
    let cell: StudyCell?
    switch form {
    case .text, .name, .time: cell = value.text.map { .text($0) }
    case .date: cell = value.text.map { WorkDate($0) == nil ? .text($0) : .date($0) }
    case .number, .integer: cell = value.text.map(Self.numeric)
    case .names: cell = value.texts.flatMap(Self.names)
    case .lines:
      cell = value.texts.flatMap { texts in
        texts.isEmpty ? nil : .text(texts.joined(separator: "\n"))
      }
    }
    guard let cell, cell != .text(""), let back = self.value(cell, at: nil), back.says(value),
      cell.shown.utf16.count < Self.longestCell
    else { return nil }
    return cell
  }

  /// The characters that a cell can hold (Excel).
  static let longestCell = 32_000

  /// A number as a number where a spreadsheet keeps all its digits; else as the text it is.
  static func numeric(_ text: String) -> StudyCell {
    let digits = text.utf8.count { (48...57).contains($0) }
    let signs = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
    let isGrouped = text.utf8.count { $0 == 46 } > 1
    guard digits > 0, digits <= 15, signs, !isGrouped, Double(text) != nil,
      text.first != "0" || text == "0" || text.hasPrefix("0.")
    else { return .text(text) }
    return .number(text)
  }

  /// Names in one cell; nil for those that can't be told apart in it.
  static func names(_ names: [String]) -> StudyCell? {
    guard !names.isEmpty, !names.contains(where: { $0.contains("\n") || $0.trimmed != $0 }) else {
      return nil
    }
    guard names.contains(where: { $0.contains(",") }) else {
      return .text(names.joined(separator: ", "))
    }
    return names.count > 1 ? .text(names.joined(separator: "\n")) : nil
  }

  /// The names in a cell.
  static func names(in text: String) -> [String] {
    let separator: Character = text.contains("\n") ? "\n" : ","
    return text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The value of a cell; nil for a blank one.
  func value(_ cell: StudyCell, at place: WorkbookPlace?) -> StudyTree? {
    let text = cell.shown
    guard !text.isEmpty else { return nil }
    let scalar = { (text: String, isPlain: Bool) in
      StudyTree.scalar(text, isPlain: isPlain, at: place)
    }
    switch form {
    case .text:
      if case .text(let whole) = cell { return scalar(whole, false) }
      return scalar(text, false)
    case .time: return scalar(text, false)
    case .name, .date: return scalar(text, true)
    case .number, .integer:
      // Three decimals of a typed number may not read as thousands.
      let isNumber = if case .number = cell { true } else { false }
      let parts = text.split(separator: ".")
      return scalar(isNumber && parts.count == 2 && parts[1].count == 3 ? text + "0" : text, true)
    case .names: return .list(Self.names(in: text).map { scalar($0, true) })
    case .lines:
      return .list(
        text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
          .map { scalar($0, false) })
    }
  }
}
