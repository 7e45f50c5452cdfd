public import HybridWork
public import PilotAssessment

/// An assessment as people read it: the estimand, a table, and what must be known beside it.
public struct AssessmentReport {
  private let assessment: PanelAssessment
  private let panel: Panel
  private let outcome: String
  private let checks: [PilotCheck]
  private let dose: String?
  private let language: Language

  /// A report on the effect on an outcome, called by its column, of the offer or of a dose.
  public init(
    _ assessment: PanelAssessment, checks: [PilotCheck], panel: Panel, outcome: String,
    dose: String?, language: Language
  ) {
    self.assessment = assessment
    self.checks = checks
    self.dose = dose
    self.panel = panel
    self.outcome = outcome
    self.language = language
  }

  /// The text for a terminal.
  public func text(width: Int) -> String {
    let counts = Bilingual(
      id: "\(panel.unitCount) unit (\(panel.treatedUnitCount) diperlakukan), "
        + "\(panel.clusterCount) klaster (\(panel.treatedClusterCount) diperlakukan), "
        + "\(panel.times.count) waktu, \(panel.rowCount) baris.",
      en: "\(panel.unitCount) units (\(panel.treatedUnitCount) treated), "
        + "\(panel.clusterCount) clusters (\(panel.treatedClusterCount) treated), "
        + "\(panel.times.count) times, \(panel.rowCount) rows.")
    let heading = "\(estimand[language])\n\(counts[language])"
    let rows = [header] + assessment.estimates.map(row)
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return column < 3 ? row[column] + gap : gap + row[column]
      }.joined(separator: "  ")
    }
    let notes = assessment.warnings.flatMap { warning in
      TerminalTable.wrapped("- " + AssessmentWording(warning).text(language), width)
    }
    let checks = CheckTable(checks: checks).lines(language, number: number)
      .flatMap { TerminalTable.wrapped($0, width) }
    return ([heading, ""] + lines + [""] + checks + [""] + notes).joined(separator: "\n")
  }

  private var estimand: Bilingual {
    if let dose {
      return Bilingual(
        id: "Pengaruh per satuan \(dose) yang dipakai terhadap \(outcome), dalam satuannya. "
          + "Pemeriksaan di bawah adalah untuk pengaruh tawaran.",
        en: "Effect per unit of \(dose) used on \(outcome), in its own unit. The checks below are "
          + "of the offer's effect.")
    }
    return Bilingual(
      id: "Pengaruh tawaran (bukan per hari fleksibel yang dipakai) terhadap \(outcome), dalam "
        + "satuannya.",
      en: "Effect of the offer (not per flexible day used) on \(outcome), in its own unit.")
  }

  private var header: [String] {
    switch language {
    case .indonesian:
      ["penaksir", "inferensi", "rerata atas", "p terkecil", "pengaruh", "selang 95%", "p"]
    case .english:
      ["estimator", "inference", "mean over", "smallest p", "effect", "95% interval", "p"]
    }
  }

  private func row(_ estimate: PilotEstimate) -> [String] {
    [
      estimate.estimator.rawValue, estimate.inference.rawValue, cells(estimate),
      share(estimate.minimumAttainableP), number(estimate.estimate), interval(estimate),
      share(estimate.pValue),
    ]
  }

  private func cells(_ estimate: PilotEstimate) -> String {
    let name = estimate.aggregation.rawValue
    if let event = estimate.eventTime { return "\(name) \(event)" }
    guard let time = estimate.group ?? estimate.calendarTime else { return name }
    return "\(name) \(panel.clock.label(of: time))"
  }

  private func share(_ share: Double?) -> String {
    share.map { NumberText(language: language).number($0, decimals: 4) } ?? "–"
  }

  private func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    // Four digits, whatever the outcome's unit.
    var decimals = 3
    var size = abs(value)
    while size > 0, size < 1, decimals < 9 {
      size *= 10
      decimals += 1
    }
    return NumberText(language: language).number(value, decimals: decimals)
  }

  private func interval(_ estimate: PilotEstimate) -> String {
    guard let isUnbounded = estimate.isUnbounded else { return "–" }
    let low = isUnbounded && estimate.low == nil ? "-∞" : number(estimate.low)
    let high = isUnbounded && estimate.high == nil ? "∞" : number(estimate.high)
    return "\(low) … \(high)"
  }
}
