import Exploration
import HybridWork
import PilotAssessment

/// How often the rule of the pilot sheet ends in each decision.
extension PilotDesignText {
  var decisionsTitle: String {
    let limit = fine(result.limit)
    return Bilingual(
      id: "Keputusan menurut aturan lembar pilot (batas \(limit); rancangan yang disarankan)",
      en: "Decisions under the sheet's rule (limit \(limit); recommended plan)")[language]
  }

  var decisionsHeader: [String] {
    switch language {
    case .indonesian:
      ["Bila sebenarnya", "Lanjut", "Perpanjang", "Henti", "Ada unit dihentikan sendiri"]
    case .english: ["If in truth", "Continue", "Extend", "Stop", "Some unit stopped on its own"]
    }
  }

  var decisionRows: [[String]] {
    PilotDecisions.Effect.allCases.map { effect in
      let chances = result.decisions[effect]
      return [truth(effect)[language]]
        + [chances.continued, chances.extended, chances.stopped, chances.someUnitStopped].map {
          numbers.percent($0, decimals: 0)
        }
    }
  }

  private func truth(_ effect: PilotDecisions.Effect) -> Bilingual {
    let change = values.change(result.decisions[effect].effect)
    return switch effect {
    case .none: Bilingual(id: "tidak ada yang berubah", en: "nothing changes")
    case .atLimit: Bilingual(id: "memburuk sebesar batas", en: "worse by the limit")
    case .expected:
      Bilingual(id: "seperti perkiraan Luwes (\(change))", en: "as Luwes expects (\(change))")
    }
  }

  /// The same in one sentence each, for the sheet.
  var decisionSentences: [Bilingual] {
    PilotDecisions.Effect.allCases.map { effect in
      let chances = result.decisions[effect]
      func share(_ value: Double) -> String { numbers.percent(value, decimals: 0) }
      let words = truth(effect)
      return Bilingual(
        id: "Bila \(words.indonesian): lanjut \(share(chances.continued)), perpanjang "
          + "\(share(chances.extended)), henti \(share(chances.stopped)); ada unit yang dihentikan "
          + "sendiri \(share(chances.someUnitStopped)).",
        en: "If in truth: \(words.english): continue \(share(chances.continued)), extend "
          + "\(share(chances.extended)), stop \(share(chances.stopped)); some unit stopped on its "
          + "own \(share(chances.someUnitStopped)).")
    }
  }
}
