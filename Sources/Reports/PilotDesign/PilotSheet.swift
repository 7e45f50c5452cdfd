public import Exploration
public import HybridWork
import PilotAssessment
import Simulation

/// `pilot-sheet.md`: the sheet a leader signs before a pilot starts (lembar pilot).
public struct PilotSheet: Sendable {
  private let result: PilotDesignResult
  private let start: Month
  private let words: PilotDesignText
  private let language: Language

  /// A month of a year.
  public struct Month: Equatable, Sendable {
    let year: Int
    /// 1…12.
    let month: Int

    /// A month; nil if there is no such one.
    public init?(year: Int, month: Int) {
      guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
      self.year = year
      self.month = month
    }

    /// The month after the last day of a calendar.
    public init(after date: WorkDate) {
      let parts = date.components
      year = parts.month == 12 ? parts.year + 1 : parts.year
      month = parts.month % 12 + 1
    }

    func advanced(by months: Int) -> Month {
      let number = year * 12 + month - 1 + months
      return Month(year: number / 12, month: number % 12 + 1) ?? self
    }

    var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// The quarter of the budget year, 1…4.
    var quarter: Int { (month - 1) / 3 + 1 }
  }

  /// The sheet of the recommended plan.
  public init(_ result: PilotDesignResult, start: Month, language: Language) {
    self.result = result
    self.start = start
    self.language = language
    words = PilotDesignText(result, language: language)
  }

  /// The sheet as Markdown.
  public var markdown: String {
    let parts = [
      (Bilingual(id: "Unit dan pembanding", en: "Units and comparisons"), units),
      (Bilingual(id: "Waktu dan anggaran", en: "Time and budget"), time),
      (Bilingual(id: "Ukuran", en: "Measures"), measures),
      (
        Bilingual(
          id: "Aturan lanjut / perpanjang / hentikan (ditetapkan sebelum mulai)",
          en: "Rule for continue / extend / stop (fixed before the start)"), rule
      ),
      (
        Bilingual(
          id: "Peluang tiap keputusan menurut aturan itu (\(result.decisions.trials) pilot "
            + "buatan)",
          en: "Chances of each decision under that rule (\(result.decisions.trials) made-up "
            + "pilots)"), words.decisionSentences
      ),
      (Bilingual(id: "Siapa memutuskan", en: "Who decides"), deciders),
      (
        Bilingual(id: "Yang tidak dapat dipelajari", en: "What can't be learnt"),
        words.limits.map { Bilingual(id: $0, en: $0) }
      ),
    ]
    let heading = Bilingual(id: "Lembar pilot – DRAF", en: "Pilot sheet – DRAFT")[language]
    let body = parts.map { title, lines in
      "## \(title[language])\n\n"
        + lines.map { "- \($0[language].markdownEscaped)" }.joined(separator: "\n")
    }
    return
      (["# \(heading)", introduction.markdownEscaped] + body
      + [language[.simulationOnly].markdownEscaped]).joined(separator: "\n\n") + "\n"
  }

  private var plan: PilotPlan { result.best.plan }

  private var introduction: String {
    "\(result.study.header.institution). \(result.policy.title[language]). "
      + "\(result.policy.reference)."
  }

  private var units: [Bilingual] {
    let first = plan.firstTreated
    let treated = result.drawn.enumerated().map { place, unit in
      let month = start.advanced(by: (first[place] ?? plan.timesBefore) - plan.timesBefore).iso
      return "\(result.units[unit].service.title[language]) (\(month))"
    }
    let others = (0..<plan.units).filter { !result.drawn.contains($0) }.map {
      result.units[$0].service.title[language]
    }
    return [
      Bilingual(
        id: "Diperlakukan (mulai): \(treated.joined(separator: "; ")).",
        en: "Treated (from): \(treated.joined(separator: "; "))."),
      Bilingual(
        id: "Pembanding: \(others.joined(separator: "; ")).",
        en: "Comparison: \(others.joined(separator: "; "))."),
      Bilingual(
        id: "Diundi dengan benih \(result.study.run.seed); undian boleh diulang di depan umum, "
          + "tetapi hasilnya tidak boleh dipilih. Tanpa undian, nilai p hanya berlaku dengan "
          + "anggapan bahwa unit dapat dipertukarkan.",
        en: "Drawn by lot with seed \(result.study.run.seed); the lot may be drawn again in "
          + "public, "
          + "but its result may not be chosen. Without a lot, p-values hold only if units are "
          + "taken "
          + "to be exchangeable."),
    ]
  }

