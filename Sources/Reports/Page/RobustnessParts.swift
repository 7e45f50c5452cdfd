import HybridWork
import Simulation

/// How policies stand when no world is trusted: limits kept, worst worlds, and where each fails.
struct RobustnessParts {
  let context: ReportContext

  var html: [HTML] {
    let title = HTML.element(
      "h3", [:], [.both(Bilingual(id: "Bila keadaan memburuk", en: "When things go badly"))])
    guard !context.study.reporting.thresholds.isEmpty else {
      return [
        title,
        ReportContext.paragraph(
          Bilingual(
            id: "Studi ini tidak menetapkan ambang (kunci thresholds), maka tidak ada kebijakan "
              + "yang dapat disebut gagal.",
            en: "This study sets no thresholds (key thresholds), so no policy can be said to fail."),
          class: "absent"),
      ]
    }
    let items = context.policies.compactMap(failure)
    return [title] + DecisionTables.feared.compactMap(table) + [
      ReportContext.paragraph(DecisionPhrase.robustNote.text, class: "note"),
      .element("ul", ["class": "facts"], items),
      ReportContext.paragraph(DecisionPhrase.discoveryNote.text, class: "note"),
    ]
  }

  private func table(_ outcome: Outcome) -> HTML? {
    let format = outcome.levelFormat
    let rows = context.study.scenarios.indices.compactMap { scenario -> HTML? in
      let line = [context.id(scenario), outcome.rawValue]
      guard context.written.figure(.robustness, line, "mean") != nil else { return nil }
      func number(_ column: String, _ format: FigureFormat) -> HTML {
        context.number(.robustness, line, column, format)
      }
      return ReportContext.row(
        context.scenarioName(context.id(scenario)),
        [
          number("safe_share", .percent(decimals: 0)), number("watch_share", .percent(decimals: 0)),
          number("worst", format), number("bad_tenth", format), number("regret_max", format),
        ])
    }
    guard !rows.isEmpty else { return nil }
    let ofOutcome = [DecisionPhrase.worstWorld, .badTenth, .mostRegret].map { column in
      Bilingual(
        id: "\(outcome.text.indonesian): \(column.text.indonesian)",
        en: "\(outcome.text.english): \(column.text.english)")
    }
    return ReportContext.policyTable(
      outcome.text,
      [DecisionPhrase.safeShare.text, DecisionPhrase.watchShare.text] + ofOutcome, rows)
  }

  /// Where a policy fails by the limits that it does not break everywhere, in one sentence.
  private func failure(_ scenario: Int) -> HTML? {
    let lines = context.written.lines(.failures, of: context.id(scenario))
    guard let line = lines.first,
      let failures = context.written.figure(.failures, line, "failures")
    else { return nil }
    let always = breaksAlways(scenario, failures)
    let name =
      always.map { context.link(scenario).followed(by: ": ").followed(by: $0) }
      ?? context.link(scenario)
    if failures.value == 0 {
      return item(
        always == nil
          ? Sentence(
            id: "{0}: tidak gagal di dunia mana pun.", en: "{0}: fails in no world.", name)
          : Sentence(
            id: "{0}; batas lain tidak dilanggar di dunia mana pun.",
            en: "{0}; breaks no other limit in any world.", name))
    }
    let share = failures.html(.percent(decimals: 0))
    // Beside a limit that is broken everywhere, only the others are spoken of.
    let subject =
      always == nil
      ? Bilingual(id: "{0}: gagal di {1} dunia", en: "{0}: fails in {1} of the worlds")
      : Bilingual(
        id: "{0}; batas lain dilanggar di {1} dunia",
        en: "{0}; breaks other limits in {1} of the worlds")
    let limits = lines.filter { !$0[1].isEmpty }.flatMap(limits)
    guard !limits.isEmpty else {
      return item(
        Sentence(
          id: subject.indonesian + ", tetapi tidak ada asumsi yang menjelaskannya.",
          en: subject.english + ", but no assumption tells which.", name, share))
    }
    let (coverage, density) = (
      context.number(.failures, line, "coverage", .percent(decimals: 0)),
      context.number(.failures, line, "density", .percent(decimals: 0))
    )
    return item(
      Sentence(
        id: subject.indonesian + ", terutama bila {2} (cakupan {3}, kepadatan {4}).",
        en: subject.english + ", mostly when {2} (coverage {3}, density {4}).",
        name, share,
        .joined(
          limits, by: HTML(" ").followed(by: .both(DecisionPhrase.andWhen.text)).followed(by: " ")),
        coverage, density))
  }

  /// Says that a limit is broken in every world; nil if none is.
  ///
  /// Worlds that fail are those that break a limit which others keep: where none keeps all limits and
  /// yet not all fail, some limit is broken in every one.
  private func breaksAlways(_ scenario: Int, _ failures: Figure) -> HTML? {
    let safe = DecisionTables.feared.lazy.compactMap { outcome in
      context.written.figure(
        .robustness, [context.id(scenario), outcome.rawValue], "safe_share")
    }.first
    guard let safe, safe.value == 0, failures.value < 1 else { return nil }
    return .both(
      Bilingual(
        id: "melanggar sedikitnya satu batas aman di semua dunia",
        en: "breaks at least one safe limit in every world"))
  }

  private func limits(_ line: [String]) -> [HTML] {
    [("at_least", DecisionPhrase.above), ("at_most", DecisionPhrase.below)]
      .compactMap { column, word in
        context.written.figure(.failures, line, column).map { limit in
          context.assumptionName(line[1]).followed(by: " ").followed(by: .both(word.text))
            .followed(by: " ").followed(by: limit.html(.plain))
        }
      }
  }

  private func item(_ sentence: Sentence) -> HTML { .element("li", [:], [sentence.html]) }
}
