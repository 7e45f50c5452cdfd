import HybridWork
import Simulation

/// What the policies change, each with its range.
struct ChartSection {
  let context: ReportContext

  var html: HTML {
    ReportContext.section(
      "grafik", Bilingual(id: "Grafik", en: "Charts"),
      [
        ReportContext.paragraph(
          Bilingual(
            id: "Batang sampai rata-rata; garis: rentang 90% hasil satu kalender. Warna menurut "
              + "penilaian. Garis putus-putus: ambang studi, bila ada.",
            en:
              "Bars reach the mean; lines are the 90% range of outcomes in one calendar. Colour by "
              + "verdict. Dashed: the study's threshold, where there is one."), class: "note"),
        .element("div", ["class": "charts"], charts.map { $0.html(context) }),
      ] + missing)
  }

  private var charts: [IntervalChart] {
    [saving, output, wait, coverage, days, access].filter { !$0.bars.isEmpty }
  }

  private func bars(_ range: (Int) -> FigureRange?) -> [IntervalChart.Bar] {
    context.policies.compactMap { scenario in
      range(scenario).map { IntervalChart.Bar(scenario: scenario, range: $0) }
    }
  }

  private func threshold(_ outcome: Outcome, _ comparison: Threshold.Comparison) -> Double? {
    context.study.reporting.thresholds.first {
      $0.outcome == outcome && $0.comparison == comparison
    }?.safe
  }

  private var saving: IntervalChart {
    IntervalChart(
      title: Phrase.cashableSaving.text,
      note: Bilingual(
        id: "Rupiah selama kalender studi, terhadap pembanding.",
        en: "Rupiah over the study's calendar, against the baseline."),
      bars: bars { context.scenarioRange($0, "cashable_saving_rupiah_") }, format: .rupiah)
  }

  private var output: IntervalChart {
    IntervalChart(
      title: Outcome.outputChange.text,
      note: Bilingual(
        id: "Persen hasil kerja, terhadap pembanding.",
        en: "Per cent of output, against the baseline."),
      bars: bars { context.difference(.outputChange, $0) }, format: .change(decimals: 1),
      mark: threshold(.outputChange, .difference))
  }

  private var wait: IntervalChart {
    IntervalChart(
      title: Outcome.p90WaitMinutes.text,
      note: Bilingual(
        id: "Perubahan dalam menit; kurang lebih baik.", en: "Change in minutes; less is better."),
      bars: bars { context.difference(.p90WaitMinutes, $0) }, format: .signed(decimals: 1),
      mark: threshold(.p90WaitMinutes, .difference))
  }

  private var coverage: IntervalChart {
    IntervalChart(
      title: Outcome.coverage.text,
      note: Bilingual(
        id: "Perubahan dalam poin persen, semua layanan bersama.",
        en: "Change in percentage points, all services together."),
      bars: bars { context.difference(.coverage, $0) }, format: .points(decimals: 1),
      mark: threshold(.coverage, .difference))
  }

  private var days: IntervalChart {
    IntervalChart(
      title: Outcome.flexibleDaysPerWeek.text,
      note: Bilingual(
        id: "Rata-rata seluruh pegawai, bukan hanya peserta.",
        en: "Mean over all staff, not only those who take part."),
      bars: bars { context.level(.flexibleDaysPerWeek, $0) }, format: .number(decimals: 2))
  }

  private var access: IntervalChart {
    IntervalChart(
      title: Outcome.accessRatioMin.text,
      note: Bilingual(
        id: "Kesempatan kelompok terendah dibanding tertinggi; satu berarti sama.",
        en: "Access of the least favoured group over the most favoured; one means equal."),
      bars: bars { context.level(.accessRatioMin, $0) }, format: .number(decimals: 2),
      mark: threshold(.accessRatioMin, .level))
  }

  private var missing: [HTML] {
    guard wait.bars.isEmpty || coverage.bars.isEmpty else { return [] }
    return [
      ReportContext.paragraph(
        Bilingual(
          id: "Tidak ada grafik waktu tunggu atau keterpenuhan: studi ini tidak memuat loket atau "
            + "pos layanan.",
          en: "There is no chart of waits or coverage: this study has no counters or posts."),
        class: "absent")
    ]
  }
}
