import HybridWork

extension Outcome {
  /// The measure's name for planners.
  var text: Bilingual {
    switch self {
    case .eligibleShare: Bilingual(id: "Pegawai memenuhi syarat", en: "Eligible staff")
    case .flexibleDaysPerWeek:
      Bilingual(id: "Hari kerja fleksibel per minggu", en: "Flexible days a week")
    case .officeShareMean:
      Bilingual(id: "Kehadiran di kantor rata-rata", en: "Mean attendance")
    case .officeSharePeak: Bilingual(id: "Kehadiran di kantor tertinggi", en: "Peak attendance")
    case .deskNeed: Bilingual(id: "Kebutuhan meja kerja", en: "Desks needed")
    case .coverage: Bilingual(id: "Keterpenuhan petugas layanan", en: "Service coverage")
    case .fullyCoveredDays:
      Bilingual(id: "Hari layanan terpenuhi seluruhnya", en: "Fully covered days")
    case .coverageCitizens:
      Bilingual(id: "Keterpenuhan menurut pemohon", en: "Coverage by citizens")
    case .turnaroundWithinStandard:
      Bilingual(id: "Berkas selesai sesuai standar", en: "Cases within standard")
    case .turnaroundDays:
      Bilingual(id: "Rata-rata hari penyelesaian berkas", en: "Mean turnaround (working days)")
    case .openCases:
      Bilingual(id: "Berkas belum selesai di akhir masa", en: "Cases open at the end")
    case .meanWaitMinutes:
      Bilingual(id: "Waktu tunggu rata-rata (menit)", en: "Mean wait (minutes)")
    case .p90WaitMinutes:
      Bilingual(id: "Batas tunggu 90% pemohon (menit)", en: "P90 wait (minutes)")
    case .servedWithinStandard:
      Bilingual(id: "Terlayani sesuai standar", en: "Served within standard")
    case .lostCitizens: Bilingual(id: "Pemohon tidak terlayani", en: "Citizens not served")
    case .citizenTimeRupiah: Bilingual(id: "Nilai waktu masyarakat", en: "Citizens' time")
    case .fuelLitres: Bilingual(id: "Penghematan BBM (liter)", en: "Fuel saved (litres)")
    case .fuelRupiah: Bilingual(id: "Penghematan BBM (Rp)", en: "Fuel saved (Rp)")
    case .carbonKilograms: Bilingual(id: "Penurunan emisi CO₂ (kg)", en: "CO₂ avoided (kg)")
    case .commuteHours:
      Bilingual(id: "Waktu perjalanan dihemat (jam)", en: "Commute time saved (hours)")
    case .mealBudgetRupiah: Bilingual(id: "Penghematan belanja makan-minum", en: "Meals, budget")
    case .mealPrivateRupiah: Bilingual(id: "Penghematan makan pegawai", en: "Meals, staff")
    case .officeEnergyRupiah:
      Bilingual(id: "Penghematan listrik dan air kantor", en: "Office energy and water")
    case .homeCostRupiah: Bilingual(id: "Biaya kerja di rumah", en: "Cost at home")
    case .budgetNetRupiah: Bilingual(id: "Penghematan bersih APBD", en: "Net budget saving")
    case .staffNetRupiah: Bilingual(id: "Manfaat bersih bagi pegawai", en: "Net gain of staff")
    case .outputChange: Bilingual(id: "Perubahan hasil kerja", en: "Output")
    case .fteEquivalent: Bilingual(id: "Setara jumlah pegawai", en: "Full-time equivalents")
    case .accessRatioMin:
      Bilingual(id: "Rasio kesempatan terendah", en: "Lowest access ratio")
    case .burdenGini: Bilingual(id: "Ketimpangan kehadiran (Gini)", en: "Inequality of attendance")
    }
  }
}
