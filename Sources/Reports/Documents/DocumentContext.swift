import HybridWork
import Simulation

/// What every document reads: one run's study and tables, and the policy that it is about.
struct DocumentContext {
  let results: WrittenStudy
  let run: ReportRun
  let shortlist: Shortlist
  /// The policy proposed or discussed; nil when none leads and none was asked for.
  let subject: Int?
  let isStaffSynthetic: Bool

  var study: Study { results.study }
  var language: Language { run.language }
  var numbers: NumberText { NumberText(language: language) }

  func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  /// A sentence in which `{0}`, `{1}` … stand for the parts.
  func say(_ indonesian: String, _ english: String, _ parts: HTML...) -> HTML {
    Sentence(id: indonesian, en: english, parts: parts).html(language)
  }

  /// A number of a table, which a reader of the markup finds again by its place.
  func show(_ figure: Figure, _ format: FigureFormat) -> HTML {
    .element(
      "data", ["value": figure.text, "data-at": figure.place],
      [HTML(format.text(figure.value, numbers))])
  }

  /// A mean with its 90% range in words; the mean alone when the range is a point as shown.
  func show(_ range: FigureRange, _ format: FigureFormat) -> HTML {
    let texts = [range.mean, range.low, range.high].map { format.text($0.value, numbers) }
    guard texts[0] != texts[1] || texts[0] != texts[2] else { return show(range.mean, format) }
    return say(
      "{0} (rentang 90%: {1} sampai {2})", "{0} (90% range: {1} to {2})",
      show(range.mean, format), show(range.low, format), show(range.high, format))
  }

  /// Words that the study's files gave.
  func given(_ text: Bilingual) -> HTML { .given(text[language]) }

  /// A number that the study's files gave.
  func given(_ count: Int) -> HTML { .given(numbers.number(Double(count), decimals: 0)) }

  func title(_ scenario: Int) -> HTML { given(results.policy(scenario).title) }

  func paragraph(_ content: HTML...) -> HTML { .element("p", [:], content) }

  func heading(_ indonesian: String, _ english: String) -> HTML {
    .element("h2", [:], [HTML(choose(indonesian, english))])
  }

  func list(_ items: [HTML]) -> HTML {
    .element("ul", [:], items.map { .element("li", [:], [.element("p", [:], [$0])]) })
  }

  /// A table with a head of constant words, none if it is empty, over the width of the page.
  func table(_ header: [HTML], _ rows: [[HTML]], widths: [Int]) -> HTML {
    func row(_ cells: [HTML], head: Bool) -> HTML {
      .element("tr", [:], cells.map { .element(head ? "th" : "td", [:], [$0]) })
    }
    return .element(
      "table", [:],
      [
        .element(
          "colgroup", [:], widths.map { .void("col", ["style": "width: \($0)%"]) }),
        header.isEmpty ? .nothing : .element("thead", [:], [row(header, head: true)]),
        .element("tbody", [:], rows.map { row($0, head: false) }),
      ])
  }

  /// What stands above and below every document: what it is, its classification and its run.
  var stamp: HTML {
    .element(
      "div", ["custom-style": "Stamp"],
      [
        .element(
          "p", [:],
          [
            .element("strong", [:], [HTML(language[.simulationOnly])]), " ",
            given(study.header.classificationLine), " ",
            HTML("\(language[.runID]): "), .given(run.id),
          ])
      ])
  }
}
