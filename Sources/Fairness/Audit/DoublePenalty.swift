public import HybridWork

/// Two rules of a policy that use the same fact about a person.
public struct DoublePenalty: Sendable, Equatable {
  /// How the two rules come to share a fact.
  public enum Link: Sendable, Equatable {
    /// Both read these columns, or columns derived from them.
    case sameColumns([RegisterColumn])
    /// One reads the talent box, whose potential axis is taken to weigh discipline, and the other
    /// reads discipline itself.
    case disciplineInTalentBox
  }

  /// The rules' places in the policy.
  public let first: Int, second: Int
  /// What they share.
  public let link: Link
  /// People whom both rules block; nil when suppressed.
  public let people: Int?

  /// Every pair of rules that shares a fact, in the policy's order.
  ///
  /// That discipline enters potential is declared, not read from the register: a box does not say
  /// what it was made of.
  static func find(
    _ rules: [EligibilityRule], _ patterns: FailurePatterns, smallest: Int
  ) -> [DoublePenalty] {
    var blocked = Array(repeating: 0, count: patterns.masks.count)
    for code in patterns.codes where Int(code) < blocked.count { blocked[Int(code)] += 1 }
    let read = rules.map { Set($0.condition.columns.map(\.source)) }
    return rules.indices.flatMap { first in
      rules.indices.dropFirst(first + 1).flatMap { second -> [DoublePenalty] in
        let bits = UInt64(1) << UInt64(first) | UInt64(1) << UInt64(second)
        let people = zip(patterns.masks, blocked).reduce(0) { sum, pattern in
          sum + (pattern.0 & bits == bits ? pattern.1 : 0)
        }
        let shown = CellProtection.isSmall([people], smallest) ? nil : people
        let shared = read[first].intersection(read[second])
        var links: [Link] = []
        if !shared.isEmpty {
          links.append(.sameColumns(RegisterColumn.allCases.filter(shared.contains)))
        }
        let pair = [read[first], read[second]]
        let boxes = pair.map { $0.contains(.talentBox) }
        let disciplines = pair.map { $0.contains(.discipline) }
        if (boxes[0] && disciplines[1]) || (boxes[1] && disciplines[0]) {
          links.append(.disciplineInTalentBox)
        }
        return links.map {
          DoublePenalty(first: first, second: second, link: $0, people: shown)
        }
      }
    }
  }
}

extension RegisterColumn {
  /// The column a derived column is made from; else the column itself.
  fileprivate var source: RegisterColumn {
    switch self {
    case .generation: .birthDate
    case .gradeBand: .grade
    default: self
    }
  }
}
