public import HybridWork
import RealModule

/// Weights that make the answers to one question stand for the staff of the units they come from.
///
/// Each unit is a stratum: an answer first counts for staff ÷ answers of its unit. Raking (Deming
/// and Stephan, 1940) then meets the staff of every unit and of every level of the further questions.
/// Units with fewer than two answers are left out, since nothing tells how their answers vary.
public struct SurveyWeights: Sendable {
  /// The rows of the answers that count.
  public let rows: [Int]
  /// By row that counts: the place of its unit among ``strata``.
  public let stratum: [Int]
  /// The units that are represented, as places in the register.
  public let strata: [Int]
  /// By stratum: staff and answers.
  public let staff: [Double], answers: [Int]
  /// By row that counts: staff ÷ answers of the unit.
  public let designWeights: [Double]
  /// By row that counts: the weight after raking; these sum to the staff represented.
  public let weights: [Double]
  /// By further question: the level of each row that counts.
  let levels: [[Int]]

  private static let mostRounds = 2000
  private static let tolerance = 1e-11

  /// Weights the answers to one question.
  ///
  /// - Parameters:
  ///   - answers: All answers.
  ///   - question: Those who left it blank don't count.
  ///   - population: The register.
  ///   - raking: Further questions whose shares in the register the weights meet.
  /// - Throws: ``SurveyError``.
  public init(
    _ answers: SurveyAnswers, to question: SurveyQuestion, population: Population,
    raking: [SurveyQuestion]
  ) throws(SurveyError) {
    let asked = answers.values(question)
    var counts = Array(repeating: 0, count: population.units.count)
    for row in 0..<answers.count where !asked[row].isNaN { counts[answers.unit[row]] += 1 }
    for (unit, count) in counts.enumerated() where count > population.units[unit].people.count {
      throw .moreAnswersThanStaff(
        unit: population.units[unit].name, answers: count,
        staff: population.units[unit].people.count)
    }
    let strata = counts.indices.filter { counts[$0] >= 2 }
    guard !strata.isEmpty else { throw .tooFewAnswers }
    var place = Array(repeating: -1, count: counts.count)
    for (index, unit) in strata.enumerated() { place[unit] = index }
    rows = (0..<answers.count).filter { !asked[$0].isNaN && place[answers.unit[$0]] >= 0 }
    stratum = rows.map { place[answers.unit[$0]] }
    self.strata = strata
    let staff = strata.map { Double(population.units[$0].people.count) }
    let given = strata.map { counts[$0] }
    self.staff = staff
    self.answers = given
    designWeights = stratum.map { staff[$0] / Double(given[$0]) }
    var levels: [[Int]] = []
    var targets: [[Double]] = [staff]
    for question in raking {
      let margin = try Self.margin(question, answers, rows: rows, strata: strata, population)
      levels.append(margin.levels)
      targets.append(margin.staff)
    }
    self.levels = levels
    weights = try Self.raked(designWeights, by: [stratum] + levels, to: targets)
  }

  /// The staff represented: those of the units with answers enough.
  public var staffRepresented: Double { staff.reduce(0, +) }
}

extension SurveyWeights {
  /// The level of each row, and the staff of each level in the represented units.
  private static func margin(
    _ question: SurveyQuestion, _ answers: SurveyAnswers, rows: [Int], strata: [Int],
    _ population: Population
  ) throws(SurveyError) -> (levels: [Int], staff: [Double]) {
    guard case .choice(let names) = question.kind, let column = question.registerColumn else {
      throw .notInRegister(question)
    }
    let known = population.categories(column)
    var staff = Array(repeating: 0.0, count: names.count)
    for unit in strata {
      for person in population.units[unit].people {
        guard let value = known.value(person), let level = names.firstIndex(of: value) else {
          throw .notInRegister(question)
        }
        staff[level] += 1
      }
    }
    let given = answers.values(question)
    let missing = rows.count { given[$0].isNaN }
    guard missing == 0 else { throw .weightingAnswerMissing(question, rows: missing) }
    let levels = rows.map { Int(given[$0]) }
    for level in names.indices where staff[level] > 0 && !levels.contains(level) {
      throw .nobodyAnswered(question, level: names[level], staff: Int(staff[level]))
    }
    return (levels, staff)
  }

  private static func raked(
    _ start: [Double], by groups: [[Int]], to targets: [[Double]]
  ) throws(SurveyError) -> [Double] {
    var weights = start
    guard groups.count > 1 else { return weights }
    for _ in 0..<mostRounds {
      var misfit = 0.0
      for (group, target) in zip(groups, targets) {
        var sums = Array(repeating: 0.0, count: target.count)
        for (row, level) in group.enumerated() { sums[level] += weights[row] }
        for level in target.indices where sums[level] > 0 {
          misfit = max(misfit, abs(sums[level] - target[level]) / max(target[level], 1))
        }
        for (row, level) in group.enumerated() { weights[row] *= target[level] / sums[level] }
      }
      if misfit < tolerance { return weights }
    }
    throw .doesNotConverge(rounds: mostRounds)
  }
}
