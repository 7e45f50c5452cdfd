import HybridWork
import Simulation

/// The sheets of a run's workbook, in the order of their tabs.
struct WorkbookSheets {
  let context: ReportContext
  /// What every sheet says of itself: simulation, and which run.
  let stamp: String

  var language: Language { context.run.language }

  /// Every sheet: the scenario table, the list of sheets, and then subject by subject.
  ///
  /// What was not written has no sheet, and a line in the list that says why.
  var all: [SheetTable] {
    let results = [ranges.from(.scenarios), outcomes.from(.outcomes)]
    let money = [parties.from(.parties), ledger.from(.ledger)] + sheets(Self.money)
    let services = [coverage.from(.coverage)] + sheets(Self.services)
    let staff =
      [eligibility.from(.eligibility), takeUp.from(.takeUp)] + sheets(Self.staff)
      + [fairness.from(.outcomes)]
    let further =
      results + money + services + staff + sheets(Self.certainty) + [shadow].compactMap(\.self)
      + [policies, assumptions.from(.assumptions), provenance]
    let first = scenarios.from(.scenarios)
    return [first, contents([first] + further)] + further
  }

  func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  func title(_ scenario: Int) -> String { context.policy(scenario).title[language] }

  /// The name of a policy by its identifier.
  func title(of id: String) -> String {
    context.study.scenarios.first { $0.id == id }?.title[language] ?? id
  }

  private func notes(_ further: String...) -> [String] { [stamp] + further }

  private func figures(
    _ figure: (String) -> Figure?, _ columns: [String], _ style: SheetStyle
  ) -> [SheetCell] {
    columns.map { SheetCell(figure($0), style) }
  }

  private var rangeNames: [String] {
    [choose("Rata-rata", "Mean"), choose("P5", "P5"), choose("P95", "P95")]
  }

  /// What a leader reads: the columns of the scenario table, on one page.
  private var scenarios: SheetTable {
    let saving = language[.cashableSaving]
    var table = SheetTable(
      name: choose("Tabel skenario", "Scenario table"), rangeName: "luwes_scenarios",
      title: context.study.header.title[language],
      notes: notes(
        context.study.header.description[language], language[.rangeNote],
        language[.comparedNote]),
      header: [
        language[.policy], language[.verdict], language[.legalStatus], language[.staffEligible],
        language[.worstServiceHour], Outcome.coverage.text[language],
        Outcome.p90WaitMinutes.text[language], saving, "\(saving): P5", "\(saving): P95",
        language[.outputChange], "\(language[.outputChange]): P5",
        "\(language[.outputChange]): P95", language[.accessRatio],
      ], rows: context.study.scenarios.indices.map(scenarioRow), widest: 30)
    table.verdictColumn = 1
    table.chart = SheetChart(
      sheetName: choose("Grafik penghematan", "Chart of savings"), title: saving, names: 0, low: 8,
      mean: 7, high: 9, skipped: 1,
      labels: ("P5", choose("Rata-rata", "Mean"), "P95"), style: .rupiah)
    return table
  }

  private func scenarioRow(_ scenario: Int) -> [SheetCell] {
    func figure(_ column: String) -> Figure? { context.scenarioFigure(scenario, column) }
    let verdict: Phrase? =
      switch context.result.verdict(scenario: scenario) {
      case .safe?: .verdictSafe
      case .watch?: .verdictWatch
      case .refuse?: .verdictRefuse
      case nil: scenario == 0 ? .baselineVerdict : nil
      }
    let place = WorstPlace(results: context.tables, scenario: scenario).place
    let isCompared = scenario > 0
    func change(_ columns: [String], _ style: SheetStyle) -> [SheetCell] {
      isCompared ? figures(figure, columns, style) : columns.map { _ in .empty }
    }
    return [
      .text(title(scenario), .wrapped), .text(verdict.map { language[$0] } ?? ""),
      .text(legalStatus(scenario), .wrapped), SheetCell(figure("eligible_share"), .percent),
      .text(place.map(placeText) ?? language[.noServices], .wrapped),
      SheetCell(figure("worst_coverage_mean"), .percent),
      SheetCell(figure("p90_wait_minutes_mean"), .oneDecimal),
    ]
      + change(["mean", "p05", "p95"].map { "cashable_saving_rupiah_\($0)" }, .rupiah)
      + change(["mean", "p05", "p95"].map { "output_change_\($0)" }, .percent)
      + [SheetCell(figure("access_ratio_min"), .twoDecimals)]
  }

