import Exploration
import Foundation
import HybridWork

/// The sentence for evidence that can't be set against a study's worlds.
struct PosteriorWording {
  private let error: PosteriorError

  init(_ error: PosteriorError) { self.error = error }

  func text(_ language: Language) -> String {
    let wording: Bilingual =
      switch error {
      case .unknownPolicy(let entry, let policy):
        Bilingual(
          id: "evidence[\(entry)]: studi ini tidak menjalankan kebijakan \(policy).",
          en: "evidence[\(entry)]: this study does not run the policy \(policy).")
      case .notReported(let entry, let outcome, let group):
        Bilingual(
          id:
            "evidence[\(entry)]: studi tidak melaporkan \(outcome.rawValue) untuk \(group). Pakai "
            + "studi yang hanya memuat unit uji coba, dengan everyone: true.",
          en:
            "evidence[\(entry)]: the study does not report \(outcome.rawValue) for \(group). Use a "
            + "study of the pilot's units alone, with everyone: true.")
      case .isTotal(let entry, let outcome):
        Bilingual(
          id: "evidence[\(entry)]: \(outcome.rawValue) adalah jumlah seluruh kalender; pakai hasil "
            + "berupa porsi, menit atau hari per minggu.",
          en:
            "evidence[\(entry)]: \(outcome.rawValue) is a total over the calendar; use an outcome "
            + "in shares, minutes or days a week.")
      case .otherEstimand(let entry):
        Bilingual(
          id:
            "evidence[\(entry)]: studi memperkirakan akibat tawaran (estimand: offer), bukan akibat "
            + "setiap hari fleksibel.",
          en:
            "evidence[\(entry)]: a study predicts the effect of the offer (estimand: offer), not of "
            + "each flexible day.")
      case .invalidInference(let entry, let inference, let fewest):
        invalid(entry, inference, fewest)
      case .tooFewWorlds(let effective, let needed): tooFew(effective, needed)
      }
    return wording[language]
  }

  private func invalid(
    _ entry: Int, _ inference: PilotEvidence.Inference, _ fewest: Int?
  ) -> Bilingual {
    guard let fewest else {
      return Bilingual(
        id:
          "evidence[\(entry)]: \(inference.rawValue) tidak memberi galat baku yang sah sebagai bukti.",
        en: "evidence[\(entry)]: \(inference.rawValue) gives no standard error that is evidence.")
    }
    return Bilingual(
      id:
        "evidence[\(entry)]: \(inference.rawValue) memerlukan sedikitnya \(fewest) unit uji coba.",
      en: "evidence[\(entry)]: \(inference.rawValue) needs at least \(fewest) treated units.")
  }

  private func tooFew(_ effective: Double, _ needed: Double) -> Bilingual {
    let (found, least) = (String(format: "%.0f", effective), String(format: "%.0f", needed))
    return Bilingual(
      id:
        "Bukti ini menyisakan \(found) dunia efektif; diperlukan \(least). Naikkan --worlds, atau "
        + "periksa apakah asumsi studi dapat menghasilkan temuan itu.",
      en: "This evidence leaves \(found) effective worlds; \(least) are needed. Raise --worlds, or "
        + "check whether the study's assumptions can bring forth that finding.")
  }
}
