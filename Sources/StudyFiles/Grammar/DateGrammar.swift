package import HybridWork

/// The forms in which files give dates and times of day.
package enum DateGrammar {
  /// The years a file may name; a year outside them is taken for a slip.
  package static let years = 1900...2199

  /// A date in a file that people write by hand: only `YYYY-MM-DD`.
  package static func written(_ text: String) throws(DateFault) -> WorkDate {
    let date = try tabulated(text)
    guard text.utf8.count == 10, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else {
      throw .notISO(text: text, write: date.iso)
    }
    return date
  }

  /// A date in a table: `1980-01-31`, `31-01-1980`, `31/01/1980`, `31 Januari 1980` or `31 Jan 1980`.
  ///
  /// The day stands before the month, and months have their Indonesian names in any case.
  package static func tabulated(_ text: String) throws(DateFault) -> WorkDate {
    if let date = iso(text) { return date }
    let parts = text.split(omittingEmptySubsequences: false) { "-/ ".contains($0) }
    guard parts.count == 3 else { throw faultWithoutParts(text) }
    if parts[0].count == 4, text.filter({ $0 == "-" }).count == 2 {
      guard parts[1].count == 2, parts[2].count == 2 else { throw .notADate(text: text) }
      return try date(text, year: parts[0], month: parts[1], day: parts[2])
    }
    let separators = text.filter { "-/ ".contains($0) }
    guard Set(separators).count == 1 else { throw .notADate(text: text) }
    return try date(text, year: parts[2], month: parts[1], day: parts[0])
  }

  /// A date of birth in a table; a bare year stands for 1 July, its middle.
  package static func birth(_ text: String) throws(DateFault) -> WorkDate {
    guard text.count == 4, let year = digits(text[...]) else { return try tabulated(text) }
    guard years.contains(year), let date = WorkDate(year: year, month: 7, day: 1) else {
      throw .yearOutOfRange(text: text, range: years)
    }
    return date
  }

  /// A time of day `HH:MM` from 00:00 to 24:00.
  package static func time(_ text: String) throws(DateFault) -> TimeOfDay {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2, let hours = digits(parts[0]),
      let minutes = digits(parts[1]), minutes < 60,
      let time = TimeOfDay(minutes: hours * 60 + minutes)
    else { throw .notATime(text: text) }
    return time
  }

  /// The day if the text is a good `YYYY-MM-DD`; registers hold millions of them.
  private static func iso(_ text: String) -> WorkDate? {
    guard text.utf8.count == 10 else { return nil }
    var numbers = [0, 0, 0]
    var part = 0
    for (index, byte) in text.utf8.enumerated() {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        part += 1
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard years.contains(numbers[0]) else { return nil }
    return WorkDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func date(
    _ text: String, year: Substring, month: Substring, day: Substring
  ) throws(DateFault) -> WorkDate {
    guard let dayNumber = digits(day), day.count <= 2 else { throw .notADate(text: text) }
    guard let yearNumber = digits(year) else { throw .notADate(text: text) }
    let monthNumber = try self.month(month, in: text)
    guard year.count == 4 else {
      throw year.count == 2 ? .twoDigitYear(text: text) : .notADate(text: text)
    }
    guard (1...12).contains(monthNumber) else { throw .noSuchMonth(text: text, month: monthNumber) }
    guard years.contains(yearNumber) else {
      throw .yearOutOfRange(text: text, range: years)
    }
    guard let date = WorkDate(year: yearNumber, month: monthNumber, day: dayNumber) else {
      throw .noSuchDay(
        text: text, month: monthNumber,
        daysInMonth: daysIn(month: monthNumber, year: yearNumber))
    }
    return date
  }

  /// The number of days of a month, 1…12.
  private static func daysIn(month: Int, year: Int) -> Int {
    (29...31).last { WorkDate(year: year, month: month, day: $0) != nil } ?? 28
  }

  private static func month(_ month: Substring, in text: String) throws(DateFault) -> Int {
    if month.count <= 2, !text.contains(" "), let number = digits(month) { return number }
    guard month.allSatisfy({ $0.isLetter }), !month.isEmpty else { throw .notADate(text: text) }
    let name = month.lowercased()
    if let index = monthNames.firstIndex(where: { $0.contains(name) }) { return index + 1 }
    throw .unknownMonth(
      text: text, name: String(month),
      nearest: NearestName.find(name, in: monthNames.map { $0[0] }).map(capitalised))
  }

  private static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func faultWithoutParts(_ text: String) -> DateFault {
    guard let number = digits(text[...]) else { return .notADate(text: text) }
    if years.contains(number) { return .bareYear(text: text) }
    // Days since 1900 as spreadsheets count them: 5479 is 1915 and 73050 is 2100.
    return (5479...73050).contains(number) ? .serialNumber(text: text) : .notADate(text: text)
  }

  private static func digits(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return text.utf8.count <= 9 ? Int(text) : nil
  }

  private static let monthNames = [
    ["januari", "jan"], ["februari", "feb", "pebruari", "peb"], ["maret", "mar"], ["april", "apr"],
    ["mei"], ["juni", "jun"], ["juli", "jul"], ["agustus", "agu", "ags", "agt", "agst"],
    ["september", "sep", "sept"], ["oktober", "okt"], ["november", "nov", "nopember", "nop"],
    ["desember", "des"],
  ]
}
