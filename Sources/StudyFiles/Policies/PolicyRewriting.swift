public import HybridWork

/// Writes a policy file anew with other days, caps and exceptions, everything else as it stands.
public struct PolicyRewriting: Sendable {
  /// A key of the first level with its lines and the comments above it.
  private struct Block {
    let key: String?
    var lines: [Substring]
  }

  private let blocks: [Block]
  /// Keys whose values the days take the place of.
  private static let replaced: Set<String> = [
    "title", "schedule", "cap", "safeguards", "guarantee",
  ]

  /// Takes the text of the policy file to start from.
  public init(of text: String) {
    var blocks = [Block(key: nil, lines: [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let key = line.prefix { $0.isLetter || $0 == "_" }
      if !key.isEmpty, line.dropFirst(key.count).first == ":" {
        blocks.append(Block(key: String(key), lines: [line]))
      } else {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    self.blocks = blocks
  }

  /// The file of a policy that differs from this one by title, schedule and caps, and by exceptions
  /// at the end of its own.
  ///
  /// - Returns: The text; nil when exceptions of the file stand on one line, where none can be added,
  ///   when its schedule sets more than days on one line, or when it has a quota beside its cap.
  public func text(_ policy: Policy) -> String? {
    guard policy.levers.quota == nil, let schedule = keptSchedule else { return nil }
    var lines: [String] = []
    var hasExceptions = false
    let added = policy.levers.exceptions.suffix(while: { $0.reference == "Luwes" })
    for block in blocks where !(block.key.map(Self.replaced.contains) ?? false) {
      var own = block.lines.map(String.init)
      while own.last?.allSatisfy(\.isWhitespace) ?? false { own.removeLast() }
      if block.key == "exceptions", !added.isEmpty {
        guard own.count > 1 else { return nil }
        hasExceptions = true
        own += added.flatMap(Self.exception)
      }
      lines += own
    }
    if !hasExceptions, !added.isEmpty { lines += ["exceptions:"] + added.flatMap(Self.exception) }
    lines += [
      "title:", "  id: \(Self.quoted(policy.title[.indonesian]))",
      "  en: \(Self.quoted(policy.title[.english]))",
    ]
    lines += ["schedule:", "  flexible_on: none"] + schedule
    lines += Self.days(policy.levers.schedule)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The days of some units and of people by record.
  private static func days(_ schedule: Schedule) -> [String] {
    let byUnit = schedule.daysByUnit.map { own in
      let cap = own.shareOfUnitAway.map { ", share_of_unit_away: \($0)" } ?? ""
      let units = own.units.map(quoted).joined(separator: ", ")
      return "    - {\(days(own.days))\(cap), units: [\(units)]}"
    }
    let byRecord = schedule.daysByRecord.compactMap { own -> String? in
      guard let part = parts(.all([own.condition])).first else { return nil }
      let cap = own.shareAway.map { ", share_away: \($0)" } ?? ""
      return "    - {\(days(own.days))\(cap), where: \(part)}"
    }
    return (byUnit.isEmpty ? [] : ["  by_unit:"] + byUnit)
      + (byRecord.isEmpty ? [] : ["  by_record:"] + byRecord)
  }

  private static func days(_ days: Schedule.OwnDays) -> String {
    switch days {
    case .fixed(let weekdays):
      weekdays.isEmpty
        ? "flexible_on: none"
        : "flexible_on: [\(weekdays.sorted().map(\.name).joined(separator: ", "))]"
    case .chosen(let split):
      "office_days: \(split.officeDays), flexible_days: \(split.flexibleDays)"
    }
  }

  /// The lines of a schedule in block style that are no days; nil for one in flow style with more
  /// than days.
  private var keptSchedule: [String]? {
    guard let block = blocks.first(where: { $0.key == "schedule" }) else { return [] }
    let days: Set<String> = [
      "office_days", "flexible_days", "flexible_on", "teams", "alternate", "splits", "by_unit",
      "by_record",
    ]
    guard block.lines.dropFirst().contains(where: { $0.first == " " }) else {
      // On one line: nothing but days may stand there.
      let keys = block.lines[0].split(whereSeparator: { "{},".contains($0) })
        .compactMap { $0.split(separator: ":").first }.map { $0.drop { $0 == " " } }
        .filter { $0.allSatisfy { $0.isLetter || $0 == "_" } }
      return keys.contains { !days.contains(String($0)) && $0 != "schedule" && Self.isKey($0) }
        ? nil : []
    }
    var kept: [String] = []
    var isKept = false
    for line in block.lines.dropFirst() {
      if line.hasPrefix("  "), line.dropFirst(2).first?.isLetter ?? false {
        isKept = !days.contains(String(line.dropFirst(2).prefix { $0.isLetter || $0 == "_" }))
      }
      if isKept { kept.append(String(line)) }
    }
    while kept.last?.allSatisfy(\.isWhitespace) ?? false { kept.removeLast() }
    return kept
  }

  private static func isKey(_ text: Substring) -> Bool {
    ["anchor_days", "windows", "most_days_a_month", "hours", "place"].contains(String(text))
  }

  private static func exception(_ exception: EligibilityException) -> [String] {
    [
      "  - exception: \(exception.id)",
      "    text: {id: \(quoted(exception.text[.indonesian])), en: \(quoted(exception.text[.english]))}",
      "    level: \(exception.level.rawValue)",
      "    effect: \(exception.effect.rawValue)",
      "    where: {all: [\(parts(exception.condition).joined(separator: ", "))]}",
    ]
  }

  private static func parts(_ condition: Condition) -> [String] {
    guard case .all(let parts) = condition else { return [] }
    return parts.compactMap { part in
      guard case .category(let column, let names) = part else { return nil }
      return "{\(column.rawValue): {in: [\(names.sorted().map(quoted).joined(separator: ", "))]}}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Array {
  /// The last elements of which a condition holds.
  fileprivate func suffix(while isIn: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !isIn($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
