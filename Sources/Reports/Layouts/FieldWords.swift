import HybridWork
import Simulation

/// The words of a field of a written table, as workbook and page put them.
struct FieldWords {
  let text: Bilingual
  /// Whether the study's files gave the words, so that their digits are no results.
  var isGiven = false
  /// The unit or service the words name, which a shadow test may have marked.
  var group: OutcomeGroup?
  /// The policy they name.
  var scenario: Int?
}

extension FieldWords {
  /// The words of a field; nil where it is a number or empty.
  init?(_ field: TableLayout.Field, _ context: ReportContext) {
    guard let raw = field.text else {
      // A table may give a meaning to an empty field.
      guard case .words(let words) = field.column.content, let words = words[""] else { return nil }
      self.init(text: words)
      return
    }
    let text = Self.asTyped(raw)
    switch field.column.content {
    case .number, .measured: return nil
    case .scenario:
      let scenario = context.study.scenarios.firstIndex { $0.id == text }
      self.init(
        text: scenario.map { context.policy($0).title } ?? Bilingual(id: text, en: text),
        isGiven: true, scenario: scenario)
    case .service:
      let service = context.study.services.first { $0.id == text }
      self.init(
        text: service?.title ?? Bilingual(id: text, en: text), isGiven: true, group: .service(text))
    case .unit: self.init(unit: text)
    case .group: self.init(group: text, of: field.other("grouping") ?? "")
    case .text, .time:
      let isTime = if case .time = field.column.content { true } else { false }
      self.init(text: isTime ? WorstPlace.time(text) : Bilingual(id: text, en: text), isGiven: true)
    default: self.init(text: Self.catalogued(text, field.column.content))
    }
  }

  /// Words of the program's own tables of strings.
  private static func catalogued(_ text: String, _ content: TableLayout.Content) -> Bilingual {
    let unknown = Bilingual(id: text, en: text)
    switch content {
    case .outcome: return Outcome(rawValue: text)?.text ?? unknown
    case .assumptions:
      return joined(
        text.split(separator: "+").map { AssumptionID(rawValue: String($0))?.text }, " + ")
        ?? unknown
    case .weekdays:
      return joined(text.split(separator: " ").map { Weekday(name: String($0))?.text }, ", ")
        ?? unknown
    case .item: return LedgerItem(rawValue: text)?.text ?? unknown
    case .payer:
      return Party(rawValue: text)?.text ?? EmployerBudget(rawValue: text)?.text ?? unknown
    case .grouping:
      return text == "unit"
        ? Bilingual(id: "unit kerja", en: "unit")
        : RegisterColumn(rawValue: text).flatMap { FairnessSection.names[$0] } ?? unknown
    case .words(let words): return words[text] ?? unknown
    default: return unknown
    }
  }

  private static func joined(_ parts: [Bilingual?], _ separator: String) -> Bilingual? {
    let known = parts.compactMap(\.self)
    guard !known.isEmpty, known.count == parts.count else { return nil }
    return Bilingual(
      id: known.map(\.indonesian).joined(separator: separator),
      en: known.map(\.english).joined(separator: separator))
  }

  /// A unit of the staff, or one of the lines that stand for several.
  init(unit name: String) {
    let several = [
      GroupLedgerFile.others: Bilingual(id: "(lainnya)", en: "(others)"),
      GroupLedgerFile.joint: Bilingual(id: "(bersama)", en: "(joint)"),
      UnitOutputFile.everyone: Bilingual(id: "(semua)", en: "(all)"),
    ]
    if let text = several[name] {
      self.init(text: text)
    } else {
      self.init(text: Bilingual(id: name, en: name), isGiven: true, group: .unit(name))
    }
  }

  private init(group name: String, of grouping: String) {
    let isOfSeveral = [GroupLedgerFile.others, GroupLedgerFile.joint].contains(name)
    guard !isOfSeveral, let column = RegisterColumn(rawValue: grouping), grouping != "unit" else {
      self.init(unit: name)
      return
    }
    let text = Bilingual(
      id: column.valueText(name, .indonesian), en: column.valueText(name, .english))
    self.init(text: FairnessSection.levelText(name, of: column) ?? text, isGiven: true)
  }

  /// A text without the apostrophe that keeps spreadsheets from running it.
  static func asTyped(_ text: String) -> String {
    let isGuarded =
      text.first == "'" && text.dropFirst().first.map { "=+-@\t\r".contains($0) } == true
    return isGuarded ? String(text.dropFirst()) : text
  }
}
