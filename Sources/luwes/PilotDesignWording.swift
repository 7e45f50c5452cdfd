import Exploration
import HybridWork
import PilotAssessment
import Reports

/// The sentence for a pilot that can't be designed.
struct PilotDesignWording {
  private let error: PilotDesignError

  init(_ error: PilotDesignError) { self.error = error }

  func text(_ language: Language) -> String {
    let wording: Bilingual
    switch error {
    case .simulation(let error): return SimulationWording(error).text(language)
    case .tooFewMonths(let count):
      wording = Bilingual(
        id: "Kalender studi ini hanya memuat \(count) bulan utuh; rancangan pilot perlu paling "
          + "sedikit "
          + "tiga. Perpanjang calendar.from atau calendar.to.",
        en: "The calendar of this study has \(count) whole month(s); a pilot's design needs at "
          + "least "
          + "three. Extend calendar.from or calendar.to.")
    case .tooFewUnits(let outcome, let found, let wanted):
      wording = Bilingual(
        id: "Hanya \(found) layanan yang punya \(outcome.rawValue) setiap bulan; paling sedikit "
          + "\(wanted) diminta. Pilih --outcome lain (coverage berlaku untuk semua layanan) atau "
          + "--units yang lebih kecil.",
        en: "Only \(found) service(s) have \(outcome.rawValue) in every month; at least \(wanted) "
          + "were asked for. Choose another --outcome (coverage holds for all services) or smaller "
          + "--units.")
    case .refused(let refusal):
      wording = Bilingual(
        id: "Pengaruh tidak dapat ditaksir dengan rancangan ini (\(refusal.rawValue)).",
        en: "No effect can be estimated under such a plan (\(refusal.rawValue)).")
    }
    return wording[language]
  }
}
