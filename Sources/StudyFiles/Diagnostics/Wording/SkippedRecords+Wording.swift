import HybridWork

extension SkippedRecords.Fault {
  /// The column and what is wrong in it, such as `sex: blank`.
  func text(in language: Language) -> String {
    let wording = wording[language]
    return column.map { "\($0.rawValue): \(wording)" } ?? wording
  }

  private var wording: Bilingual {
    switch kind {
    case .form:
      Bilingual(
        id: "jumlah sel atau tanda kutip salah", en: "wrong number of cells or quotation mark")
    case .blank: Bilingual(id: "kosong", en: "blank")
    case .notANumber: Bilingual(id: "bukan angka yang terbaca", en: "not a number in good form")
    case .outOfRange: Bilingual(id: "di luar batas", en: "out of range")
    case .notADate: Bilingual(id: "bukan tanggal yang terbaca", en: "not a date in good form")
    case .notAFlag: Bilingual(id: "bukan ya atau tidak", en: "neither true nor false")
    case .unknownValue: Bilingual(id: "nilai tidak dikenal", en: "unknown value")
    case .spoiltIdentifier: Bilingual(id: "nomor rusak", en: "spoilt identifier")
    case .duplicateIdentifier: Bilingual(id: "nomor ganda", en: "identifier stands twice")
    }
  }
}