  private func legalStatus(_ scenario: Int) -> String {
    let status = context.result.legalStatus(scenario: scenario)
    guard !status.conforms else { return language[.conforms] }
    let articles = status.findings.map(\.norm.article).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return "\(language[.exceeds]): \(articles.joined(separator: "; "))"
  }

  private func placeText(_ place: [String]) -> String {
    let service = context.study.services.first { $0.id == place[0] }?.title[language]
    let day = Weekday(name: place[1])?.text[language] ?? place[1]
    let time = place[2].isEmpty ? "" : " " + WorstPlace.time(place[2])[language]
    return "\(service ?? place[0])\(mark(.service(place[0]))), \(day)\(time)"
  }

  /// Every number of the scenario table with the ends of its range.
  private var ranges: SheetTable {
    let measures = [
      Outcome.coverage.text[language], Outcome.p90WaitMinutes.text[language],
      language[.cashableSaving], language[.outputChange],
    ]
    let prefixes: [(String, SheetStyle)] = [
      ("worst_coverage_", .percent), ("p90_wait_minutes_", .oneDecimal),
      ("cashable_saving_rupiah_", .rupiah), ("output_change_", .percent),
    ]
    let rows = context.study.scenarios.indices.map { scenario -> [SheetCell] in
      func figure(_ column: String) -> Figure? { context.scenarioFigure(scenario, column) }
      let shares = ["eligible_share", "eligible_share_lower", "eligible_share_upper"]
      return [.text(title(scenario), .wrapped)] + figures(figure, shares, .percent)
        + prefixes.flatMap { prefix, style in
          figures(figure, ["mean", "p05", "p95"].map { prefix + $0 }, style)
        } + [SheetCell(figure("output_extrapolated_share"), .percent)]
    }
    return SheetTable(
      name: choose("Rentang", "Ranges"), rangeName: "luwes_ranges",
      title: choose("Tabel skenario dengan rentangnya", "The scenario table with its ranges"),
      notes: notes(language[.rangeNote]),
      header: [language[.policy]]
        + [
          "", choose(": bila yang belum dinilai gagal", ": if the unassessed fail"),
          choose(": bila yang belum dinilai lolos", ": if the unassessed pass"),
        ].map { language[.staffEligible] + $0 }
        + measures.flatMap { measure in rangeNames.map { "\(measure): \($0)" } }
        + ["\(language[.outputChange]): \(language[.extrapolated])"],
      rows: rows, widest: 30)
  }

  private var outcomes: SheetTable {
    let columns = [
      "mean", "sd", "p05", "p50", "p95", "difference_mean", "difference_p05", "difference_p95",
      "probability_better", "probability_equal",
    ]
    let difference = choose("Selisih: ", "Difference: ")
    let groups = Dictionary(
      context.result.samples.keys.map { ($0.group.label, $0.group) },
      uniquingKeysWith: { first, _ in first })
    let rows = context.study.scenarios.indices.flatMap { scenario in
      context.written.lines(.outcomes, of: context.id(scenario)).map { line -> [SheetCell] in
        let outcome = Outcome(rawValue: line[2])
        let style = outcome?.levelFormat.sheetStyle ?? .plain
        let group =
          groups[line[1]].map { $0.text(language) + mark($0) } ?? line[1]
        return [
          .text(title(scenario)), .text(line[1] == "all" ? choose("semua", "all") : group),
          .text(outcome?.text[language] ?? line[2]), .text(outcome?.unit ?? ""),
        ]
          + columns.map { column in
            let isShare = column.hasPrefix("probability")
            return SheetCell(
              context.written.figure(.outcomes, line, column), isShare ? .percent : style)
          }
      }
    }
    return SheetTable(
      name: choose("Hasil", "Outcomes"), rangeName: "luwes_outcomes",
      title: choose("Semua hasil", "All outcomes"),
      notes: notes(language[.rangeNote]),
      header: [
        language[.policy], choose("Kelompok", "Group"), language[.outcome],
        choose("Satuan", "Unit"), choose("Rata-rata", "Mean"),
        choose("Simpangan baku", "Standard deviation"), "P5", "P50", "P95",
        difference + choose("rata-rata", "mean"), difference + "P5", difference + "P95",
        choose("Peluang lebih baik", "Probability better"),
        choose("Peluang sama", "Probability equal"),
      ], rows: rows
    ).frozen(3)
  }

