import HybridWork
import Simulation

/// How sure the results are: three intervals, who comes first and what that depends on, what may go
/// wrong, and which assumptions matter.
struct SureSection {
  let context: ReportContext

  var html: HTML {
    ReportContext.section(
      "keyakinan", Bilingual(id: "Seberapa yakin", en: "How sure"),
      intervals + rankings + RobustnessParts(context: context).html + screenings
        + LayoutTable(context: context, layout: .indices).html
        + LayoutTable(context: context, layout: .posterior).html)
  }

  // MARK: Intervals

  private var intervals: [HTML] {
    let tables = DecisionTables.ranked.compactMap(intervalTable)
    guard !tables.isEmpty else {
      return [
        ReportContext.paragraph(
          Bilingual(
            id: "Tidak ada rentang: tidak satu pun ukuran ini dilaporkan untuk kebijakan apa pun.",
            en: "There are no ranges: none of these measures is reported for any policy."),
          class: "absent")
      ]
    }
    return [ReportContext.paragraph(DecisionPhrase.intervalsNote.text, class: "note")] + tables
  }

  private func intervalTable(_ outcome: Outcome) -> HTML? {
    let format = outcome.differenceFormat
    let rows = context.policies.compactMap { scenario -> HTML? in
      let line = [context.id(scenario), outcome.rawValue, outcome.unit, "difference"]
      guard let mean = figure(.uncertainty, line, "mean") else { return nil }
      return row(
        context.link(scenario),
        [
          mean.html(format), span(.uncertainty, line, "range_p05", "range_p95", format),
          span(.uncertainty, line, "not_knowing_p05", "not_knowing_p95", format),
          span(.uncertainty, line, "monte_carlo_low", "monte_carlo_high", format),
          number(.uncertainty, line, "share_of_luck", .percent(decimals: 0)),
        ])
    }
    guard !rows.isEmpty else { return nil }
    let kind = Bilingual(id: "selisih dari garis dasar", en: "change from the baseline")
    guard changes(outcome) else {
      return heading(outcome.text, kind).followed(
        by: ReportContext.paragraph(
          Bilingual(
            id: "Tidak satu pun kebijakan mengubah ukuran ini di kalender mana pun.",
            en: "No policy changes this measure in any calendar.")))
    }
    return table(
      outcome.text, of: kind,
      [
        DecisionPhrase.mean.text, DecisionPhrase.oneCalendar.text, DecisionPhrase.notKnowing.text,
        DecisionPhrase.monteCarlo.text,
        Bilingual(id: "Bagian keberuntungan", en: "Share of luck"),
      ], rows)
  }

  /// Whether any policy changes an outcome in any calendar.
  private func changes(_ outcome: Outcome) -> Bool {
    context.policies.contains { scenario in
      let line = [context.id(scenario), outcome.rawValue, outcome.unit, "difference"]
      return ["range_p05", "range_p95", "mean"].contains {
        figure(.uncertainty, line, $0).map { $0.value != 0 } ?? false
      }
    }
  }

  // MARK: Ranking

  private var rankings: [HTML] {
    let parts = DecisionTables.ranked.flatMap { outcome -> [HTML] in
      let lines = context.written.lines(.rankings, of: outcome.rawValue)
      guard !lines.isEmpty else { return [] }
      let isContested = lines.contains { figure(.rankings, $0, "regret_max")?.value != 0 }
      return [rankingTable(outcome, lines)]
        + (isContested ? [lead(outcome)] : []).compactMap { $0 }
    }
    guard !parts.isEmpty else { return [] }
    return [ReportContext.paragraph(DecisionPhrase.rankingNote.text, class: "note")] + parts
  }

