/// What makes values of the vocabulary impossible.
public enum HybridWorkError: Error, Equatable {
  case emptyCalendar(from: WorkDate, through: WorkDate)
  case noWorkingHours(on: WorkDate)
  case tooManyFlexibleDays(Int, workingDays: Int)
  case duplicateIdentifier(row: Int)
  case unequalColumns(RegisterColumn, rows: Int, expected: Int)
  case wrongColumnKind(RegisterColumn)
  case missingColumn(RegisterColumn)
  case tooManyRules(Int, limit: Int)
  case noStaff
}
