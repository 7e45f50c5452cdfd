import Foundation
public import HybridWork
public import RunArchive

/// Recorded runs as planners read them on a terminal.
public struct RunsText: Sendable {
  private let language: Language
  private let width: Int

  /// Texts in a language for a terminal of a width in characters.
  public init(language: Language, width: Int) {
    self.language = language
    self.width = width
  }

  private var numbers: NumberText { NumberText(language: language) }

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    TerminalTable(header: header, rows: rows).lines(width: width).joined(separator: "\n")
  }

  /// The first digits of an identifier, enough to tell runs apart.
  private func short(_ run: RunSummary) -> String { String(run.runID.prefix(12)) }

  private func classification(_ run: RunSummary) -> String {
    run.classification?.text[language] ?? choose("belum ditetapkan", "not set")
  }

  /// Every run in a line.
  public func list(_ runs: [RunSummary]) -> String {
    guard !runs.isEmpty else {
      return choose("Belum ada simulasi yang tercatat.", "No run is recorded yet.")
    }
    return table(
      [
        language[.runID], choose("Dicatat (UTC)", "Recorded (UTC)"), language[.study],
        choose("Kebijakan", "Policies"), choose("Dunia × ulangan", "Worlds × replications"),
        choose("Benih", "Seed"), "Luwes", choose("Klasifikasi", "Classification"),
      ],
      runs.map { run in
        [
          short(run), run.recordedAt, run.study, "\(run.scenarioCount)",
          "\(run.worlds) × \(run.replications)", run.seed, run.luwes, classification(run),
        ]
      })
  }

  /// One run: what it was and its scenario table.
  public func show(_ run: RunSummary, _ scenarios: [RecordedScenario]) -> String {
    let facts = [
      "\(language[.runID]): \(run.runID)", "\(language[.study]): \(run.study)",
      "\(choose("Klasifikasi", "Classification")): \(classification(run))",
      "\(choose("Dicatat", "Recorded")): \(run.recordedAt); Luwes \(run.luwes); \(run.folder)",
      "\(choose("Benih", "Seed")) \(run.seed); "
        + "\(choose("dunia × ulangan", "worlds × replications")) \(run.worlds) × "
        + "\(run.replications); \(language[.baseline]) \(run.baseline)",
      "\(choose("Baris hasil (outcomes)", "Lines of outcomes")): \(run.outcomeCount)",
    ]
    let rows = scenarios.map { scenario in
      [scenario.title[language], legalStatus(scenario)]
        + ScenarioFigure.allCases.map { value(scenario.figures[$0], $0) }
        + [verdict(scenario.verdict)]
    }
    let header =
      [language[.policy], language[.legalStatus]] + ScenarioFigure.allCases.map(name)
      + [language[.verdict]]
    return (facts + ["", table(header, rows), "", "\(language[.simulationOnly])"])
      .joined(separator: "\n")
  }

  /// What differs between two runs.
  public func compare(_ comparison: RunComparison) -> String {
    let runs = [("A", comparison.first), ("B", comparison.second)].map { name, run in
      "\(name)  \(short(run))  \(run.recordedAt)  \(run.study)"
    }
    return (runs + [""] + differences(comparison) + figures(comparison) + counts(comparison))
      .joined(separator: "\n")
  }

  private func differences(_ comparison: RunComparison) -> [String] {
    var lines = comparison.options.map { "\(option($0.name)): \($0.first) → \($0.second)" }
    lines += comparison.changedInputs.map {
      choose("masukan berubah: \($0)", "input changed: \($0)")
    }
    let only = { (name: String) in choose("hanya di \(name)", "only in \(name)") }
    lines += comparison.firstInputs.map { "\(choose("masukan", "input")) \(only("A")): \($0)" }
    lines += comparison.secondInputs.map { "\(choose("masukan", "input")) \(only("B")): \($0)" }
    lines += comparison.firstPolicies.map { "\(choose("kebijakan", "policy")) \(only("A")): \($0)" }
    lines += comparison.secondPolicies.map {
      "\(choose("kebijakan", "policy")) \(only("B")): \($0)"
    }
    return lines.isEmpty
      ? [
        choose(
          "Pilihan, masukan dan kebijakan keduanya sama.",
          "Both have the same options, inputs and policies."), "",
      ] : lines + [""]
  }

  private func figures(_ comparison: RunComparison) -> [String] {
    var rows = comparison.changes.map { change in
      [
        change.scenario.title[language], name(change.figure), value(change.first, change.figure),
        value(change.second, change.figure), difference(change),
      ]
    }
    rows += comparison.verdicts.map { change in
      [
        change.scenario.title[language], language[.verdict], verdict(change.first),
        verdict(change.second), "",
      ]
    }
    guard !rows.isEmpty else {
      return [
        choose(
          "Angka tabel skenario sama pada \(comparison.sharedPolicyCount) kebijakan.",
          "The figures of the scenario table are the same for \(comparison.sharedPolicyCount)"
            + " policies.")
      ]
    }
    let header = [
      language[.policy], choose("Angka", "Figure"), "A", "B", "B − A",
    ]
    return [table(header, rows)]
  }

  private func counts(_ comparison: RunComparison) -> [String] {
    guard comparison.sharedOutcomeCount > 0 else {
      return [
        "",
        choose(
          "Tidak ada baris outcomes.csv yang sama-sama tercatat.",
          "No line of outcomes.csv is recorded for both."),
      ]
    }
    let (same, shared) = (comparison.sameOutcomeCount, comparison.sharedOutcomeCount)
    return [
      "",
      choose(
        "\(same) dari \(shared) baris outcomes.csv (per kelompok) mempunyai rata-rata yang sama.",
        "\(same) of \(shared) lines of outcomes.csv (by group) have the same mean."),
    ]
  }

  private func option(_ name: String) -> String {
    switch name {
    case "study": language[.study]
    case "seed": choose("benih", "seed")
    case "worlds": choose("dunia", "worlds")
    case "replications": choose("ulangan", "replications")
    case "baseline": language[.baseline]
    default: choose("versi Luwes", "version of Luwes")
    }
  }

  private func name(_ figure: ScenarioFigure) -> String {
    switch figure {
    case .eligibleShare: language[.staffEligible]
    case .worstCoverage: choose("Layanan dan jam terlemah", "Worst service and hour")
    case .p90Wait: language[.p90Wait]
    case .cashableSaving: language[.cashableSaving]
    case .outputChange: language[.outputChange]
    case .accessRatio: language[.accessRatio]
    }
  }

  private func legalStatus(_ scenario: RecordedScenario) -> String {
    scenario.conforms
      ? language[.conforms] : "\(language[.exceeds]): \(scenario.articles)"
  }

  private func verdict(_ text: String) -> String {
    switch text {
    case "safe": language[.verdictSafe]
    case "watch": language[.verdictWatch]
    case "refuse": language[.verdictRefuse]
    default: NumberText.undefined
    }
  }

  private func value(_ value: RecordedScenario.Value?, _ figure: ScenarioFigure) -> String {
    guard let value else { return NumberText.undefined }
    return numbers.ranged(
      value.mean, value.low ?? value.mean, value.high ?? value.mean
    ) { text($0, figure) }
  }

  private func difference(_ change: RunComparison.Change) -> String {
    guard let first = change.first, let second = change.second else { return NumberText.undefined }
    let difference = second.mean - first.mean
    return (difference > 0 ? "+" : "") + text(difference, change.figure)
  }

  private func text(_ value: Double, _ figure: ScenarioFigure) -> String {
    switch figure {
    case .eligibleShare, .outputChange: numbers.percent(value, decimals: 2)
    case .worstCoverage: numbers.percent(value)
    case .p90Wait: numbers.number(value, decimals: 1) + choose(" menit", " minutes")
    case .cashableSaving: numbers.rupiah(value)
    case .accessRatio: numbers.number(value, decimals: 3)
    }
  }
}
