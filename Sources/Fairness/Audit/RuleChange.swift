public import HybridWork

/// A change of one rule that brings a group's ratio to four fifths or more.
public struct RuleChange: Sendable, Equatable {
  /// What is done to the rule.
  public enum Kind: Sendable, Equatable {
    /// The rule is dropped.
    case dropped
    /// The bound of one number is moved outward to a value, which is then accepted.
    case moved(RegisterColumn, to: Double)
  }

  /// The rule's place in the policy.
  public let rule: Int
  /// What is done to it.
  public let kind: Kind
  /// People of all groups who become eligible besides those who are.
  public let admitted: Int
  /// The group's ratio after the change.
  public let ratio: Double
}

/// The changes of single rules that could close gaps: each with the people it would admit.
///
/// Only people whom that rule alone blocks are admitted; exceptions never move, nor do those they
/// decide about. A bound is moved only where the condition
/// becomes no stricter by it (not under `not`); values not known stay as they are.
struct RuleChanges {
  /// A change with the people it admits, grouped in steps: the first step comes first.
  private struct Candidate {
    let rule: Int
    /// nil: the rule is dropped, in one step.
    let column: RegisterColumn?
    let people: [Int32]
    /// The value that admits each person.
    let values: [Double]
  }

  private let candidates: [Candidate]

  init(
    _ decisions: EligibilityDecisions, _ patterns: FailurePatterns, _ population: Population
  ) {
    var candidates: [Candidate] = []
    for (rule, requirement) in decisions.rules.enumerated() {
      guard let code = patterns.code(of: UInt64(1) << UInt64(rule)) else { continue }
      let blocked = patterns.codes.indices.filter { patterns.codes[$0] == code }
      candidates.append(
        Candidate(
          rule: rule, column: nil, people: blocked.map(Int32.init),
          values: blocked.map { _ in 0 }))
      for bound in MovableBound.all(in: requirement.condition) {
        let admits = bound.admits(population, on: decisions.day, rule: requirement)
        let numbers = population.numbers(bound.column)
        let steps = blocked.filter { admits?[$0] ?? true && bound.isOutside(numbers[$0]) }
          .sorted { bound.isReachedFirst(numbers[$0], numbers[$1]) }
        candidates.append(
          Candidate(
            rule: rule, column: bound.column, people: steps.map(Int32.init),
            values: steps.map { numbers[$0] }))
      }
    }
    self.candidates = candidates
  }

  /// The change that brings a group's ratio to four fifths with the fewest people admitted.
  ///
  /// - Returns: nil when no single change does. Among equals the first rule wins, and dropping it
  ///   before moving a bound.
  func cheapest(
    _ group: Int, reference: Int, _ groups: GroupCodes, _ table: GroupTable
  )
    -> RuleChange?
  {
    var best: RuleChange?
    for candidate in candidates {
      guard let change = first(candidate, group, reference, groups, table) else { continue }
      if best.map({ change.admitted < $0.admitted }) ?? true { best = change }
    }
    return best
  }

  private func first(
    _ candidate: Candidate, _ group: Int, _ reference: Int, _ groups: GroupCodes,
    _ table: GroupTable
  ) -> RuleChange? {
    let people = (Double(table.people(group)), Double(table.people(reference)))
    var eligible = (Double(table.eligible(group)), Double(table.eligible(reference)))
    for (step, person) in candidate.people.enumerated() {
      let code = Int(groups.codes[Int(person)])
      if code == group { eligible.0 += 1 }
      if code == reference { eligible.1 += 1 }
      let next = step + 1
      // People with the same value are admitted together.
      if next < candidate.values.count && candidate.values[next] == candidate.values[step] {
        continue
      }
      let ratio = (eligible.0 / people.0) / (eligible.1 / people.1)
      guard ratio >= GroupAccess.fourFifths else { continue }
      let kind = candidate.column.map { RuleChange.Kind.moved($0, to: candidate.values[step]) }
      return RuleChange(
        rule: candidate.rule, kind: kind ?? .dropped, admitted: next, ratio: ratio)
    }
    return nil
  }
}

/// One bound of one number in a condition, which could be moved outward.
private struct MovableBound {
  let column: RegisterColumn
  let range: NumberRange
  let isLower: Bool
  /// The condition with the number's bound taken away; nil when nothing but the number is asked.
  let rest: Condition?

  static func all(in condition: Condition) -> [MovableBound] {
    find(condition) { $0 }.map { bound in
      if case .number = condition {
        return MovableBound(
          column: bound.column, range: bound.range, isLower: bound.isLower, rest: nil)
      }
      return bound
    }
  }

  private static func find(
    _ condition: Condition, _ within: (Condition) -> Condition
  ) -> [MovableBound] {
    switch condition {
    case .number(let column, let range):
      [true, false].filter { (isLower: Bool) in
        (isLower ? range.lower : range.upper) != .none
      }.map { isLower in
        let open =
          isLower ? NumberRange(upper: range.upper) : NumberRange(lower: range.lower)
        return MovableBound(
          column: column, range: range, isLower: isLower,
          rest: within(.number(column, open)))
      }
    case .all(let parts): find(parts) { within(.all($0)) }
    case .any(let parts): find(parts) { within(.any($0)) }
    case .not, .category, .flag, .talentBox, .date: []
    }
  }

  private static func find(
    _ parts: [Condition], _ within: ([Condition]) -> Condition
  ) -> [MovableBound] {
    parts.indices.flatMap { place in
      find(parts[place]) { changed in
        var all = parts
        all[place] = changed
        return within(all)
      }
    }
  }

  /// For each person whether the rule blocks no more once the bound is gone; nil when it never does.
  func admits(
    _ population: Population, on day: WorkDate?, rule: EligibilityRule
  ) -> [Bool]? {
    rest?.assess(population, on: day).map { answer in
      answer == .passes || (answer == .unassessed && rule.unassessed == .pass)
    }
  }

  /// Whether a number lies beyond this bound, and within the other.
  func isOutside(_ number: Double) -> Bool {
    let open = isLower ? NumberRange(upper: range.upper) : NumberRange(lower: range.lower)
    return !number.isNaN && !range.contains(number) && open.contains(number)
  }

  func isReachedFirst(_ left: Double, _ right: Double) -> Bool {
    isLower ? left > right : left < right
  }
}
