import HybridWork
import Statistics

/// How far a plain comparison of staff on flexible days with staff in the office is wrong when
/// good performers are admitted rather than others.
///
/// Staff differ by their performance level (below, meets, above expectation) before any flexible
/// day. The difference of mean levels between those admitted and the others, times what a level is
/// worth in output, shows in a plain comparison though the policy does nothing.
public struct SelectionBias: Equatable, Sendable {
  /// Mean performance level of those admitted less that of the others, in levels; NaN when either
  /// group has nobody whose level is known.
  public let levels: Double
  /// What a level is worth: its 5, 50 and 95 per cent quantiles.
  private let gap: [Double]

  /// The bias of a policy that decides as given.
  init(_ decisions: EligibilityDecisions, in study: Study) {
    let column = study.population.categories(.talentBox)
    let ratings = column.levels.map { name -> Double? in
      TalentCell.allCases.first { $0.name == name }
        .map { Double($0.performance.rawValue) }
    }
    var sums = (admitted: 0.0, others: 0.0)
    var counts = (admitted: 0, others: 0)
    for (person, code) in column.codes.enumerated() where code != CategoryColumn.unknown {
      guard let rating = ratings[Int(code)] else { continue }
      if decisions.isEligible(person) {
        sums.admitted += rating
        counts.admitted += 1
      } else {
        sums.others += rating
        counts.others += 1
      }
    }
    levels =
      counts.admitted > 0 && counts.others > 0
      ? sums.admitted / Double(counts.admitted) - sums.others / Double(counts.others) : .nan
    gap = [0.05, 0.5, 0.95].map { study.assumptions[.ratingOutputGap].quantile($0) }
  }

  /// What a plain comparison shows of output when the policy changes none: its middle and 90% range.
  public var output: (p05: Double, p50: Double, p95: Double) {
    let ends = [levels * gap[0], levels * gap[2]]
    return (min(ends[0], ends[1]), levels * gap[1], max(ends[0], ends[1]))
  }
}

extension StudyAssumption {
  /// A quantile of what is assumed; of dated numbers the first.
  func quantile(_ probability: Double) -> Double {
    switch value {
    case .dated(let values): values.first?.value ?? .nan
    case .distributed(let distribution): distribution.quantile(probability)
    }
  }
}

extension StudyResult {
  /// How far a plain comparison would mislead about output under a scenario; nil for one without
  /// flexible days.
  public func selectionBias(scenario: Int) -> SelectionBias? {
    guard study.scenarios[scenario].levers.schedule.offersFlexibleDays else { return nil }
    return SelectionBias(decisions[scenario], in: study)
  }
}
