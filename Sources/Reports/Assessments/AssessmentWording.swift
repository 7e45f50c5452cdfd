public import HybridWork
public import PilotAssessment

/// The sentence of a warning beside the estimates of a pilot.
public struct AssessmentWording {
  private let warning: AssessmentWarning

  /// Words one warning.
  public init(_ warning: AssessmentWarning) { self.warning = warning }

  /// The sentence in a language.
  public func text(_ language: Language) -> String {
    let numbers = NumberText(language: language)
    return (ofPanel ?? ofRefusal(language) ?? ofInterval(numbers) ?? ofChecks(numbers))[language]
  }

  /// What the panel lacks.
  private var ofPanel: Bilingual? {
    switch warning {
    case .unbalanced(let rows, let cells):
      Bilingual(
        id: "Panel tidak seimbang: \(rows) dari \(cells) pasangan unit dan waktu ada barisnya.",
        en: "The panel is unbalanced: \(rows) of \(cells) pairs of unit and time have a row.")
    case .timeGap(let after, let before, let gaps):
      Bilingual(
        id: "Ada waktu tanpa baris, misalnya antara \(after) dan \(before) (\(gaps) celah).",
        en: "Times without any row, as between \(after) and \(before) (\(gaps) gap(s)).")
    case .alwaysTreatedDropped(let units):
      Bilingual(
        id: "Diperlakukan sejak baris pertamanya, maka tidak dipakai: \(list(units)).",
        en: "Treated from their first row on, hence left out: \(list(units)).")
    case .everyoneTreatedAtOneDate(let label):
      Bilingual(
        id: "Semua unit diperlakukan sejak \(label): tidak ada pembanding. Hanya patahan deret "
          + "waktu yang dapat ditaksir; apa pun yang berubah pada saat itu ikut terhitung. Unit "
          + "layanan langsung bukan pembanding yang bersih: pekerjaan dan warganya lain, dan "
          + "pemohon dapat beralih kepadanya.",
        en: "Every unit is treated from \(label) on: nobody is left to compare with. Only a break "
          + "in the time series can be estimated, with whatever else changed then. Units of "
          + "direct service are no clean control: their work and citizens differ, and applicants "
          + "may have moved to them.")
    case .incompleteUnitsDropped(let units):
      Bilingual(
        id: "Tidak punya baris di setiap waktu, maka tidak dipakai dalam pengaruh per kelompok "
          + "dan waktu: \(list(units)).",
        en: "Without a row for every time, hence left out of effects by group and time: "
          + "\(list(units)).")
    case .noNeverTreated:
      Bilingual(
        id:
          "Tidak ada unit yang tetap tanpa perlakuan; pembandingnya unit yang belum diperlakukan.",
        en: "No unit stays untreated; units not treated yet are the comparison.")
    case .covariateDropped(let name):
      Bilingual(
        id: "Kovariat \(name) sudah dijelaskan unit, waktu atau kolom lain; tidak dipakai.",
        en: "The covariate \(name) is explained by units, times or other columns; left out.")
    case .covariatesNotUsed(let estimator):
      Bilingual(
        id: "\(estimator.rawValue) hanya melihat hasil; kovariat tidak dipakai.",
        en: "\(estimator.rawValue) looks at outcomes alone; covariates are not used.")
    default: nil
    }
  }