  private var parties: SheetTable {
    let measures: [(PartyGains.Measure, Phrase)] = [
      (.cashableBudget, .cashableSaving), (.netBudget, .netOfBudget), (.netStaff, .netOfStaff),
      (.netVendors, .netOfVendors), (.netCitizens, .netOfCitizens), (.netSociety, .netOfSociety),
      (.cashOfDays, .cashOfDays), (.cashOfMeetings, .cashOfMeetings),
      (.budgetIfMealsPaid, .budgetIfMealsPaid), (.budgetIfMealsNotPaid, .budgetIfMealsNotPaid),
      (.mealsAtStake, .mealsAtStake),
    ]
    let rows = context.policies.map { scenario in
      [SheetCell.text(title(scenario), .wrapped)]
        + measures.flatMap { measure, _ in
          figures(
            { context.written.figure(.parties, [context.id(scenario), measure.rawValue], $0) },
            ["mean", "p05", "p95"], .rupiah)
        }
    }
    return SheetTable(
      name: choose("Siapa membayar", "Who pays"), rangeName: "luwes_parties",
      title: language[.whoGains], notes: notes(language[.ledgerNote], language[.transferNote]),
      header: [language[.policy]]
        + measures.flatMap { _, phrase in rangeNames.map { "\(language[phrase]): \($0)" } },
      rows: rows, widest: 36)
  }

  private var ledger: SheetTable {
    let rows = context.study.scenarios.indices.flatMap { scenario in
      context.written.lines(.ledger, of: context.id(scenario)).map { line -> [SheetCell] in
        let item = LedgerItem(rawValue: line[1])
        func text(_ column: String) -> String {
          context.written.text(.ledger, line, column) ?? ""
        }
        return [
          .text(title(scenario)), .text(item?.text[language] ?? line[1]),
          .text(item?.payer.text[language] ?? ""), .text(item?.payee?.text[language] ?? ""),
          .text(text("account")),
          .text(language[item?.isCashable ?? false ? .yes : .no]),
          .text(
            item?.nature == .transfer
              ? choose("pengalihan", "transfer") : choose("sumber daya", "resource")),
          SheetCell(context.written.figure(.ledger, line, "quantity"), .whole),
          .text(item?.quantityText[language] ?? ""),
          SheetCell(context.written.figure(.ledger, line, "price_rupiah"), .rupiah),
        ]
          + figures(
            { context.written.figure(.ledger, line, $0) }, ["mean", "p05", "p95"], .rupiah)
      }
    }
    return SheetTable(
      name: choose("Buku besar", "Ledger"), rangeName: "luwes_ledger",
      title: choose("Arus uang menurut pembayar", "Money flows by payer"),
      notes: notes(
        choose(
          "Rupiah yang dihemat pembayar selama kalender, dibanding semua di kantor dan semua rapat "
            + "tatap muka.",
          "Rupiah saved by the payer over the calendar, against everyone in the office and every "
            + "meeting in person.")),
      header: [
        language[.policy], choose("Arus", "Flow"), choose("Pembayar", "Payer"),
        choose("Penerima", "Payee"), choose("Kode rekening", "Account"),
        choose("Riil", "Cashable"), choose("Sifat", "Nature"), choose("Jumlah", "Quantity"),
        choose("Satuan", "Unit"), choose("Harga rata-rata", "Mean price"),
      ] + rangeNames, rows: rows
    ).frozen(2)
  }
}
