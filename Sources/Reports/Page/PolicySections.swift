import HybridWork
import Simulation

/// A section for each policy: rules in words, law, thresholds, take-up, outcomes and ledger.
struct PolicySections {
  let context: ReportContext

  var html: HTML {
    ReportContext.section(
      "opsi", Bilingual(id: "Tiap kebijakan", en: "Each policy"),
      [
        ReportContext.paragraph(
          Bilingual(
            id: "Buka kebijakan untuk melihat isinya; yang tertutup tidak ikut tercetak.",
            en: "Open a policy to see it; those left closed are not printed."), class: "note")
      ] + context.study.scenarios.indices.map(details))
  }

  private func details(_ scenario: Int) -> HTML {
    let policy = context.policy(scenario)
    return .element(
      "details", ["class": "policy", "id": "opsi-\(scenario)"],
      [
        .element(
          "summary", [:], [.given(policy.title), " ", context.verdict(scenario)]),
        .element("p", ["class": "note"], [source(policy)]),
        heading(Bilingual(id: "Isi kebijakan", en: "What it says")), words(policy),
        heading(Phrase.legalStatus.text),
        list(LegalWords(context: context, scenario: scenario).long),
        heading(Bilingual(id: "Persyaratan pegawai", en: "Eligibility")), rules(scenario),
        heading(
          Bilingual(
            id: "Dari memenuhi syarat sampai bekerja fleksibel", en: "From eligible to working away"
          )),
        takeUp(scenario),
        heading(
          Bilingual(id: "Penilaian menurut ambang studi", en: "Verdict by the study's thresholds")),
        thresholds(scenario), heading(Bilingual(id: "Semua hasil", en: "All outcomes")),
        outcomes(scenario), heading(Bilingual(id: "Arus uang", en: "Money flows")),
        ledger(scenario),
      ] + units(scenario))
  }

  /// What happens in each unit; nothing for the baseline, which is compared with itself.
  private func units(_ scenario: Int) -> [HTML] {
    guard scenario > 0 else { return [] }
    return [
      heading(Bilingual(id: "Tiap unit", en: "Each unit")),
      PolicyUnits(context: context, scenario: scenario).html,
    ]
  }

  private func heading(_ text: Bilingual) -> HTML { .element("h3", [:], [.both(text)]) }

  private func list(_ items: [HTML]) -> HTML {
    .element("ul", [:], items.map { .element("li", [:], [$0]) })
  }

  private func absent(_ text: Bilingual) -> HTML { ReportContext.paragraph(text, class: "absent") }

  private func source(_ policy: Policy) -> HTML {
    let period = policy.inForce.text
    let until = policy.until?.text
    func line(_ language: Language) -> String {
      "\(policy.institution) · \(policy.reference) · \(period[language])"
        + (until.map { " – \($0[language])" } ?? "")
    }
    return .given(Bilingual(id: line(.indonesian), en: line(.english)))
  }

  private func words(_ policy: Policy) -> HTML {
    list(
      PolicyWords(policy: policy, services: context.study.services).sentences.map { .given($0) })
  }

  private func table(_ header: [HTML], _ rows: [[HTML]], _ label: Bilingual) -> HTML {
    ReportContext.scrolling(
      label,
      .element(
        "table", [:],
        [
          .element(
            "thead", [:],
            [.element("tr", [:], header.map { .element("th", ["scope": "col"], [$0]) })]),
          .element(
            "tbody", [:],
            rows.map { row in
              .element(
                "tr", [:],
                [.element("th", ["scope": "row"], [row[0]])]
                  + row.dropFirst().map { .element("td", ["class": "num"], [$0]) })
            }),
        ]))
  }

  /// A count, or a mark where the file suppresses it.
  private func count(_ line: [String], _ column: String) -> HTML {
    context.written.figure(.eligibility, line, column)?.html(.number(decimals: 0))
      ?? .element("span", ["class": "none"], ["…"])
  }

