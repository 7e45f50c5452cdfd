import HybridWork
import Simulation

/// The scenario table, to be sorted and filtered.
struct ScenarioSection {
  let context: ReportContext

  var html: HTML {
    ReportContext.section(
      "tabel", Bilingual(id: "Tabel skenario", en: "Scenario table"),
      [
        filters,
        .element(
          "table", ["class": "cards-when-narrow", "data-sortable": ""],
          [
            .element(
              "caption", ["class": "vh"],
              [.both(Bilingual(id: "Satu baris satu kebijakan", en: "One row a policy"))]),
            .element("thead", [:], [.element("tr", [:], Self.columns.map(header))]),
            .element("tbody", [:], context.study.scenarios.indices.map(row)),
          ]),
        .element(
          "p", ["class": "status", "aria-live": "polite", "id": "shown"], []),
        notes,
      ])
  }

  private static let columns: [Phrase] = [
    .policy, .legalStatus, .staffEligible, .worstServiceHour, .p90Wait, .cashableSaving,
    .outputChange, .accessRatio, .verdict,
  ]

  private func header(_ phrase: Phrase) -> HTML {
    .element("th", ["scope": "col"], [.both(phrase.text)])
  }

  private var filters: HTML {
    func choice(_ value: String, _ text: Bilingual) -> HTML {
      .element(
        "label", [:],
        [
          .void("input", ["type": "checkbox", "data-verdict": value, "checked": ""]), " ",
          .both(text),
        ])
    }
    return .element(
      "form", ["class": "filters", "data-js": "", "data-filters": "tabel"],
      [
        .element(
          "label", [:],
          [
            .both(Bilingual(id: "Cari kebijakan", en: "Find a policy")), " ",
            .void("input", ["type": "search", "data-words": ""]),
          ]),
        choice("safe", Phrase.verdictSafe.text), choice("watch", Phrase.verdictWatch.text),
        choice("refuse", Phrase.verdictRefuse.text),
        .element(
          "label", [:],
          [
            .void("input", ["type": "checkbox", "data-lawful": ""]), " ",
            .both(Bilingual(id: "hanya yang sesuai ketentuan", en: "only within the rules")),
          ]),
      ])
  }

  private func row(_ scenario: Int) -> HTML {
    let verdict = context.result.verdict(scenario: scenario).map { "\($0)" } ?? ""
    let isLawful = context.result.legalStatus(scenario: scenario).conforms
    let cells: [HTML] = [
      LegalWords(context: context, scenario: scenario).short, eligible(scenario),
      WorstPlace(results: context.tables, scenario: scenario).comparedHTML,
      context.scenarioRange(scenario, "p90_wait_minutes_").map {
        $0.html(.number(decimals: 0))
          .followed(by: " ").followed(by: .both(Bilingual(id: "menit", en: "minutes")))
      } ?? ReportContext.undefined, saving(scenario), output(scenario),
      context.scenarioFigure(scenario, "access_ratio_min")?.html(.number(decimals: 2))
        ?? ReportContext.undefined,
      context.verdict(scenario),
    ]
    return .element(
      "tr", ["data-verdict": verdict, "data-lawful": isLawful ? "true" : "false"],
      [.element("th", ["scope": "row"], [context.link(scenario)])]
        + zip(Self.columns.dropFirst(), cells).map { phrase, cell in
          .element(
            "td", [:],
            [.element("span", ["class": "label"], [.both(phrase.text)]), cell])
        })
  }

  private func eligible(_ scenario: Int) -> HTML {
    guard context.policy(scenario).levers.schedule.offersFlexibleDays,
      let share = context.scenarioFigure(scenario, "eligible_share"),
      let lower = context.scenarioFigure(scenario, "eligible_share_lower"),
      let upper = context.scenarioFigure(scenario, "eligible_share_upper")
    else { return .both { HTML($0[.noneEligible]) } }
    return FigureRange(mean: share, low: lower, high: upper).html(.percent(decimals: 1))
  }

  private func saving(_ scenario: Int) -> HTML {
    guard scenario > 0, let saving = context.scenarioRange(scenario, "cashable_saving_rupiah_")
    else { return ReportContext.undefined }
    return saving.html(.rupiah)
  }

  private func output(_ scenario: Int) -> HTML {
    guard scenario > 0, let change = context.scenarioRange(scenario, "output_change_") else {
      return ReportContext.undefined
    }
    let html = change.html(.change(decimals: 1))
    guard let beyond = context.scenarioFigure(scenario, "output_extrapolated_share"),
      beyond.value > 0
    else { return html }
    return html.followed(
      by: .element(
        "span", ["class": "warn"],
        [
          beyond.html(.percent(decimals: 0)), " ", .both { HTML($0[.extrapolated]) },
        ]))
  }

  private var notes: HTML {
    let notes: [Phrase] = [.rangeNote, .comparedNote, .waitNote]
    return .element(
      "ul", ["class": "notes"],
      [
        .element(
          "li", [:],
          [
            .both(
              Bilingual(
                id: "Kurung siku pada pegawai memenuhi syarat: bila semua yang belum dapat dinilai "
                  + "tidak lolos, dan bila semuanya lolos.",
                en: "Brackets at staff eligible: if everyone not assessable yet failed, and if all "
                  + "passed."))
          ])
      ] + notes.map { note in .element("li", [:], [.both(note.text)]) })
  }
}

/// Whether a scenario keeps to the law, in words.
struct LegalWords {
  let context: ReportContext
  let scenario: Int

  private var status: LegalStatus { context.result.legalStatus(scenario: scenario) }

  /// One word, and the articles that it goes beyond.
  var short: HTML {
    let status = status
    guard !status.conforms else { return .both(Self.conforming(status).text) }
    var articles: [String] = []
    for finding in status.findings where !articles.contains(finding.norm.article) {
      articles.append(finding.norm.article)
    }
    return HTML.element("span", ["class": "warn"], [.both { HTML($0[.exceeds]) }])
      .followed(
        by: .element("span", ["class": "range"], [.given(articles.joined(separator: "; "))]))
  }

  /// The status at its date with every norm that is gone beyond.
  var long: [HTML] {
    let status = status
    let date = HTML.given(status.date.text)
    guard !status.conforms else {
      let circumstances = status.specialCircumstances.map { act in
        HTML(" (").followed(by: .given(act)).followed(by: ")")
      }
      return [
        HTML.both(Self.conforming(status).text).followed(by: circumstances ?? .nothing)
          .followed(by: .both(Bilingual(id: ", per ", en: ", as of "))).followed(by: date)
          .followed(by: ".")
      ]
    }
    return status.findings.map { finding in
      Sentence(
        id: "Melampaui ketentuan per {0}: {1} [{2}].", en: "Beyond the rules as of {0}: {1} [{2}].",
        date, .given(finding.norm.text), .given(finding.norm.article)
      ).html
    }
  }

  private static func conforming(_ status: LegalStatus) -> Phrase {
    guard status.specialCircumstances == nil else { return .conformsSpecially }
    return status.normsInForce.isEmpty ? .noNorm : .conforms
  }
}
