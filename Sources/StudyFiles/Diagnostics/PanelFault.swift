public import PilotAssessment

/// Why a panel of a pilot can't be read or assessed.
public enum PanelFault: Equatable, Sendable {
  /// A time that is neither a whole number, a month nor a day, or of another kind than the first.
  case notATime(text: String)
  /// Neither 0 or 1 in every row, nor a time of the panel's kind.
  case notATreatment(text: String)
  /// A defect of the columns; where it is one of two rows, the other's line is given.
  case defect(PanelDefect, otherLine: Int?)
  /// One option names a column that another has already.
  case columnTwice(name: String)
}
