/// Why answers to a questionnaire are refused.
public enum SurveyFault: Equatable, Sendable {
  /// A value that is none of those offered; it is not shown, since it may tell who answered.
  case notOffered(allowed: [String])
  /// Two headers of the file that mean the same question.
  case questionTwice(question: String, headers: [String])
  /// A mapping that is not `question=header`, or names no question.
  case notAMapping(text: String, allowed: [String])
  /// Faulty rows beyond those shown.
  case furtherRows(count: Int)
}