  private func rankingTable(_ outcome: Outcome, _ lines: [[String]]) -> HTML {
    let format = outcome.levelFormat
    let kind = Bilingual(id: "peringkat", en: "ranking")
    guard lines.contains(where: { figure(.rankings, $0, "regret_max")?.value != 0 }) else {
      return heading(outcome.text, kind).followed(
        by: ReportContext.paragraph(
          Bilingual(
            id: "Semua kebijakan dan garis dasar sama di semua dunia.",
            en: "All policies and the baseline are alike in every world.")))
    }
    let rows = lines.map { line in
      row(
        named(line[2]),
        [
          number(.rankings, line, "mean", format),
          number(.rankings, line, "probability_best", .percent(decimals: 0))
            .followed(by: " ± ")
            .followed(by: number(.rankings, line, "error_of_best", .percent(decimals: 0))),
          number(.rankings, line, "mean_rank", .number(decimals: 1)),
          number(.rankings, line, "mean_regret", format),
          number(.rankings, line, "regret_p95", format),
        ])
    }
    return table(
      outcome.text, of: kind,
      [
        DecisionPhrase.mean.text, DecisionPhrase.best.text, DecisionPhrase.meanRank.text,
        DecisionPhrase.meanRegret.text, DecisionPhrase.regret95.text,
      ], rows)
  }

  /// What the first place depends on, in one sentence.
  private func lead(_ outcome: Outcome) -> HTML? {
    let lines = context.written.lines(.leads, of: outcome.rawValue)
    guard let line = lines.first, let better = figure(.leads, line, "better"),
      let equal = figure(.leads, line, "equal")
    else { return nil }
    let (first, second) = (named(line[1]), named(line[2]))
    let sentence: Sentence
    if equal.value == 1 {
      sentence = Sentence(
        id: "{0} dan {1}: sama di semua dunia.", en: "{0} and {1}: alike in every world.",
        first, second)
    } else if better.value == 1 {
      sentence = Sentence(
        id: "{0} lebih baik daripada {1} di semua dunia; tidak ada asumsi dalam rentangnya yang "
          + "mengubah tempat pertama.",
        en: "{0} is better than {1} in every world; no assumption within its range changes the "
          + "first place.", first, second)
    } else {
      let drivers = lines.filter { !$0[3].isEmpty }.map { line in
        assumption(line[3]).followed(by: " (ρ ")
          .followed(by: number(.leads, line, "correlation", .signed(decimals: 2)))
          .followed(by: ")")
      }
      let share = better.html(.percent(decimals: 0))
      sentence =
        drivers.isEmpty
        ? Sentence(
          id: "{0} lebih baik daripada {1} di {2} dunia; tidak ada satu asumsi yang menonjol.",
          en: "{0} is better than {1} in {2} of the worlds; no single assumption stands out.",
          first, second, share)
        : Sentence(
          id: "{0} lebih baik daripada {1} di {2} dunia; keunggulannya mengikuti {3}.",
          en: "{0} is better than {1} in {2} of the worlds; its lead goes with {3}.",
          first, second, share, .joined(drivers, by: ", "))
    }
    return .element("p", [:], [sentence.html])
  }

  // MARK: Screening

  /// The assumptions that move each policy's saving, as far as the run's own worlds tell.
  private var screenings: [HTML] {
    let items = context.policies.compactMap { scenario -> HTML? in
      let found = context.written.lines(.screenings, of: context.id(scenario)).filter { line in
        guard let median = figure(.screenings, line, "median"),
          let chance = figure(.screenings, line, "chance")
        else { return false }
        return median.value > chance.value
      }.prefix(3)
      guard !found.isEmpty else { return nil }
      let names = found.map { line in
        assumption(line[2]).followed(by: " (")
          .followed(by: number(.screenings, line, "median", .number(decimals: 2)))
          .followed(by: ")")
      }
      return .element("li", [:], [context.link(scenario), ": ", .joined(names, by: ", ")])
    }
    let title = HTML.element(
      "h3", [:],
      [
        .both(Bilingual(id: "Yang menentukan: ", en: "What decides: ")),
        .both(DecisionTables.screened.text),
      ])
    guard !items.isEmpty else {
      return [
        title,
        ReportContext.paragraph(
          Bilingual(
            id: "Dunia yang dijalankan terlalu sedikit untuk membedakan pengaruh asumsi dari "
              + "kebetulan.",
            en: "Too few worlds were run to tell the influence of assumptions from chance."),
          class: "absent"),
      ]
    }
    return [
      title, .element("ul", ["class": "facts"], items),
      ReportContext.paragraph(DecisionPhrase.pawnNote.text, class: "note"),
    ]
  }
}

