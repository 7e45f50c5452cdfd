import HybridWork

/// Every wording of comparison, sensitivity and robustness, in both languages.
enum DecisionPhrase: CaseIterable {
  case difference, oneCalendar, notKnowing, monteCarlo, better, equal, luckLeft
  case best, meanRank, meanRegret, regret95, mostRegret, rankedBy, against, mean
  case lever, step, total, byShapley, inOrder
  case ofCorrelated, alwaysAlike, alwaysFirst, noDriver, leadGoesWith
  case firstIndex, totalIndex, meanStep, sensitivityOf, mostly, shareOfLuck, factor
  case atLow, atHigh, from, to, tornadoOf, central
  case safeShare, watchShare, worstWorld, badTenth, keepsAll, failsWhen, noBox, neverFails
  case alwaysFails, andWhen, above, below
  case pawnOf, pawnMedian, pawnGreatest, pawnChance
  case intervalsNote, luckNote, rankingNote, leversNote, sobolNote, groupNote, tornadoNote
  case robustNote, discoveryNote, pawnNote, shortBarsNote

  /// The wording in both languages.
  var text: Bilingual { label ?? sentence ?? note }

  private var label: Bilingual? {
    switch self {
    case .difference: Bilingual(id: "Selisih rata-rata", en: "Mean difference")
    case .oneCalendar: Bilingual(id: "Kisaran satu kalender", en: "Range of one calendar")
    case .notKnowing: Bilingual(id: "Ketidaktahuan", en: "Not-knowing")
    case .monteCarlo: Bilingual(id: "Galat Monte Carlo", en: "Monte Carlo error")
    case .better: Bilingual(id: "Peluang lebih baik", en: "Probability better")
    case .equal: Bilingual(id: "Peluang sama", en: "Probability equal")
    case .luckLeft: Bilingual(id: "Keberuntungan tersisa", en: "Luck left")
    case .best: Bilingual(id: "Peluang terbaik", en: "Probability best")
    case .meanRank: Bilingual(id: "Peringkat rata-rata", en: "Mean rank")
    case .meanRegret: Bilingual(id: "Penyesalan rata-rata", en: "Mean regret")
    case .regret95: Bilingual(id: "Penyesalan P95", en: "Regret P95")
    case .mostRegret: Bilingual(id: "Penyesalan terbesar", en: "Greatest regret")
    case .mean: Bilingual(id: "Rata-rata", en: "Mean")
    case .lever: Bilingual(id: "Tuas", en: "Lever")
    case .step: Bilingual(id: "Bagian dari selisih", en: "Part of the difference")
    case .total: Bilingual(id: "Jumlah", en: "Sum")
    case .firstIndex: Bilingual(id: "Sendiri (S)", en: "Alone (S)")
    case .totalIndex: Bilingual(id: "Seluruhnya (ST)", en: "In all (ST)")
    case .meanStep: Bilingual(id: "Langkah rata-rata", en: "Mean step")
    case .factor: Bilingual(id: "Asumsi", en: "Assumption")
    case .from: Bilingual(id: "P5", en: "P5")
    case .to: Bilingual(id: "P95", en: "P95")
    case .atLow: Bilingual(id: "Selisih pada P5", en: "Difference at P5")
    case .atHigh: Bilingual(id: "Selisih pada P95", en: "Difference at P95")
    case .safeShare: Bilingual(id: "Memenuhi semua batas aman", en: "Keeps every safe limit")
    case .watchShare: Bilingual(id: "Memenuhi batas waspada", en: "Keeps every watch limit")
    case .worstWorld: Bilingual(id: "dunia terburuk", en: "worst world")
    case .badTenth: Bilingual(id: "sepersepuluh terburuk", en: "bad tenth")
    case .pawnMedian: Bilingual(id: "PAWN tengah", en: "PAWN median")
    case .pawnGreatest: Bilingual(id: "PAWN terbesar", en: "PAWN greatest")
    default: nil
    }
  }

  private var sentence: Bilingual? {
    switch self {
    case .alwaysAlike: Bilingual(id: "sama di semua dunia", en: "alike in every world")
    case .alwaysFirst:
      Bilingual(
        id: "di semua dunia; tidak ada asumsi dalam rentangnya yang mengubah tempat pertama",
        en: "in every world; no assumption within its range changes the first place")
    case .noDriver:
      Bilingual(
        id: "tidak ada satu asumsi yang menonjol menentukan keunggulannya",
        en: "no single assumption stands out in its lead")
    case .leadGoesWith:
      Bilingual(id: "keunggulannya mengikuti", en: "the lead goes with")
    case .ofCorrelated:
      Bilingual(id: "lainnya yang berkorelasi", en: "others correlated with them")
    case .rankedBy: Bilingual(id: "Peringkat menurut", en: "Ranked by")
    case .against: Bilingual(id: "dibandingkan dengan", en: "against")
    case .byShapley:
      Bilingual(id: "menurut nilai Shapley (semua urutan)", en: "by Shapley's value (all orders)")
    case .inOrder: Bilingual(id: "menurut urutan yang ditetapkan", en: "in the order declared")
    case .sensitivityOf: Bilingual(id: "Apa yang menentukan", en: "What decides")
    case .tornadoOf: Bilingual(id: "Satu per satu", en: "One at a time")
    case .pawnOf: Bilingual(id: "Penyaringan PAWN", en: "Screening by PAWN")
    case .pawnChance:
      Bilingual(
        id: "Batas kebetulan (P95 dari yang terbesar)", en: "Chance (P95 of the greatest)")
    case .central: Bilingual(id: "semua di tengah", en: "all at their middle")
    case .mostly: Bilingual(id: "Terutama bergantung pada", en: "Depends mostly on")
    case .shareOfLuck:
      Bilingual(
        id: "Bagian keberuntungan dalam ragam satu kalender",
        en: "Share of luck in the variance of one calendar")
    case .keepsAll:
      Bilingual(
        id: "tidak melanggar batas apa pun di dunia mana pun", en: "breaks no limit in any world")
    case .failsWhen: Bilingual(id: "gagal bila", en: "fails when")
    case .andWhen: Bilingual(id: "dan", en: "and")
    case .above: Bilingual(id: "di atas", en: "is above")
    case .below: Bilingual(id: "di bawah", en: "is below")
    case .noBox:
      Bilingual(
        id: "gagal di sebagian dunia, tetapi tidak ada asumsi yang menjelaskannya",
        en: "fails in some worlds, but no assumption tells which")
    case .neverFails:
      Bilingual(
        id: "batas lain tidak dilanggar di dunia mana pun", en: "breaks no other limit in any world"
      )
    case .alwaysFails: Bilingual(id: "melanggar batas di semua dunia", en: "breaks in every world")
    default: nil
    }
  }

