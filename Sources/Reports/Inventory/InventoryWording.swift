import Fairness
import HybridWork

/// Classes and reasons of the inventory as planners read them.
struct InventoryWording {
  let language: Language

  private var numbers: NumberText { NumberText(language: language) }

  /// A class in words.
  func text(_ outcome: MovabilityClass) -> String {
    switch outcome {
    case .away: language[.movableAway]
    case .partly: language[.movablePartly]
    case .placeBound: language[.movablePlaceBound]
    case .doubtful: language[.movableDoubtful]
    }
  }

  /// The class, and for a doubtful one what it leans to.
  func outcome(_ verdict: MovabilityVerdict) -> String {
    guard verdict.outcome == .doubtful else { return text(verdict.outcome) }
    return "\(text(.doubtful)) (→ \(text(verdict.leaning)))"
  }

  /// A share of time as a percentage.
  func share(_ share: Double) -> String { numbers.percent(share, decimals: 0) }

  /// The distance to the nearest threshold; a dash where something else decides.
  func margin(_ verdict: MovabilityVerdict) -> String {
    verdict.margin.map { numbers.number($0, decimals: 2) } ?? NumberText.undefined
  }

  /// All reasons, separated by semicolons.
  func reasons(_ verdict: MovabilityVerdict, showingShares: Bool = true) -> String {
    verdict.reasons.compactMap { reason in
      switch reason {
      case .movableShare(let movable):
        showingShares ? "\(language[.movableTime]) \(share(movable))" : nil
      case .nearThreshold(let margin):
        showingShares
          ? "\(language[.nearThreshold]) (\(numbers.number(margin, decimals: 2)))"
          : language[.nearThreshold]
      case .criterionFailed(let criterion): failed(criterion)
      case .criterionUnanswered(let criterion): "\(criterion.rawValue): \(language[.unanswered])"
      case .derived: language[.derivedProfile]
      case .needsPeopleOnSite: language[.needsPeopleOnSite]
      case .staffCouldBeAway: language[.staffCouldBeAway]
      case .noKnownStaff: language[.noKnownStaff]
      }
    }.joined(separator: "; ")
  }

  private func failed(_ criterion: PositionCriterion) -> String {
    switch criterion {
    case .doableElsewhere: language[.notDoableElsewhere]
    case .specialRoomOrEquipment: language[.needsRoom]
    case .byICT: language[.notByICT]
    case .faceToFace: language[.needsMeeting]
    case .constantSupervision: language[.needsSupervision]
    }
  }
}
