import Exploration
import HybridWork
import PilotAssessment
import Simulation

/// What a pilot of this design can't teach.
extension PilotDesignText {
  var limitsTitle: String {
    Bilingual(id: "Yang tidak dapat dipelajari", en: "What can't be learnt")[language]
  }

  var limits: [String] { (powerLimits + standingLimits).map { $0[language] } }

  /// What the figures say.
  private var powerLimits: [Bilingual] {
    var limits: [Bilingual] = []
    var impossible: [String] = []
    for plan in result.powers.map(\.plan) where !plan.isTestPossible {
      let text = "\(plan.treated)/\(plan.units) \(start(plan))"
      if !impossible.contains(text) { impossible.append(text) }
    }
    if !impossible.isEmpty {
      let list = impossible.joined(separator: ", ")
      limits.append(
        Bilingual(
          id: "Tidak ada uji pada 5% yang mungkin lewat undian dengan (diperlakukan/unit): "
            + "\(list).",
          en: "No test at 5% is possible by the lot with (treated/units): \(list)."))
    }
    let effect = result.best.trueEffect
    if effect == 0 {
      limits.append(
        Bilingual(
          id: "Menurut Luwes kebijakan ini tidak mengubah ukuran ini; pilot hanya dapat menyangkal "
            + "perubahan yang lebih besar daripada pengaruh terkecil yang tampak.",
          en: "By Luwes this policy does not change this measure; a pilot can only rule out "
            + "changes "
            + "larger than the least effect that shows."))
    } else if !result.findsExpectedEffect {
      limits.append(
        Bilingual(
          id: "Tidak satu pun rancangan menemukan pengaruh yang diperkirakan (\(fine(effect))) "
            + "dalam "
            + "80% pilot. Hasil yang tidak nyata tidak membuktikan bahwa tidak ada pengaruh.",
          en: "No plan finds the expected effect (\(fine(effect))) in 80% of pilots. A result "
            + "that is "
            + "not significant will not prove that there is none."))
    }
    if let least = result.standardised.byLot.minimumDetectableEffect {
      let size = numbers.number(least, decimals: 2)
      limits.append(
        Bilingual(
          id: "IKM, pengaduan dan SKP tidak disimulasikan. Dengan rancangan yang disarankan, "
            + "pengaruh atasnya tampak mulai \(size) kali simpangan baku antarbulan satu unit.",
          en: "IKM, complaints and SKP are not simulated. Under the recommended plan an effect on "
            + "them shows from \(size) times the month-to-month standard deviation of a unit."))
    }
    return limits
  }

  /// What no pilot of this kind teaches.
  private var standingLimits: [Bilingual] {
    [
      Bilingual(
        id: "Pengaruh setelah \(result.settings.months.upperBound) bulan, misalnya pada "
          + "keluar-masuk "
          + "pegawai.",
        en: "Effects after \(result.settings.months.upperBound) months, such as on staff "
          + "turnover."),
      Bilingual(
        id: "Pengaruh pada unit yang lain sifatnya dari unit pilot.",
        en: "Effects on units unlike those of the pilot."),
      Bilingual(
        id: "Warga yang beralih ke unit pembanding membuat pengaruh tampak lebih besar; jumlahnya "
          + "perlu dicatat, sebab rancangan ini tidak dapat memisahkannya.",
        en: "Citizens who move to comparison units make effects look larger; they must be counted, "
          + "since this design can't tell them apart."),
    ]
  }
}
