public import Exploration
public import HybridWork
import PilotAssessment
import Simulation
import Statistics

/// What pilots could show, for reading: how many units and months, how many of them treated, starts,
/// the units, and what can't be learnt.
public struct PilotDesignText: Sendable {
  let result: PilotDesignResult
  let language: Language

  /// Lays out a design.
  public init(_ result: PilotDesignResult, language: Language) {
    self.result = result
    self.language = language
  }

  /// The text for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    func wrapped(_ texts: [String]) -> String {
      texts.flatMap { TerminalTable.wrapped($0, width) }.joined(separator: "\n")
    }
    let tables = sections.flatMap { section in
      [
        wrapped([section.title]),
        TerminalTable(header: section.header, rows: section.rows).lines(width: width)
          .joined(separator: "\n"),
      ]
    }
    return
      ([wrapped([title] + introduction)] + tables + [wrapped([recommendation])]
      + [wrapped([limitsTitle] + limits.map { "- \($0)" })] + [wrapped(notes)])
      .joined(separator: "\n\n")
  }

  /// `pilot-design.md`.
  public var markdown: String {
    let tables = sections.map { section in
      let table = TerminalTable(header: section.header, rows: section.rows)
      return "## \(section.title.markdownEscaped)\n\n\(table.markdown)"
    }
    let list = { (texts: [String]) in
      texts.map { "- \($0.markdownEscaped)" }.joined(separator: "\n")
    }
    return
      (["# \(title.markdownEscaped)"] + introduction.map(\.markdownEscaped) + tables
      + [recommendation.markdownEscaped, "## \(limitsTitle)", list(limits), list(notes)])
      .joined(separator: "\n\n") + "\n"
  }

  var values: OutcomeValueText {
    OutcomeValueText(outcome: result.settings.outcome, language: language)
  }
  var numbers: NumberText { NumberText(language: language) }

  private var title: String {
    let head = Bilingual(id: "Rancangan pilot", en: "Design of a pilot")[language]
    return "\(head): \(result.policy.title[language])"
  }

  private var introduction: [String] {
    let outcome = result.settings.outcome.text[language]
    let spread = result.spread
    let trials = result.best.trials
    return [
      Bilingual(
        id: "Ukuran: \(outcome), per unit layanan dan bulan. Setiap rancangan dicoba dengan "
          + "\(trials) pilot buatan dari \(result.study.run.worlds) dunia simulasi; unit yang "
          + "diperlakukan diundi. Pengaruh yang diperkirakan Luwes: "
          + "\(values.change(result.best.trueEffect)).",
        en: "Measure: \(outcome), by service unit and month. Each plan was tried on \(trials) "
          + "made-up pilots from \(result.study.run.worlds) simulated worlds; treated units are "
          + "drawn by lot. The effect Luwes expects: \(values.change(result.best.trueEffect)).")[
          language],
      Bilingual(
        id: "Simpangan baku dalam simulasi: antarunit \(fine(spread.units)), antarbulan "
          + "\(fine(spread.months)), keberuntungan unit-bulan \(fine(spread.luck)); ditambah "
          + "\(fine(result.noise)) yang tidak ada dalam simulasi (\(noiseSource)).",
        en: "Standard deviations as simulated: between units \(fine(spread.units)), between months "
          + "\(fine(spread.months)), luck of a unit's month \(fine(spread.luck)); with "
          + "\(fine(result.noise)) added that no simulation has (\(noiseSource)).")[language],
    ]
  }

  private var noiseSource: String {
    result.isNoiseAssumed
      ? Bilingual(
        id: "anggapan (J): sepersepuluh rata-rata; ganti dengan --noise dari data sendiri",
        en: "assumption (J): a tenth of the mean; replace it by --noise from your own data")[
          language]
      : Bilingual(id: "dari --noise", en: "from --noise")[language]
  }

  /// A deviation, with enough digits to be seen.
  func fine(_ value: Double) -> String {
    let isShare = result.settings.outcome.unit == "share"
    let size = abs(isShare ? value * 100 : value)
    let decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3
    return isShare
      ? numbers.percent(value, decimals: decimals) : numbers.number(value, decimals: decimals)
  }

  private struct Section {
    let title: String
    let header: [String]
    let rows: [[String]]
  }

  private var sections: [Section] {
    let best = result.best.plan
    let halves = result.powers.filter {
      $0.plan.start == .together && $0.plan.treated == $0.plan.units / 2
    }
    let shares = result.powers.filter {
      $0.plan.units == best.units && $0.plan.timesAfter == best.timesAfter
    }
    return [
      Section(
        title: Bilingual(
          id: "Berapa unit, berapa lama (separuh diperlakukan, mulai serentak)",
          en: "How many units, how long (half treated, all at once)")[language],
        header: powerHeader, rows: halves.map(powerRow)),
      Section(
        title: Bilingual(
          id: "Berapa yang diperlakukan, serentak atau bertahap (\(best.units) unit, "
            + "\(best.timesAfter) bulan)",
          en: "How many treated, all at once or in waves (\(best.units) units, "
            + "\(best.timesAfter) months)")[language],
        header: powerHeader, rows: shares.map(powerRow)),
      Section(
        title: Bilingual(
          id: "Unit mana (urutan: pengaruh yang diperkirakan dibanding naik-turunnya bulan)",
          en: "Which units (order: expected effect against the ups and downs of months)")[
            language],
        header: unitHeader, rows: result.units.indices.prefix(mostUnits).map(unitRow)),
      Section(title: decisionsTitle, header: decisionsHeader, rows: decisionRows),
    ]
  }

  private var mostUnits: Int { max(result.settings.units.upperBound, result.best.plan.units) }

  private var powerHeader: [String] {
    switch language {
    case .indonesian:
      [
        "Unit", "Diperlakukan", "Bulan", "Mulai", "p terkecil", "Uji 5% mungkin",
        "Daya (undian)", "Daya (CR2)", "Pengaruh terkecil yang tampak (undian)", "(CR2)",
        "Pembesaran", "Salah tanda",
      ]
    case .english:
      [
        "Units", "Treated", "Months", "Start", "Smallest p", "Test at 5% possible",
        "Power (lot)", "Power (CR2)", "Least effect that shows (lot)", "(CR2)", "Exaggeration",
        "Wrong sign",
      ]
    }
  }

  private func powerRow(_ power: PilotPower) -> [String] {
    let plan = power.plan
    func detectable(_ test: PilotPower.Test) -> String {
      test.minimumDetectableEffect.map(fine) ?? NumberText.undefined
    }
    // Where the lot can't reject, exaggeration is that of the test by formula.
    let judged = plan.isTestPossible ? power.byLot : power.byFormula
    return [
      "\(plan.units)", "\(plan.treated)", "\(plan.timesAfter)", start(plan),
      plan.minimumAttainableP < 0.0001
        ? "< \(numbers.number(0.0001, decimals: 4))"
        : numbers.number(plan.minimumAttainableP, decimals: 4), yesNo(plan.isTestPossible),
      numbers.percent(power.byLot.power, decimals: 0),
      plan.treated > 1
        ? numbers.percent(power.byFormula.power, decimals: 0) : NumberText.undefined,
      detectable(power.byLot), detectable(power.byFormula),
      judged.exaggeration.map { "× \(numbers.number($0, decimals: 1))" } ?? NumberText.undefined,
      judged.signError.map { numbers.percent($0, decimals: 0) } ?? NumberText.undefined,
    ]
  }

  func start(_ plan: PilotPlan) -> String {
    plan.start == .together
      ? Bilingual(id: "serentak", en: "all at once")[language]
      : Bilingual(id: "\(plan.waves) gelombang", en: "\(plan.waves) waves")[language]
  }

  private func yesNo(_ value: Bool) -> String { language[value ? .yes : .no] }

  private var unitHeader: [String] {
    switch language {
    case .indonesian: ["Unit", "Tingkat", "Simpangan antarbulan", "Pengaruh", "Hasil undian"]
    case .english: ["Unit", "Level", "Month-to-month deviation", "Effect", "Drawn"]
    }
  }

  private func unitRow(_ place: Int) -> [String] {
    let unit = result.units[place]
    let part =
      result.drawn.contains(place)
      ? Bilingual(id: "diperlakukan", en: "treated")
      : place < result.best.plan.units
        ? Bilingual(id: "pembanding", en: "comparison")
        : Bilingual(id: "tidak ikut", en: "not in the plan")
    return [
      unit.service.title[language], values.level(unit.level), fine(unit.monthDeviation),
      numbers.ranged(unit.effect.mean, unit.effect.p05, unit.effect.p95) { fine($0) },
      part[language],
    ]
  }

  private var recommendation: String {
    let plan = result.best.plan
    let power = numbers.percent(result.best.byLot.power, decimals: 0)
    return Bilingual(
      id: "Disarankan: \(plan.units) unit, \(plan.treated) di antaranya diperlakukan, "
        + "\(plan.timesAfter) bulan, \(start(plan)); \(plan.timesBefore) bulan data sebelumnya. "
        + "Daya untuk pengaruh yang diperkirakan: \(power).",
      en: "Recommended: \(plan.units) units, \(plan.treated) of them treated, "
        + "\(plan.timesAfter) months, \(start(plan)); \(plan.timesBefore) months of data before. "
        + "Power for the effect that is expected: \(power).")[language]
  }

  private var notes: [String] {
    [
      Bilingual(
        id: "Undian: nilai p dengan menukar perlakuan sebagaimana undian dapat jatuh; sah hanya "
          + "bila "
          + "unit sungguh diundi. CR2: uji t dengan galat yang disesuaikan; pada sedikit unit ia "
          + "dapat terlalu sering menolak (docs/pilot-assessment.md). Pembesaran dan salah tanda: "
          + "di antara pilot yang hasilnya nyata. Galat Monte Carlo daya paling besar "
          + "\(numbers.percent(0.5 / Double(result.best.trials).squareRoot(), decimals: 1)).",
        en: "Lot: p-values by exchanging treatment as the lot could have fallen; valid only if "
          + "units "
          + "are really drawn. CR2: a t test with adjusted errors; with few units it can reject "
          + "too "
          + "often (docs/pilot-assessment.md). Exaggeration and wrong sign: among pilots with a "
          + "significant result. Monte Carlo error of a power at most "
          + "\(numbers.percent(0.5 / Double(result.best.trials).squareRoot(), decimals: 1)).")[
          language],
      language[.simulationOnly],
    ]
  }
}
