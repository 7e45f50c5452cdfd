import RealModule

/// How much likelier some people are to apply than `opt_in_voluntary` says, as an odds ratio.
public struct OptInOdds: Hashable, Sendable {
  /// Whom the ratio is about.
  public enum Modifier: Hashable, Sendable {
    /// A ratio for every ten kilometres of one-way commute beyond `at`, where the assumption holds.
    case commute(per10Kilometres: Double, at: Double)
    /// A ratio for people with one value of a category.
    case level(RegisterColumn, String, ratio: Double)
  }

  /// Whom and by how much.
  public let modifier: Modifier
  /// Where the ratio comes from.
  public let provenance: Provenance

  /// A ratio with its source.
  public init(_ modifier: Modifier, provenance: Provenance) {
    self.modifier = modifier
    self.provenance = provenance
  }

  /// The product of all ratios for every person, exactly 1 where none applies.
  ///
  /// A value that is not known leaves the odds as they are.
  public static func ratios(_ modifiers: [OptInOdds], _ population: Population) -> [Double] {
    var ratios = Array(repeating: 1.0, count: population.count)
    for odds in modifiers {
      switch odds.modifier {
      case .commute(let ratio, let kilometres):
        for (person, distance) in population.numbers(.commuteKilometres).enumerated()
        where !distance.isNaN && ratio != 1 {
          ratios[person] *= Double.pow(ratio, (distance - kilometres) / 10)
        }
      case .level(let column, let level, let ratio):
        let values = population.categories(column)
        guard let code = values.levels.firstIndex(of: level) else { continue }
        for person in ratios.indices where Int(values.codes[person]) == code {
          ratios[person] *= ratio
        }
      }
    }
    return ratios
  }

  /// A probability whose odds are multiplied by `ratio`; 0 and 1 stay, and so does any with ratio 1.
  public static func applied(_ ratio: Double, to probability: Double) -> Double {
    guard ratio != 1 else { return probability }
    return ratio * probability / (1 - probability + ratio * probability)
  }
}