// MARK: Parts that its tables are made of

extension SureSection {
  private func figure(
    _ table: WrittenResults.Table, _ line: [String], _ column: String
  ) -> Figure? { context.written.figure(table, line, column) }

  private func number(
    _ table: WrittenResults.Table, _ line: [String], _ column: String, _ format: FigureFormat
  ) -> HTML { context.number(table, line, column, format) }

  private func span(
    _ table: WrittenResults.Table, _ line: [String], _ low: String, _ high: String,
    _ format: FigureFormat
  ) -> HTML {
    guard let low = figure(table, line, low), let high = figure(table, line, high) else {
      return ReportContext.undefined
    }
    return low.html(format).followed(by: " … ").followed(by: high.html(format))
  }

  private func named(_ id: String) -> HTML { context.scenarioName(id) }

  private func assumption(_ id: String) -> HTML { context.assumptionName(id) }

  private func row(_ name: HTML, _ cells: [HTML]) -> HTML { ReportContext.row(name, cells) }

  private func table(
    _ outcome: Bilingual, of kind: Bilingual, _ columns: [Bilingual], _ rows: [HTML]
  ) -> HTML {
    heading(outcome, kind).followed(
      by: ReportContext.policyTable(title(outcome, kind), columns, rows))
  }

  private func heading(_ outcome: Bilingual, _ kind: Bilingual) -> HTML {
    .element("h3", [:], [.both(title(outcome, kind))])
  }

  private func title(_ outcome: Bilingual, _ kind: Bilingual) -> Bilingual {
    Bilingual(
      id: "\(outcome.indonesian) (\(kind.indonesian))", en: "\(outcome.english) (\(kind.english))")
  }
}

extension ReportContext {
  /// A number of a table as it is read, or the mark of what is not defined.
  func number(
    _ table: WrittenResults.Table, _ line: [String], _ column: String, _ format: FigureFormat
  ) -> HTML { written.figure(table, line, column)?.html(format) ?? Self.undefined }

  /// A scenario's name by its identifier; that of a policy leads to its section.
  func scenarioName(_ id: String) -> HTML {
    guard let scenario = study.scenarios.firstIndex(where: { $0.id == id }) else {
      return .given(id)
    }
    return policies.contains(scenario) ? link(scenario) : .given(policy(scenario).title)
  }

  /// An assumption's name by its identifier.
  func assumptionName(_ id: String) -> HTML {
    AssumptionID(rawValue: id).map { .both($0.text) } ?? .given(id)
  }

  /// A table with one line a policy, sorted by its columns where scripts run.
  static func policyTable(_ title: Bilingual, _ columns: [Bilingual], _ rows: [HTML]) -> HTML {
    sortedTable(title, [Phrase.policy.text] + columns, rows)
  }

  /// A table sorted by its columns where scripts run.
  static func sortedTable(_ title: Bilingual, _ columns: [Bilingual], _ rows: [HTML]) -> HTML {
    let header = columns.map { HTML.element("th", ["scope": "col"], [.both($0)]) }
    return scrolling(
      title,
      .element(
        "table", ["data-sortable": ""],
        [
          .element("thead", [:], [.element("tr", [:], header)]), .element("tbody", [:], rows),
        ]))
  }

  /// A line of such a table.
  static func row(_ name: HTML, _ cells: [HTML]) -> HTML {
    .element(
      "tr", [:],
      [.element("th", ["scope": "row"], [name])]
        + cells.map { .element("td", ["class": "num"], [$0]) })
  }
}
