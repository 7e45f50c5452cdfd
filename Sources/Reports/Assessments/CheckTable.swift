import HybridWork
import PilotAssessment

/// The checks of a pilot's effect as lines of a table, and as `checks.csv`.
struct CheckTable {
  let checks: [PilotCheck]

  /// One line a check: what was looked for, its verdict, its number, and the smallest p that the
  /// test could have given, before the one it gave.
  func lines(_ language: Language, number: (Double?) -> String) -> [String] {
    guard !checks.isEmpty else { return [] }
    let heading = Bilingual(
      id:
        "Pemeriksaan (tidak satu pun membuktikan pengaruh; masing-masing hanya dapat membantahnya):",
      en: "Checks (none proves the effect; each can only speak against it):")
    return [heading[language]]
      + checks.map { check in
        var line = "- \(Self.name(check.kind)[language]): \(Self.verdict(check.verdict)[language])"
        if check.number != nil { line += ", \(number(check.number))" }
        if let interval = check.interval {
          let words = Bilingual(
            id: "pengaruh bila kelipatannya 1:", en: "effect if that multiple is 1:")[language]
          line += "; \(words) \(number(interval.lowerBound)) … \(number(interval.upperBound))"
        }
        if let subject = check.subject { line += " (\(subject))" }
        if let least = check.minimumAttainableP, let p = check.pValue {
          let words = Bilingual(id: "p terkecil", en: "smallest p")[language]
          line += "; \(words) \(number(least)), p \(number(p))"
        }
        if let refusal = check.refusal { line += " (\(refusal.rawValue))" }
        return line
      }
  }

  /// `checks.csv`: one row a check, blank where undefined.
  var csv: String {
    var text = CSVText(header: [
      "check", "verdict", "number", "low", "high", "min_attainable_p", "p_value", "subject",
      "refusal",
    ])
    for check in checks {
      text.add([
        check.kind.rawValue, check.verdict.rawValue, CSVText.number(check.number ?? .nan),
        CSVText.number(check.interval?.lowerBound ?? .nan),
        CSVText.number(check.interval?.upperBound ?? .nan),
        CSVText.number(check.minimumAttainableP ?? .nan), CSVText.number(check.pValue ?? .nan),
        check.subject ?? "", check.refusal?.rawValue ?? "",
      ])
    }
    return text.text
  }

  private static func verdict(_ verdict: PilotCheck.Verdict) -> Bilingual {
    switch verdict {
    case .passed: Bilingual(id: "tidak membantah", en: "does not speak against it")
    case .doubtful: Bilingual(id: "meragukan", en: "doubtful")
    case .failed: Bilingual(id: "membantah", en: "speaks against it")
    case .notPossible: Bilingual(id: "tidak dapat diperiksa", en: "can't be checked")
    }
  }

  private static func name(_ kind: PilotCheck.Kind) -> Bilingual {
    switch kind {
    case .placeboDate:
      Bilingual(
        id: "pengaruh pada tanggal semu sebelum mulai", en: "effect at a date before the start")
    case .anticipation:
      Bilingual(id: "pengaruh tepat sebelum mulai", en: "effect just before the start")
    case .placeboUnits:
      Bilingual(
        id: "bagian unit pembanding dengan pengaruh sebesar itu",
        en: "share of controls with as large an effect")
    case .placeboOutcome:
      Bilingual(
        id: "pengaruh pada hasil yang seharusnya tetap", en: "effect on what should not change")
    case .leaveOneUnitOut:
      Bilingual(id: "pengaruh terjauh tanpa satu unit", en: "furthest effect without one unit")
    case .preTrends:
      Bilingual(
        id: "kelipatan selisih tren awal yang menghapus pengaruh",
        en: "multiple of the early parting of trends that undoes the effect")
    case .composition:
      Bilingual(id: "beda baris yang hilang", en: "difference of rows missing")
    case .regressionToTheMean:
      Bilingual(
        id: "pergeseran yang diharapkan tanpa pengaruh", en: "drift expected without any effect")
    case .spillover:
      Bilingual(id: "patahan pada unit pembanding", en: "break among the controls")
    }
  }
}