  private var time: [Bilingual] {
    let last = start.advanced(by: plan.timesAfter - 1)
    func quarter(_ month: Month) -> Bilingual {
      let roman = ["I", "II", "III", "IV"][month.quarter - 1]
      return Bilingual(
        id: "triwulan \(roman) TA \(month.year)", en: "quarter \(roman) of budget \(month.year)")
    }
    let (from, to) = (quarter(start), quarter(last))
    let quarters =
      from == to
      ? from
      : Bilingual(
        id: "\(from.indonesian) s.d. \(to.indonesian)", en: "\(from.english) to \(to.english)")
    return [
      Bilingual(
        id: "Data sebelum mulai: \(start.advanced(by: -plan.timesBefore).iso) s.d. "
          + "\(start.advanced(by: -1).iso), \(plan.timesBefore) bulan, semua unit.",
        en: "Data before the start: \(start.advanced(by: -plan.timesBefore).iso) to "
          + "\(start.advanced(by: -1).iso), \(plan.timesBefore) months, all units."),
      Bilingual(
        id: "Pelaksanaan: \(start.iso) s.d. \(last.iso), \(plan.timesAfter) bulan, "
          + "\(words.start(plan)); \(quarters.indonesian).",
        en: "Pilot: \(start.iso) to \(last.iso), \(plan.timesAfter) months, "
          + "\(words.start(plan)); \(quarters.english)."),
    ]
  }

  private var measures: [Bilingual] {
    let outcome = result.settings.outcome.text
    let power = words.numbers.percent(result.best.byLot.power, decimals: 0)
    let least = result.best.byLot.minimumDetectableEffect.map(words.fine) ?? "–"
    return [
      Bilingual(
        id: "Utama: \(outcome.indonesian), per unit dan bulan, dari catatan antrean. Tampak mulai "
          + "perubahan \(least); daya untuk pengaruh yang diperkirakan \(power).",
        en: "Main: \(outcome.english), by unit and month, from the queue log. Shows from a change "
          + "of \(least); power for the expected effect \(power)."),
      Bilingual(
        id: "Pendamping: waktu tunggu, IKM (survei kepuasan, sama caranya di semua unit), "
          + "pengaduan "
          + "per 1.000 pemohon, capaian SKP, hari fleksibel yang dipakai.",
        en: "Beside it: waits, IKM (satisfaction survey, the same way in all units), complaints a "
          + "1,000 applicants, SKP results, flexible days used."),
      Bilingual(
        id: "Ukuran yang seharusnya tidak berubah, sebagai pemeriksaan: jumlah pemohon.",
        en: "What should not change, as a check: the number of applicants."),
    ]
  }

  private var rule: [Bilingual] {
    let limit = words.fine(result.limit)
    let isWorseUp = result.settings.outcome.direction == .minimise
    let worse = Bilingual(id: isWorseUp ? "naik" : "turun", en: isWorseUp ? "rise" : "fall")
    let source: Bilingual =
      switch result.limitSource {
      case .planner: Bilingual(id: "ditetapkan perencana", en: "set by the planner")
      case .threshold: Bilingual(id: "ambang studi", en: "the study's threshold")
      case .assumption:
        Bilingual(
          id: "anggapan (J), sepersepuluh tingkat; ganti dengan --limit",
          en: "assumption (J), a tenth of the level; replace it by --limit")
      }
    return [
      Bilingual(
        id: "Batas: ukuran utama \(worse.indonesian) \(limit) (\(source.indonesian)).",
        en: "Limit: a \(worse.english) of the main measure by \(limit) (\(source.english))."),
      Bilingual(
        id: "LANJUTKAN bila seluruh selang 95% berada di sisi baik batas.",
        en: "CONTINUE if the whole 95% interval lies on the good side of the limit."),
      Bilingual(
        id: "HENTIKAN bila seluruh selang 95% berada di sisi buruk batas; atau, untuk satu unit, "
          + "bila dua bulan berturut-turut ukurannya melewati batas dari rata-ratanya sebelum "
          + "mulai.",
        en: "STOP if the whole 95% interval lies on the bad side of the limit; or, for one unit, "
          + "if "
          + "in two months in a row its measure is beyond the limit from its mean before the "
          + "start."),
      Bilingual(
        id: "PERPANJANG satu kali, \(plan.timesAfter) bulan, dalam keadaan lain; sesudah itu "
          + "diputuskan dengan selang yang ada.",
        en: "EXTEND once, by \(plan.timesAfter) months, in any other case; then decide on the "
          + "interval there is."),
      Bilingual(
        id: "Analisis satu kali, pada akhir: luwes assess dengan --random-assignment. Selang dan "
          + "nilai p dilaporkan apa pun hasilnya.",
        en: "One analysis, at the end: luwes assess with --random-assignment. Interval and p-value "
          + "are reported whatever they are."),
    ]
  }

  private var deciders: [Bilingual] {
    [
      Bilingual(
        id: "Diusulkan kepala badan kepegawaian dan kepala unit; diputuskan pejabat pembina "
          + "kepegawaian atau yang diberi wewenang: ______________",
        en: "Proposed by the head of the personnel agency and the heads of units; decided by the "
          + "personnel-authorised official or a delegate: ______________"),
      Bilingual(
        id: "Inspektorat menerima data dan lembar ini sebelum mulai.",
        en: "The inspectorate receives the data and this sheet before the start."),
    ]
  }
}
