import HybridWork

extension Phrase {
  /// The wordings of explanations and of the unlock curve.
  var explanationText: Bilingual {
    switch self {
    case .notInForce: Bilingual(id: "tidak berlaku pada tanggal studi", en: "not in force")
    case .toPass: Bilingual(id: "agar terpenuhi", en: "to pass")
    case .and: Bilingual(id: "dan", en: "and")
    case .or: Bilingual(id: "atau", en: "or")
    case .oneOf: Bilingual(id: "salah satu dari", en: "one of")
    case .noneOf: Bilingual(id: "bukan", en: "none of")
    case .within: Bilingual(id: "dalam", en: "within")
    case .notWithin: Bilingual(id: "tidak dalam", en: "not within")
    case .months: Bilingual(id: "bulan terakhir", en: "months back")
    case .passesFrom: Bilingual(id: "terpenuhi sejak", en: "passes from")
    case .hypotheticalPerson: Bilingual(id: "Pegawai andaian", en: "Hypothetical person")
    case .onlyThisRule:
      Bilingual(id: "hanya terhalang syarat ini", en: "kept out by this rule only")
    case .admittedByException:
      Bilingual(id: "diterima dengan pengecualian", en: "admitted by exception")
    case .refusedByException:
      Bilingual(id: "ditolak dengan pengecualian", en: "refused by exception")
    case .levelGeneral: Bilingual(id: "umum", en: "general")
    case .levelUnit: Bilingual(id: "unit", en: "unit")
    case .levelPerson: Bilingual(id: "orang", en: "person")
    default: unlockText
    }
  }

  private var unlockText: Bilingual {
    switch self {
    case .tooFewToShow:
      Bilingual(
        id: "tidak ditampilkan (terlalu sedikit orang)", en: "not shown (too few people)")
    case .perFlexibleDay:
      Bilingual(id: "per hari fleksibel seminggu", en: "for each flexible day a week")
    case .runningTotal: Bilingual(id: "jumlah berjalan", en: "running total")
    case .flexibleDaysPerWeek:
      Bilingual(id: "hari fleksibel per minggu", en: "flexible days a week")
    case .nobodyToUnlock:
      Bilingual(
        id: "Tidak ada pegawai yang hanya terhalang satu syarat yang ada harganya.",
        en: "Nobody is kept out by one rule alone that has a price.")
    case .assumedPrice: Bilingual(id: "harga asumsi", en: "price assumed")
    case .noPrice: Bilingual(id: "tanpa harga", en: "no price")
    case .takeUpNote:
      Bilingual(
        id: "Hari fleksibel per minggu yang diharapkan dari satu pegawai",
        en: "Flexible days a week expected of one person")
    case .unlockNote:
      Bilingual(
        id: "Hari yang diizinkan × minat tengah; ketidakhadiran dan batas unit tidak dihitung.",
        en: "Days allowed × central take-up; absence and caps are left out.")
    case .prices: Bilingual(id: "Harga", en: "Prices")
    default: Bilingual(id: "", en: "")
    }
  }
}
