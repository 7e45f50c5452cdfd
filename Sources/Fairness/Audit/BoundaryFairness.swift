import HybridWork
import RealModule
import Statistics

/// How often eligibility in a group hangs on a rating that another rater might not have given.
public struct BoundaryFairness: Sendable, Equatable {
  /// Share of the group's people whose eligibility changes when all ratings are drawn again.
  public let flips: Double
  /// The Monte Carlo standard error of `flips`.
  public let standardError: Double
  /// Shares that lose and that gain eligibility; they sum to `flips`.
  public let loses: Double, gains: Double
  /// The selection rate in nine redraws of ten: 5th and 95th percentile.
  public let rates: ClosedRange<Double>
}

/// Whom the rules would let pass in each of the nine cells, and whose eligibility then changes.
struct BoundaryRedraws {
  /// For each person, bit c set when the person would be eligible in cell c; 0 for those never
  /// eligible or without a cell.
  private let passes: [UInt16]
  private let cells: [UInt16]
  private let keys: [RandomKey]
  private let raterError: RaterError

  init(_ decisions: EligibilityDecisions, _ population: Population, _ raterError: RaterError) {
    let readers = decisions.rules.indices.filter {
      decisions.isInForce[$0] && decisions.rules[$0].condition.columns.contains(.talentBox)
    }
    let readerBits = readers.reduce(UInt64(0)) { $0 | UInt64(1) << UInt64($1) }
    var passes = (0..<decisions.count).map { person -> UInt16 in
      decisions.blocking(person) & ~readerBits == 0 ? 0x1FF : 0
    }
    for rule in readers.map({ decisions.rules[$0] }) {
      for cell in TalentCell.allCases {
        let bit = UInt16(1) << UInt16(cell.index)
        let answers = rule.condition.placing(in: cell).assess(population, on: decisions.day)
        for (person, answer) in answers.enumerated() {
          let blocks = answer == .fails || (answer == .unassessed && rule.unassessed == .fail)
          if blocks { passes[person] &= ~bit }
        }
      }
    }
    Self.apply(decisions, population, to: &passes)
    self.passes = passes
    cells = Self.cells(population)
    self.raterError = raterError
    let root = RandomKey(seed: raterError.seed).child("rater-error")
    // One stream a person, by unit and identity: nobody's draws depend on a place in the file.
    keys = population.units.flatMap { unit in
      let key = root.child(unit.name)
      return unit.people.map { key.child(population.identifiers[$0]) }
    }
  }

  /// Lets exceptions decide in place of the rules, in each cell those that apply there.
  private static func apply(
    _ decisions: EligibilityDecisions, _ population: Population, to passes: inout [UInt16]
  ) {
    let readsBox = decisions.exceptions.contains { $0.condition.columns.contains(.talentBox) }
    for cell in TalentCell.allCases where !decisions.exceptions.isEmpty {
      let bit = UInt16(1) << UInt16(cell.index)
      let placed =
        readsBox
        ? decisions.withExceptions(population) { $0.condition.placing(in: cell) } : decisions
      for person in passes.indices {
        guard let exception = placed.exception(for: person) else { continue }
        if exception.effect == .admit { passes[person] |= bit } else { passes[person] &= ~bit }
      }
    }
    for person in passes.indices where decisions.isOutside[person] { passes[person] = 0 }
  }

  private static func cells(_ population: Population) -> [UInt16] {
    let column = population.categories(.talentBox)
    let places = column.levels.map { name in
      UInt16(TalentCell.allCases.firstIndex { $0.name == name } ?? 0)
    }
    return column.codes.map {
      $0 == CategoryColumn.unknown ? CategoryColumn.unknown : places[Int($0)]
    }
  }

  /// The figures of every group of every grouping.
  func figures(_ groupings: [GroupCodes], _ tables: [GroupTable]) -> [[BoundaryFairness?]] {
    var lost = groupings.map { Array(repeating: [Int](), count: $0.labels.count) }
    var gained = lost
    for draw in 0..<raterError.redraws {
      for grouping in groupings.indices {
        for group in lost[grouping].indices {
          lost[grouping][group].append(0)
          gained[grouping][group].append(0)
        }
      }
      for person in passes.indices {
        guard let isGain = flip(person, draw) else { continue }
        for (grouping, codes) in groupings.enumerated() {
          let group = Int(codes.codes[person])
          if isGain {
            gained[grouping][group][draw] += 1
          } else {
            lost[grouping][group][draw] += 1
          }
        }
      }
    }
    return groupings.indices.map { grouping in
      lost[grouping].indices.map { group in
        Self.summary(
          people: tables[grouping].people(group), eligible: tables[grouping].eligible(group),
          lost: lost[grouping][group], gained: gained[grouping][group])
      }
    }
  }

  /// Whether a person gains (true) or loses (false) eligibility in a redraw; nil when neither.
  private func flip(_ person: Int, _ draw: Int) -> Bool? {
    let cell = cells[person]
    // Eligible in every cell or in none: no rating matters.
    guard cell != CategoryColumn.unknown, passes[person] != 0, passes[person] != 0x1FF else {
      return nil
    }
    let performance = moved(Int(cell) / 3, keys[person].uniform(UInt64(2 * draw)))
    let potential = moved(Int(cell) % 3, keys[person].uniform(UInt64(2 * draw + 1)))
    let was = passes[person] & (1 << cell) != 0
    let isNow = passes[person] & (1 << UInt16(performance * 3 + potential)) != 0
    return was == isNow ? nil : isNow
  }

  private func moved(_ level: Int, _ uniform: Double) -> Int {
    if uniform < raterError.moveChance { return min(level + 1, 2) }
    return uniform > 1 - raterError.moveChance ? max(level - 1, 0) : level
  }

  private static func summary(
    people: Int, eligible: Int, lost: [Int], gained: [Int]
  )
    -> BoundaryFairness?
  {
    guard people > 0 else { return nil }
    let size = Double(people)
    let draws = Double(lost.count)
    let flips = zip(lost, gained).map { Double($0 + $1) / size }
    let mean = flips.reduce(0, +) / draws
    let squares = flips.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let rates = zip(lost, gained).map { Double(eligible - $0 + $1) / size }.sorted()
    let low = rates[Int((draws - 1) * 0.05)]
    let high = rates[Int(((draws - 1) * 0.95).rounded(.up))]
    return BoundaryFairness(
      flips: mean, standardError: .sqrt(squares / (draws - 1) / draws),
      loses: Double(lost.reduce(0, +)) / draws / size,
      gains: Double(gained.reduce(0, +)) / draws / size, rates: low...high)
  }
}

extension Condition {
  /// The condition as it reads for a person placed in a cell.
  fileprivate func placing(in cell: TalentCell) -> Condition {
    switch self {
    case .all(let parts): .all(parts.map { $0.placing(in: cell) })
    case .any(let parts): .any(parts.map { $0.placing(in: cell) })
    case .not(let part): .not(part.placing(in: cell))
    case .talentBox(let cells): Self.always(cells.contains(cell))
    case .category(.talentBox, let names): Self.always(names.contains(cell.name))
    case .number, .category, .flag, .date: self
    }
  }

  /// A condition that holds for everyone or for nobody.
  private static func always(_ holds: Bool) -> Condition { holds ? .all([]) : .any([]) }
}