  /// What was refused.
  private func ofRefusal(_ language: Language) -> Bilingual? {
    switch warning {
    case .estimatorRefused(let estimator, let refusal):
      let reason = Self.reason(refusal)
      return Bilingual(
        id: "\(estimator.rawValue) tidak ditaksir: \(reason.indonesian).",
        en: "\(estimator.rawValue) is not estimated: \(reason.english).")
    case .eventsRefused(let refusal):
      let reason = Self.reason(refusal)
      return Bilingual(
        id: "twfe menurut waktu sejak mulai tidak ditaksir: \(reason.indonesian).",
        en: "twfe by time since the start is not estimated: \(reason.english).")
    case .inferenceRefused(let estimator, let inference, let refusal):
      let reason = Self.reason(refusal)
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): tanpa galat baku, selang dan nilai p: "
          + "\(reason.indonesian).",
        en: "\(estimator.rawValue), \(inference.rawValue): no standard error, interval or "
          + "p-value: \(reason.english).")
    default: return nil
    }
  }

  private static func reason(_ refusal: AssessmentRefusal) -> Bilingual {
    switch refusal {
    case .notIdentified:
      Bilingual(
        id: "perlakuan tidak dapat dibedakan dari unit, waktu dan kovariat",
        en: "treatment can't be told apart from units, times and covariates")
    case .oneTreatedCluster:
      Bilingual(
        id: "hanya satu klaster diperlakukan, sehingga galat per klaster bukan bukti; pakai "
          + "penukaran perlakuan",
        en: "one cluster alone is treated, so errors by cluster are no evidence; look at "
          + "exchanges of treatment")
    case .notIdentifiedWithoutACluster:
      Bilingual(
        id: "tanpa salah satu klaster tidak ada yang dapat ditaksir",
        en: "without one of the clusters nothing can be estimated")
    case .noOverlap:
      Bilingual(
        id: "kovariat menentukan siapa yang diperlakukan; tidak ada yang sebanding",
        en: "covariates foretell who is treated; nobody comparable is left")
    case .noVariation:
      Bilingual(id: "tidak ada keragaman", en: "nothing varies")
    case .weighted:
      Bilingual(
        id: "belum tersedia dengan bobot", en: "not available with weights")
    case .tooLarge:
      Bilingual(
        id: "panel terlalu besar untuk hitungan ini",
        en: "the panel is too large for this calculation")
    default: reasonOfShape(refusal)
    }
  }

  /// Refusals because of how many units and times there are.
  private static func reasonOfShape(_ refusal: AssessmentRefusal) -> Bilingual {
    switch refusal {
    case .unbalanced:
      Bilingual(
        id: "ada unit tanpa baris pada suatu waktu", en: "a unit lacks a row for some time")
    case .noNeverTreated:
      Bilingual(id: "tidak ada unit yang tetap tanpa perlakuan", en: "no unit stays untreated")
    case .tooFewPeriodsBefore:
      Bilingual(
        id: "kurang dari dua waktu sebelum perlakuan", en: "fewer than two times before treatment")
    case .tooFewPeriods:
      Bilingual(
        id: "terlalu sedikit waktu sebelum atau sesudah mulai",
        en: "too few times before or after the start")
    case .tooFewControls:
      Bilingual(
        id: "pembanding harus lebih banyak daripada yang diperlakukan, paling sedikit tiga",
        en: "controls must outnumber the treated and be at least three")
    case .oneTreatedUnit:
      Bilingual(
        id: "satu-satunya unit berperlakuan tidak dapat dikeluarkan",
        en: "the one treated unit can't be left out")
    case .tooFewClusters:
      Bilingual(
        id: "waktu lebih banyak daripada klaster", en: "there are more times than clusters")
    case .staggered:
      Bilingual(
        id: "perlakuan mulai pada beberapa waktu", en: "treatment starts at several times")
    case .doseUnchanged:
      Bilingual(
        id: "tawaran tidak mengubah dosis, maka tidak ada pengaruh per satuannya",
        en: "the offer did not change the dose, so there is no effect per unit of it")
    default: Bilingual(id: refusal.rawValue, en: refusal.rawValue)
    }
  }

  /// What intervals and figures are not.
  private func ofInterval(_ numbers: NumberText) -> Bilingual? {
    switch warning {
    case .noTestPossible(let estimator, let inference, let minimum):
      let least = numbers.number(minimum, decimals: 3)
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): uji pada 5% tidak mungkin; nilai p "
          + "terkecil yang dapat dicapai \(least).",
        en: "\(estimator.rawValue), \(inference.rawValue): no test at 5% is possible; the "
          + "smallest attainable p-value is \(least).")
    case .intervalUnbounded(let estimator, let inference):
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): selang tidak berujung.",
        en: "\(estimator.rawValue), \(inference.rawValue): the interval is unbounded.")
    case .intervalDisjoint(let estimator, let inference, let pieces):
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): selang terdiri atas \(pieces.count) "
          + "bagian terpisah; yang ditulis merentang semuanya.",
        en: "\(estimator.rawValue), \(inference.rawValue): the interval has \(pieces.count) "
          + "separate pieces; the one shown spans them all.")
    case .noStandardError(let estimator, let inference):
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): peringkat dari undian, tanpa galat "
          + "baku dan derajat bebas.",
        en: "\(estimator.rawValue), \(inference.rawValue): a rank among draws, without standard "
          + "error and degrees of freedom.")
    case .noInterval(let estimator, let inference):
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): tanpa selang.",
        en: "\(estimator.rawValue), \(inference.rawValue): no interval.")
    case .normalApproximation(let estimator, let inference):
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): sebaran normal, tanpa derajat bebas.",
        en: "\(estimator.rawValue), \(inference.rawValue): the normal distribution, without "
          + "degrees of freedom.")
    case .noSmallestP(let estimator, let inference):
      return Bilingual(
        id: "\(estimator.rawValue), \(inference.rawValue): nilai p dari rumus, tanpa batas bawah.",
        en: "\(estimator.rawValue), \(inference.rawValue): a p-value by formula, without a "
          + "smallest value.")
    default: return nil
    }
  }

  /// What diagnostics found.
  private func ofChecks(_ numbers: NumberText) -> Bilingual {
    switch warning {
    case .fewTreatedClusters(let count):
      return Bilingual(
        id: "Hanya \(count) klaster diperlakukan: nilai p dari rumus lebih sering terlalu kecil "
          + "daripada yang tertulis (docs/pilot-assessment.md).",
        en: "Only \(count) treated cluster(s): p-values by formula are too small more often than "
          + "they say (docs/pilot-assessment.md).")
    case .exchangeabilityAssumed:
      return Bilingual(
        id: "Randomization di sini adalah permutasi dengan anggapan setiap unit sama mungkinnya "
          + "terpilih; itu benar bila penetapan diundi (--random-assignment).",
        en: "Randomization here is a permutation under exchangeability: as if any unit could as "
          + "well have been chosen; true if assignment was by lot (--random-assignment).")
    case .doseStage(let stage): return Self.doseStage(stage, numbers)
    case .preTrend(let test):
      let p = numbers.number(test.pValue, decimals: 4)
      let statistic = numbers.number(test.statistic, decimals: 3)
      let degrees = "\(test.numeratorDegrees), \(test.denominatorDegrees)"
      return Bilingual(
        id: "Uji bersama sebelum perlakuan: F(\(degrees)) = \(statistic), p = \(p). p besar bukan "
          + "bukti tren sejajar.",
        en: "Joint test before treatment: F(\(degrees)) = \(statistic), p = \(p). A large p is no "
          + "proof of parallel trends.")
    case .preTrendUntestable:
      return Bilingual(
        id: "Tren sebelum perlakuan tidak dapat diuji: tidak ada waktu lebih awal, atau klaster "
          + "terlalu sedikit.",
        en: "Trends before treatment can't be tested: no earlier time, or too few clusters.")
    case .negativeWeights(let weights):
      let sum = numbers.number(weights.negativeSum, decimals: 3)
      return Bilingual(
        id: "twfe dengan mulai bertahap: \(weights.negativeCells) dari \(weights.cells) baris "
          + "berperlakuan berbobot negatif (jumlah \(sum)).",
        en: "twfe with staggered starts: \(weights.negativeCells) of \(weights.cells) treated "
          + "rows have a negative weight (sum \(sum)).")
    default: return Bilingual(id: warning.code, en: warning.code)
    }
  }

  private static func doseStage(_ stage: DoseStage, _ numbers: NumberText) -> Bilingual {
    let effect = numbers.number(stage.effect, decimals: 3)
    let error = stage.standardError.map { numbers.number($0, decimals: 3) } ?? "–"
    let p = stage.pValue.map { numbers.number($0, decimals: 4) } ?? "–"
    return Bilingual(
      id: "Tawaran mengubah \(stage.column) sebesar \(effect) (galat baku \(error), p = \(p)). "
        + "Taksiran adalah pengaruh per satuan \(stage.column): benar hanya bila tawaran bekerja "
        + "lewat dosis itu saja, dan hanya untuk yang memakainya karena tawaran. std_error dari "
        + "metode delta; selang dari Fieller.",
      en: "The offer changed \(stage.column) by \(effect) (standard error \(error), p = \(p)). "
        + "Estimates are effects per unit of \(stage.column): true only if the offer works through "
        + "that dose alone, and only for those who use it because of the offer. std_error is by the "
        + "delta method; the interval is Fieller's.")
  }

  private func list(_ names: [String]) -> String {
    names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
  }
}
