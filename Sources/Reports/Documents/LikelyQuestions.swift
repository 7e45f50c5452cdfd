import HybridWork
import Simulation

/// What a council or the press is likely to ask, each with an answer and where it stands.
///
/// A question without numbers to answer it is left out, never answered in general words.
struct LikelyQuestions {
  let context: DocumentContext

  /// A question with its answer and the tables that the answer stands in.
  private struct Answer {
    let question: String
    let sentences: [HTML]
    let sources: [String]
  }

  var paper: OfficeDocuments.Paper {
    context.paper(
      "tanya-jawab", "Pertanyaan yang mungkin diajukan, dengan jawaban dan sumbernya",
      "Likely questions, with answers and sources", content)
  }

  private var content: [HTML] {
    guard let subject = context.subject else {
      return [context.paragraph(context.passing)]
    }
    let answers = answers(subject).filter { !$0.sentences.isEmpty }
    return [context.paragraph(.element("strong", [:], [context.title(subject)]))]
      + answers.flatMap { answer in
        [
          HTML.element("h3", [:], [HTML(answer.question)]),
          context.paragraph(.joined(answer.sentences, by: " ")),
          .element(
            "p", [:],
            [
              .element(
                "em", [:],
                [
                  HTML(context.choose("Sumber: ", "Source: ")),
                  .given(answer.sources.joined(separator: "; ")),
                ])
            ]),
        ]
      }
  }

  /// Where the policy's line of a table is found.
  private func place(_ table: WrittenResults.Table, _ subject: Int, _ lines: String...) -> String {
    let line = context.choose("baris", "line")
    return ([table.rawValue, "\(line) \(context.results.id(subject))"] + lines)
      .joined(separator: ", ")
  }

  private func answers(_ subject: Int) -> [Answer] {
    let findings = PolicyFindings(context: context, scenario: subject)
    let table = place(.scenarios, subject)
    func outcome(_ outcome: Outcome) -> String { place(.outcomes, subject, outcome.rawValue) }
    func answer(
      _ indonesian: String, _ english: String, _ sentences: [HTML?], _ sources: String...
    ) -> Answer {
      Answer(
        question: context.choose(indonesian, english), sentences: sentences.compactMap { $0 },
        sources: sources)
    }
    return [
      answer(
        "Berapa yang benar-benar dihemat?", "What is really saved?",
        [findings.saving, findings.meetings, findings.meals, findings.sureness], table,
        place(.parties, subject), outcome(.budgetNetRupiah)),
      answer(
        "Siapa yang diuntungkan?", "Who gains?", [findings.staffGain],
        place(.parties, subject, "net_staff")),
      answer(
        "Apakah pelayanan terganggu?", "Do services suffer?",
        [findings.coverage, findings.wait, findings.lost], table, outcome(.p90WaitMinutes),
        outcome(.lostCitizens)),
      answer(
        "Apakah pegawai tetap bekerja?", "Do staff still work?",
        [findings.work, findings.extrapolation], table),
      answer(
        "Siapa yang boleh, dan berapa yang memakainya?", "Who may, and how many will?",
        [findings.who, findings.unassessed, findings.takers], table, place(.takeUp, subject)),
      answer("Apakah adil?", "Is it fair?", [findings.access], table),
      answer(
        "Apakah sesuai ketentuan?", "Is it within the rules?", [findings.law],
        place(.scenarios, subject, "legal_status, articles")),
      answer(
        "Mengapa bukan kebijakan yang lebih hemat?", "Why not a policy that saves more?",
        [context.larger], WrittenResults.Table.scenarios.rawValue),
      answer(
        "Berapa BBM dan emisi berkurang?", "How much petrol and carbon?", [findings.fuel],
        outcome(.fuelLitres), outcome(.carbonKilograms)),
      answer(
        "Seberapa dapat dipercaya?", "How far can this be trusted?",
        [context.syntheticStaff, context.assumptions], WrittenResults.Table.assumptions.rawValue),
    ]
  }
}