  private var note: Bilingual {
    switch self {
    case .intervalsNote:
      Bilingual(
        id: "Kisaran satu kalender: P5–P95 hasil satu kalender. Ketidaktahuan: P5–P95 rata-rata "
          + "dunia, keberuntungan dihilangkan. Galat Monte Carlo: rentang 90% rata-rata itu sendiri.",
        en:
          "Range of one calendar: P5–P95 of what one calendar brings. Not-knowing: P5–P95 of world "
          + "means, luck removed. Monte Carlo error: the 90% interval of the mean itself.")
    case .luckNote:
      Bilingual(
        id: "Keberuntungan tersisa: ragam keberuntungan dalam selisih, dibanding bila tiap "
          + "kebijakan punya keberuntungan sendiri (100%).",
        en: "Luck left: the variance of luck in the difference, beside what it would be if each "
          + "policy had luck of its own (100%).")
    case .rankingNote:
      Bilingual(
        id: "Peluang dan penyesalan dihitung antar-dunia; penyesalan: jarak ke pilihan terbaik di "
          + "dunia itu.",
        en:
          "Probabilities and regret are over worlds; regret: the distance from the best choice in "
          + "that world.")
    case .leversNote:
      Bilingual(
        id: "Tuas kebijakan pembanding diganti satu per satu; bagian-bagiannya tepat berjumlah "
          + "selisih seluruhnya.",
        en: "The levers of the policy compared with are exchanged one after another; the parts sum "
          + "exactly to the difference.")
    case .sobolNote:
      Bilingual(
        id: "S: bagian ragam yang hilang bila asumsi ini diketahui; ST: bagian yang tersisa bila "
          + "semua yang lain diketahui. Rentang 90% dari titik dasar yang diambil ulang.",
        en:
          "S: the share of variance that goes if this were known; ST: the share that stays if all "
          + "else were. 90% intervals from resampled base points.")
    case .groupNote:
      Bilingual(
        id: "Asumsi yang berkorelasi diubah bersama-sama sebagai satu kelompok (+).",
        en: "Correlated assumptions are varied together as one group (+).")
    case .tornadoNote:
      Bilingual(
        id:
          "Satu asumsi bergerak dari P5 ke P95, yang lain di tengah, keberuntungan hari tetap sama.",
        en: "One assumption moves from P5 to P95, the others stay at their middle; the luck of the "
          + "days is the same throughout.")
    case .shortBarsNote:
      Bilingual(
        id: "Batang di bawah seperseratus yang terpanjang tidak ditampilkan.",
        en: "Bars shorter than a hundredth of the longest are not shown.")
    case .robustNote:
      Bilingual(
        id: "Dihitung dari rata-rata tiap dunia. Terburuk: dunia yang paling merugikan; "
          + "sepersepuluh terburuk: sembilan dari sepuluh dunia lebih baik.",
        en:
          "From the mean of each world. Worst: the least favourable world; bad tenth: nine of ten "
          + "worlds do better.")
    case .discoveryNote:
      Bilingual(
        id:
          "Gagal: melanggar satu batas aman studi, selain yang dilanggar di semua dunia. Cakupan: bagian kegagalan yang tercakup; "
          + "kepadatan: bagian dunia tercakup yang gagal (PRIM).",
        en: "To fail: to break one of the study's safe limits, those broken everywhere aside. "
          + "Coverage: the share of failures that "
          + "lie there; density: the share of worlds there that fail (PRIM).")
    default:
      Bilingual(
        id: "PAWN: seberapa jauh sebaran hasil bergeser bila asumsi ada di sebagian rentangnya; di "
          + "bawah batas kebetulan tidak berarti.",
        en:
          "PAWN: how far the distribution of results moves when the assumption lies in one part of "
          + "its range; what is below chance means nothing.")
    }
  }
}

extension Language {
  /// A wording of comparison, sensitivity and robustness.
  subscript(_ phrase: DecisionPhrase) -> String { phrase.text[self] }
}
