/// Answers of staff to a questionnaire: one row a person, who is not named.
public struct SurveyAnswers: Equatable, Sendable {
  /// By row: the place of the person's unit in the register.
  public let unit: [Int]
  /// The answers to the other questions, by row; NaN where there is none.
  ///
  /// A flag is 1 or 0, a choice is the place of its value among those of the question.
  public let values: [SurveyQuestion: [Double]]

  /// Gathers answers; every column has one entry a row.
  public init(unit: [Int], values: [SurveyQuestion: [Double]]) {
    precondition(values.values.allSatisfy { $0.count == unit.count }, "answers of unequal length")
    self.unit = unit
    self.values = values
  }

  /// The number of people who answered.
  public var count: Int { unit.count }

  /// The answers to a question; none known when it was not asked.
  public func values(_ question: SurveyQuestion) -> [Double] {
    values[question] ?? Array(repeating: .nan, count: count)
  }
}
