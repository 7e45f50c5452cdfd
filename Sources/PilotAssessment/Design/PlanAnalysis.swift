import Statistics

/// How pilots on one plan are analysed: the two-way effect, CR2's t test and exchanges by lot.
///
/// All that does not depend on outcomes is made once; units are taken in the order of the plan's
/// places, so the actual assignment is always the first way. Figures are those of
/// ``PanelAssessment`` on the same panel.
struct PlanAnalysis: Sendable {
  let plan: PilotPlan
  private let own: [Double]
  private let scale: Double
  /// By unit: CR2's loadings; nil where errors by formula are no evidence.
  private let loadings: [[Double]]?
  private let reference: StudentT
  /// By way and place: the place of its start in ``starts``.
  private let labels: [Int]
  private let isEnumerated: Bool
  /// The distinct starts, and at the end the number of times for never.
  private let starts: [Int]
  /// By way: what it makes of the actual treatment as an outcome.
  private let treatmentEffects: [Double]

  /// - Throws: ``AssessmentRefusal`` if an effect can't be told under the plan.
  init(_ plan: PilotPlan, draws: Int, key: RandomKey) throws(AssessmentRefusal) {
    self.plan = plan
    let first = plan.firstTreated
    let panel = Panel(
      grid: Array(repeating: 0, count: plan.units * plan.times), times: plan.times,
      firstTreated: first)
    let contrast = try TreatmentContrast(panel)
    own = contrast.own
    scale = contrast.scale
    let errors = plan.treated > 1 ? try? BiasReducedErrors(contrast, panel) : nil
    loadings = errors?.loadings
    reference = StudentT(degreesOfFreedom: errors?.degreesOfFreedom ?? 1)
    let assignments = Reassignments(panel, draws: draws, key: key)
    let starts = assignments.cohorts.map { $0 ?? plan.times }
    var labels: [Int] = []
    assignments.visit { labels += $0 }
    self.labels = labels
    self.starts = starts
    isEnumerated = assignments.isEnumerated
    let test = try TwoWayRandomization.test(panel, contrast, assignments)
    treatmentEffects = test.effects.map(\.treatment)
  }

  /// What a pilot's team finds.
  struct Finding: Sendable {
    let effect: Double
    let standardError: Double?
    /// By way: the effect had it been the actual one.
    let exchanged: [Double]
  }

  /// Analyses outcomes by place and time.
  func finding(_ outcome: [Double]) -> Finding {
    let times = plan.times
    let residual = demeaned(outcome)
    let effect = zip(own, residual).reduce(0) { $0 + $1.0 * $1.1 } / scale
    let variance = loadings.map { loadings in
      loadings.enumerated().reduce(0.0) { sum, unit in
        var score = 0.0
        for (time, loading) in unit.element.enumerated() {
          let cell = unit.offset * times + time
          score += loading * (residual[cell] - effect * own[cell])
        }
        return sum + score * score
      }
    }
    return Finding(
      effect: effect, standardError: variance.map { $0.squareRoot() }.flatMap { $0 > 0 ? $0 : nil },
      exchanged: exchanged(residual))
  }

  /// Outcomes less the means of their unit and of their time.
  private func demeaned(_ outcome: [Double]) -> [Double] {
    let (units, times) = (plan.units, plan.times)
    var ofUnit = Array(repeating: 0.0, count: units)
    var ofTime = Array(repeating: 0.0, count: times)
    for unit in 0..<units {
      for time in 0..<times {
        ofUnit[unit] += outcome[unit * times + time] / Double(times)
        ofTime[time] += outcome[unit * times + time] / Double(units)
      }
    }
    let all = ofUnit.reduce(0, +) / Double(units)
    var residual = outcome
    for unit in 0..<units {
      for time in 0..<times { residual[unit * times + time] -= ofUnit[unit] + ofTime[time] - all }
    }
    return residual
  }

  private func exchanged(_ residual: [Double]) -> [Double] {
    let (units, times) = (plan.units, plan.times)
    // By unit and start: the sum from the start on.
    var sums = Array(repeating: 0.0, count: units * starts.count)
    for unit in 0..<units {
      for (place, start) in starts.enumerated() {
        for time in start..<max(times, start) {
          sums[unit * starts.count + place] += residual[unit * times + time]
        }
      }
    }
    // Every way has as many units at each start, so all divide by the same own sum of squares.
    return treatmentEffects.indices.map { way in
      var sum = 0.0
      for unit in 0..<units { sum += sums[unit * starts.count + labels[way * units + unit]] }
      return sum / scale
    }
  }

  /// The p-value of an effect that is the same everywhere, by exchanging treatment.
  func pByLot(_ finding: Finding, of tested: Double) -> Double {
    let distance = abs(finding.effect - tested) * (1 - 1e-10)
    var extreme = 0
    for (way, effect) in finding.exchanged.enumerated()
    where !(abs(effect - tested * treatmentEffects[way]) < distance) { extreme += 1 }
    let count = finding.exchanged.count
    return isEnumerated
      ? Double(extreme) / Double(count) : Double(1 + extreme) / Double(count + 1)
  }

  /// The p-value of an effect by CR2; 1 where errors by formula are no evidence.
  func pByFormula(_ finding: Finding, of tested: Double) -> Double {
    guard let error = finding.standardError else { return 1 }
    return reference.twoSidedP((finding.effect - tested) / error)
  }
}