  private func rules(_ scenario: Int) -> HTML {
    let decisions = context.result.decisions[scenario]
    guard !decisions.rules.isEmpty else {
      return absent(Bilingual(id: "Tidak ada syarat.", en: "There are no rules."))
    }
    let rows = decisions.rules.indices.map { place -> [HTML] in
      let rule = decisions.rules[place]
      let line = [context.id(scenario), rule.id]
      let name = HTML.given(rule.text)
        .followed(by: .element("span", ["class": "range"], [.given(rule.reference)]))
      guard decisions.isInForce[place] else {
        return [name] + Array(repeating: .both { HTML($0[.notInForce]) }, count: 4)
      }
      return [name]
        + ["passed", "failed", "unassessed", "failed_only_this"].map { count(line, $0) }
    }
    let all = [context.id(scenario), "all-rules"]
    let total: [HTML] = [
      .both(Bilingual(id: "Semua syarat", en: "All rules")), count(all, "passed"),
      count(all, "failed"), ReportContext.undefined, ReportContext.undefined,
    ]
    return table(
      [Phrase.rule, .passed, .failed, .notAssessable, .onlyThisRule].map { .both($0.text) },
      rows + [total], Bilingual(id: "Persyaratan", en: "Eligibility rules"))
  }

  private func takeUp(_ scenario: Int) -> HTML {
    guard context.policy(scenario).levers.schedule.offersFlexibleDays else {
      return absent(Phrase.noFlexibleDays.text)
    }
    let lines = context.written.lines(.takeUp, of: context.id(scenario)).filter { $0[1] == "all" }
    let rows = lines.map { line -> [HTML] in
      let people = context.written.range(.takeUp, line, "people_")
      let share = context.written.figure(.takeUp, line, "share_of_step_before")
      return [
        .both(Self.steps[line[2]] ?? Bilingual(id: line[2], en: line[2])),
        people?.html(.number(decimals: 0)) ?? .element("span", ["class": "none"], ["…"]),
        share?.html(.percent(decimals: 1)) ?? ReportContext.undefined,
      ]
    }
    return table(
      [
        .both(Bilingual(id: "Langkah", en: "Step")), .both(Phrase.people.text),
        .both(Bilingual(id: "dari langkah sebelumnya", en: "of the step before")),
      ], rows, Bilingual(id: "Langkah pengambilan", en: "Steps of take-up"))
  }

  static let steps: [String: Bilingual] = [
    "eligible": Bilingual(id: "memenuhi syarat", en: "eligible"),
    "applies": Bilingual(id: "mengajukan", en: "applies"),
    "approved": Bilingual(id: "disetujui", en: "approved"),
    "admitted": Bilingual(id: "mendapat tempat", en: "admitted"),
    "uses": Bilingual(id: "memakai hari fleksibel", en: "uses flexible days"),
    "complies": Bilingual(id: "mematuhi perintah", en: "complies"),
  ]

  private func thresholds(_ scenario: Int) -> HTML {
    guard scenario > 0 else {
      return absent(
        Bilingual(id: "Ini kondisi pembanding.", en: "This is the baseline."))
    }
    let readings = context.result.readings(scenario: scenario)
    guard !readings.isEmpty else {
      return absent(Bilingual(id: "Studi ini tidak menetapkan ambang.", en: "The study sets none."))
    }
    let rows = readings.map { reading -> [HTML] in
      let threshold = reading.threshold
      let isLevel = threshold.comparison == .level
      let format = isLevel ? threshold.outcome.levelFormat : threshold.outcome.differenceFormat
      let range =
        isLevel
        ? context.level(threshold.outcome, scenario)
        : context.difference(threshold.outcome, scenario)
      func line(_ value: Double) -> HTML {
        .element(
          "span", ["data-given": ""],
          [.both { HTML(format.text(value, NumberText(language: $0))) }])
      }
      return [
        .both(threshold.outcome.text), range?.html(format) ?? ReportContext.undefined,
        line(threshold.safe), line(threshold.watch), ReportContext.badge(reading.verdict),
      ]
    }
    return table(
      [
        .both(Phrase.outcome.text), .both(Bilingual(id: "Dinilai", en: "Judged")),
        .both(
          Bilingual(
            id: "Aman bila ujung buruk rentang", en: "Safe if the bad end of the range keeps")),
        .both(Bilingual(id: "Tidak bila rata-rata melewati", en: "No if the mean breaks")),
        .both(Phrase.verdict.text),
      ], rows, Bilingual(id: "Ambang", en: "Thresholds"))
  }

