import Exploration
import HybridWork

extension ShadowQuantity {
  /// The quantity's name for reading.
  var text: Bilingual {
    switch self {
    case .officeShare: Bilingual(id: "Di kantor", en: "In the office")
    case .flexibleShare: Bilingual(id: "Bekerja di luar kantor", en: "Working away")
    case .sickShare: Bilingual(id: "Sakit", en: "Sick")
    case .leaveShare: Bilingual(id: "Cuti", en: "On leave")
    case .travelShare: Bilingual(id: "Dinas luar atau diklat", en: "Travel or training")
    case .otherShare: Bilingual(id: "Tidak hadir lainnya", en: "Otherwise missing")
    case .arrivalsPerDay: Bilingual(id: "Pemohon per hari", en: "Citizens a day")
    case .meanWaitMinutes: Bilingual(id: "Tunggu rata-rata", en: "Mean wait")
    case .p90WaitMinutes: Bilingual(id: "Batas tunggu 90% pemohon", en: "P90 wait")
    case .servedWithinStandard: Bilingual(id: "Terlayani sesuai standar", en: "Within standard")
    }
  }

  /// A value for reading: shares as percentages, waits in minutes.
  func text(_ value: Double, _ language: Language) -> String {
    let numbers = NumberText(language: language)
    switch unit {
    case "share": return numbers.percent(value)
    case "minutes":
      let minutes = Bilingual(id: "menit", en: "min")[language]
      return value.isFinite ? "\(numbers.number(value, decimals: 1)) \(minutes)" : "–"
    default: return numbers.number(value, decimals: 1)
    }
  }
}

extension ShadowFinding.Verdict {
  /// The verdict for reading.
  var text: Bilingual {
    switch self {
    case .reproduced: Bilingual(id: "terulang", en: "repeated")
    case .withinTolerance: Bilingual(id: "di luar rentang, selisih kecil", en: "outside, by little")
    case .doubtful: Bilingual(id: "di luar rentang", en: "outside the range")
    case .notReproduced: Bilingual(id: "TIDAK TERULANG", en: "NOT REPEATED")
    case .logIncomplete: Bilingual(id: "log tidak lengkap", en: "log incomplete")
    }
  }
}
