package import HybridWork

/// Dates and months as exports write them.
package enum ExportDate {
  /// A date, with or without a time of day after it.
  package static func date(
    _ text: String, order: ExportMapping.DateOrder
  ) throws(DateFault) -> WorkDate {
    let day = withoutTime(text)
    guard order == .monthFirst else { return try DateGrammar.tabulated(day) }
    let parts = day.split(omittingEmptySubsequences: false) { "-/".contains($0) }
    guard parts.count == 3, parts[2].count == 4 else { return try DateGrammar.tabulated(day) }
    do throws(DateFault) {
      return try DateGrammar.tabulated("\(parts[1])/\(parts[0])/\(parts[2])")
    } catch {
      throw .notADate(text: day)
    }
  }

  /// Months since January of year 0: `2026-07`, `07/2026`, `Juli 2026`, or any date of the month.
  package static func month(
    _ text: String, order: ExportMapping.DateOrder
  ) throws(DateFault) -> Int {
    let parts = text.split(omittingEmptySubsequences: false) { "-/ ".contains($0) }
    let date: WorkDate
    if parts.count == 2, parts[0].count == 4, !parts[0].contains(where: \.isLetter) {
      date = try DateGrammar.tabulated("\(parts[0])-\(parts[1])-01")
    } else if parts.count == 2 {
      let isNamed = parts[0].allSatisfy(\.isLetter)
      let separator = isNamed ? " " : "/"
      date = try DateGrammar.tabulated(
        ["1", String(parts[0]), String(parts[1])].joined(separator: separator))
    } else {
      date = try self.date(text, order: order)
    }
    return date.components.year * 12 + date.components.month - 1
  }

  private static func withoutTime(_ text: String) -> String {
    guard let separator = text.lastIndex(where: { $0 == " " || $0 == "T" }),
      text[separator...].contains(where: { $0 == ":" })
    else { return text }
    return String(text[..<separator])
  }
}
