/// Why answers can't be weighted to a register.
public enum SurveyError: Error, Equatable, Sendable {
  /// More people of the unit answered than it has.
  case moreAnswersThanStaff(unit: String, answers: Int, staff: Int)
  /// A question that the register has no column for, or not for everyone.
  case notInRegister(SurveyQuestion)
  /// A question on which weights are made, not answered in some rows.
  case weightingAnswerMissing(SurveyQuestion, rows: Int)
  /// Staff of this kind whom no answer stands for.
  case nobodyAnswered(SurveyQuestion, level: String, staff: Int)
  /// The margins don't come together within the rounds allowed.
  case doesNotConverge(rounds: Int)
  /// No unit has the two answers that an interval needs.
  case tooFewAnswers
}