  private func outcomes(_ scenario: Int) -> HTML {
    let rows = Outcome.allCases.compactMap { outcome -> [HTML]? in
      guard let level = context.level(outcome, scenario) else { return nil }
      let line = [context.id(scenario), "all", outcome.rawValue]
      return [
        .both(outcome.text), level.html(outcome.levelFormat),
        scenario == 0
          ? ReportContext.undefined
          : context.difference(outcome, scenario)?.html(outcome.differenceFormat)
            ?? ReportContext.undefined,
        scenario == 0 ? ReportContext.undefined : better(line),
      ]
    }
    return table(
      [
        .both(Phrase.outcome.text), .both(Bilingual(id: "Tingkat", en: "Level")),
        .both(Bilingual(id: "Selisih dari pembanding", en: "Difference from the baseline")),
        .both(Bilingual(id: "Lebih baik di", en: "Better in")),
      ], rows, Bilingual(id: "Semua hasil", en: "All outcomes"))
  }

  /// In how many calendars the scenario is better, or that it is the same in all.
  private func better(_ line: [String]) -> HTML {
    if context.written.figure(.outcomes, line, "probability_equal")?.value == 1 {
      return .both(Bilingual(id: "selalu sama", en: "always the same"))
    }
    return context.written.figure(.outcomes, line, "probability_better")?
      .html(.percent(decimals: 0)) ?? ReportContext.undefined
  }

  private func ledger(_ scenario: Int) -> HTML {
    let lines = context.written.lines(.ledger, of: context.id(scenario)).filter { line in
      ["mean", "p05", "p95"].contains {
        (context.written.figure(.ledger, line, $0)?.value ?? 0) != 0
      }
    }
    guard !lines.isEmpty else {
      return absent(
        Bilingual(
          id: "Tidak ada arus uang yang berubah.", en: "No money flow changes."))
    }
    let rows = lines.map { line -> [HTML] in
      let item = LedgerItem(rawValue: line[1])
      let quantity = context.written.figure(.ledger, line, "quantity")
      let price = context.written.figure(.ledger, line, "price_rupiah")
      return [
        item.map { .both($0.text) } ?? HTML(line[1]),
        item.map { .both($0.payer.text) } ?? .nothing,
        quantity.map { figure in
          figure.html(.number(decimals: 0)).followed(by: " ")
            .followed(by: item.map { .both($0.quantityText) } ?? .nothing)
        } ?? ReportContext.undefined,
        price?.html(.rupiah) ?? ReportContext.undefined,
        context.written.range(.ledger, line)?.html(.rupiah) ?? ReportContext.undefined,
      ]
    }
    return table(
      [
        .both(Bilingual(id: "Arus", en: "Flow")), .both(Bilingual(id: "Pembayar", en: "Payer")),
        .both(Bilingual(id: "Jumlah", en: "Quantity")),
        .both(Bilingual(id: "Harga satuan rata-rata", en: "Mean unit price")),
        .both(Bilingual(id: "Dihemat pembayar", en: "Saved by the payer")),
      ], rows, Bilingual(id: "Arus uang", en: "Money flows")
    ).followed(
      by: ReportContext.paragraph(
        Bilingual(
          id: "Dibanding kalender yang semua pegawainya di kantor dan semua rapatnya tatap muka.",
          en: "Against a calendar with everyone in the office and every meeting in person."),
        class: "note"))
  }
}
