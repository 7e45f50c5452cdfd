public import HybridWork
import Populations

/// The questionnaire for staff, to be printed or typed into a form, and the header of its answers.
public struct Questionnaire: Sendable {
  private let units: [String]

  /// A questionnaire for the staff of some units.
  public init(units: [WorkUnit]) { self.units = units.map(\.name) }

  /// The questionnaire in one language, as Markdown.
  public func markdown(_ language: Language) -> String {
    var lines = ["# \(language[survey: .title])", "", language[survey: .introduction], ""]
    for (index, question) in SurveyQuestion.allCases.enumerated() {
      lines.append("\(index + 1). **\(question.text[language])** (`\(question.rawValue)`)")
      lines.append("")
      lines += choices(question, language).map { "   - [ ] \($0.markdownEscaped)" }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  /// The first line of a file of answers, with the codes that are accepted as a second table.
  public var answersHeader: String {
    CSVText(header: SurveyQuestion.allCases.map(\.rawValue)).text
  }

  /// Every question with what may be answered, one row an answer.
  public var codes: String {
    var csv = CSVText(header: [
      "question", "text_id", "text_en", "answer", "answer_id", "answer_en",
    ])
    for question in SurveyQuestion.allCases {
      for answer in answers(question) {
        csv.add([
          question.rawValue, question.text.indonesian, question.text.english, answer.code,
          answer.text.indonesian, answer.text.english,
        ])
      }
    }
    return csv.text
  }

  private func answers(_ question: SurveyQuestion) -> [(code: String, text: Bilingual)] {
    switch question.kind {
    case .unit: units.map { ($0, Bilingual(id: $0, en: $0)) }
    case .choice(let names): names.map { ($0, question.text(ofChoice: $0)) }
    case .flag:
      [("ya", Bilingual(id: "ya", en: "yes")), ("tidak", Bilingual(id: "tidak", en: "no"))]
    case .number(let range):
      [
        (
          "\(Int(range.lowerBound))…\(Int(range.upperBound))",
          Bilingual(id: "angka", en: "a number")
        )
      ]
    }
  }

  private func choices(_ question: SurveyQuestion, _ language: Language) -> [String] {
    if case .number = question.kind { return ["________"] }
    return answers(question).map { $0.text[language] }
  }
}
