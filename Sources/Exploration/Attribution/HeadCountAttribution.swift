import HybridWork
import Simulation

/// The eligible share of everyone and of each group divided among the rules, from the register
/// alone.
struct HeadCountAttribution {
  let everyone: AttributedOutcome
  let groups: [AttributedOutcome]
  let gaps: [AttributedOutcome]
  /// What must be hidden of any outcome for everyone.
  let suppression: RuleSuppression

  init(_ study: Study, policy: Policy, decisions: EligibilityDecisions) {
    let smallest = study.reporting.smallestGroup
    let offers = policy.levers.schedule.offersFlexibleDays
    let all = EligibilityRow(.all, FailedSets(decisions), offers: offers, smallest: smallest)
    let total = CellSuppression(total: all.counts, isSmall: all.isSmall)
    suppression = RuleSuppression(hidden: total.hidden[0], all.sets, smallest: smallest)
    everyone = suppression.applied(to: all.attributed)

    var groups: [AttributedOutcome] = []
    var gaps: [AttributedOutcome] = []
    for column in study.reporting.groups {
      let values = study.population.groups(by: column)
      let rows = Self.rows(column, values, decisions, offers: offers, smallest: smallest)
      let cells = CellSuppression(
        rows: rows.map(\.counts), isSmall: rows.map(\.isSmall), below: total)
      // The row of people whose group is not known comes last and is never shown.
      let shown = rows.indices.dropLast().map { place in
        RuleSuppression(hidden: cells.hidden[place + 1]).applied(to: rows[place].attributed)
      }
      groups += shown
      let sizes = rows.dropLast().map(\.sets.people)
      if let largest = sizes.max(), let reference = sizes.firstIndex(of: largest) {
        gaps += shown.indices.filter { $0 != reference && sizes[$0] > 0 }.map {
          shown[$0].gap(to: shown[reference])
        }
      }
    }
    self.groups = groups
    self.gaps = gaps
  }

  private static func rows(
    _ column: RegisterColumn, _ values: CategoryColumn, _ decisions: EligibilityDecisions,
    offers: Bool, smallest: Int
  ) -> [EligibilityRow] {
    let codes = values.levels.indices.map { UInt16($0) } + [CategoryColumn.unknown]
    return codes.map { code in
      let name = code == CategoryColumn.unknown ? "" : values.levels[Int(code)]
      return EligibilityRow(
        .level(column, name), FailedSets(decisions) { values.codes[$0] == code }, offers: offers,
        smallest: smallest)
    }
  }
}

/// The eligible share of some people, its division, and which counts behind it are small.
private struct EligibilityRow {
  let sets: FailedSets
  let attributed: AttributedOutcome
  /// People failing each rule, then people kept out by any.
  let counts: [Int]
  /// Which of the counts must be hidden for their own sake.
  let isSmall: [Bool]

  init(_ group: OutcomeGroup, _ sets: FailedSets, offers: Bool, smallest: Int) {
    self.sets = sets
    func share(_ people: Double) -> Double {
      sets.people > 0 && offers ? people / Double(sets.people) : 0
    }
    let alone = sets.failingOnly
    let shares = sets.shared(sets.counts.map(Double.init)).enumerated().map { rule, loss in
      RuleShare(
        value: share(0 - loss), orderError: 0, worldError: 0, removal: share(Double(alone[rule])))
    }
    let open = sets.eligible(under: 0)
    let eligible = sets.eligible(under: sets.allRules)
    attributed = AttributedOutcome(
      outcome: .eligibleShare, group: group, reference: nil,
      ends: .init(withoutRules: share(Double(open)), withAllRules: share(Double(eligible))),
      shares: shares, method: .exact, count: sets.people)
    let isTooFew = { (count: Int) in count > 0 && count < smallest }
    counts = sets.failing + [open - eligible]
    let isGroupSmall = isTooFew(sets.people)
    isSmall =
      sets.failing.map { isGroupSmall || isTooFew($0) } + [
        isGroupSmall || [open - eligible, eligible, sets.people - open].contains(where: isTooFew)
      ]
  }
}

extension AttributedOutcome {
  /// This group's division less another's: what each rule adds to the gap between them.
  fileprivate func gap(to reference: AttributedOutcome) -> AttributedOutcome {
    let both = ends.flatMap { own in reference.ends.map { (own, $0) } }
    return AttributedOutcome(
      outcome: outcome, group: group, reference: reference.group,
      ends: both.map { own, other in
        Ends(
          withoutRules: own.withoutRules - other.withoutRules,
          withAllRules: own.withAllRules - other.withAllRules)
      },
      shares: zip(shares, reference.shares).map { own, other in
        guard let own, let other else { return nil }
        return RuleShare(
          value: own.value - other.value, orderError: 0, worldError: 0, removal: nil)
      }, method: method, count: count)
  }
}
