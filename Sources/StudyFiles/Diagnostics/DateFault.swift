public import HybridWork

/// Why a value is refused as a date or a time of day.
public enum DateFault: Error, Equatable, Sendable {
  case notADate(text: String)
  /// A date in another form than `YYYY-MM-DD` where only that is accepted.
  case notISO(text: String, write: String)
  case noSuchDay(text: String, month: Int, daysInMonth: Int)
  case noSuchMonth(text: String, month: Int)
  case unknownMonth(text: String, name: String, nearest: String?)
  case twoDigitYear(text: String)
  /// A year without day and month where the day is needed.
  case bareYear(text: String)
  case yearOutOfRange(text: String, range: ClosedRange<Int>)
  /// A spreadsheet's count of days, such as `29251`.
  case serialNumber(text: String)
  case notATime(text: String)
  /// A time of day that is not in quotation marks.
  case unquotedTime(text: String)
  /// A last day before the first.
  case endsBeforeStart(end: WorkDate, start: WorkDate)
}
