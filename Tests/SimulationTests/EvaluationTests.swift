import HybridWork
import RealModule
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Monthly evaluation and early warning")
struct EvaluationTests {
  private func evaluated(
    _ policy: Policy, line: Double, window: Int = 1, lose: Int = 3, _ score: Evaluation.Score
  ) -> Policy {
    var levers = policy.levers
    levers.evaluation = Evaluation(
      line: line, windowMonths: window, loseMonths: lose, score: score)
    return policy.with(levers)
  }

  private func score(noise: Double, spread: Double, attendance: Double = 0) -> Evaluation.Score {
    Evaluation.Score(
      noiseSpread: noise, trueSpread: spread, attendanceWeight: attendance,
      provenance: SmallStudy.provenance)
  }

  @Test("a line that nobody is below changes no bit", arguments: 0..<20)
  func noLine(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.through = day("2024-04-10")
    let policy = SmallStudy.policy("p", RandomStudies(seed: seed).schedule())
    small.policies = [
      policy,
      evaluated(
        policy, line: -.infinity, score(noise: 0.3, spread: 0.3, attendance: 0.5)),
    ]
    let result = try small.result()
    #expect(result.bits(scenario: 1) == result.bits(scenario: 2), "seed \(seed)")
    #expect(result.evaluations.tallies(scenario: 2).allSatisfy { $0.monthsLost == 0 })
  }

  @Test("a higher line never leaves more flexible days", arguments: 0..<15)
  func monotone(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.through = day("2024-04-10")
    let policy = small.policies[0]
    let lines = [-Double.infinity, 0.7, 0.9, 1, 1.2]
    small.policies = lines.map {
      evaluated(policy, line: $0, lose: 2, score(noise: 0.2, spread: 0.1, attendance: 0.2))
    }
    let result = try small.result()
    for scenario in 2...lines.count {
      #expect(
        result.value(.flexibleDaysPerWeek, scenario: scenario)
          <= result.value(.flexibleDaysPerWeek, scenario: scenario - 1), "seed \(seed)")
    }
  }

  @Test("whoever is always warned keeps the first month alone")
  func everyoneWarned() throws {
    // Two people, Mondays from January to April 2024, a line above every score.
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.from = day("2024-01-01")
    small.through = day("2024-04-30")
    let mondays = SmallStudy.policy("mondays", .fixed([.monday]), takeUp: .ordered)
    small.policies = [
      evaluated(mondays, line: 2, lose: 1, score(noise: 0, spread: 0)),
      evaluated(mondays, line: 2, window: 2, lose: 1, score(noise: 0, spread: 0)),
    ]
    let result = try small.result()
    // Five Mondays in January, four in February, four in March, five in April.
    #expect(result.takeUp.flexibleDays(group: 0, scenario: 1) == [10])
    // With a window of two months the first judgement falls at the end of February.
    #expect(result.takeUp.flexibleDays(group: 0, scenario: 2) == [18])
    let tally = result.evaluations.tallies(scenario: 1)[0]
    // True performance is 1, below the line of 2: every judgement is right.
    #expect(tally.judged == 8 && tally.poor == 8 && tally.misses == 0 && tally.falseAlarms == 0)
    #expect(tally.monthsLost == 6)
    #expect(result.evaluations.tallies(scenario: 2)[0].judged == 6)
  }

  @Test("attendance alone warns whoever was away long enough")
  func attendance() throws {
    var small = SmallStudy(people: [TestPerson("a")])
    small.from = day("2024-01-01")
    small.through = day("2024-02-29")
    // Always on leave: attendance 0, which weighs a half.
    small.values[.leaveShare] = 1
    small.values[.leaveSpellDays] = 1e12
    let mondays = SmallStudy.policy("mondays", .fixed([.monday]), takeUp: .ordered)
    small.policies = [
      evaluated(mondays, line: 0.6, score(noise: 0, spread: 0, attendance: 0.5)),
      evaluated(mondays, line: 0.4, score(noise: 0, spread: 0, attendance: 0.5)),
    ]
    let result = try small.result()
    // The score is 0.5: a false alarm below 0.6, none below 0.4.
    #expect(result.evaluations.tallies(scenario: 1)[0].falseAlarms == 2)
    #expect(result.evaluations.tallies(scenario: 2)[0].falseAlarms == 0)
  }

  @Test("false alarms and misses are as often as the two normals say")
  func rates() throws {
    // 3000 people, one month: T is N(1, 0.1²), the reading adds N(0, 0.1²), the line is 0.9.
    var small = SmallStudy(people: (0..<3000).map { TestPerson("p\(10000 + $0)") })
    small.through = day("2024-01-08")
    let monday = SmallStudy.policy("monday", .fixed([.monday]), takeUp: .ordered)
    small.policies = [evaluated(monday, line: 0.9, score(noise: 0.1, spread: 0.1))]
    let tally = try small.result().evaluations.tallies(scenario: 1)[0]
    #expect(tally.judged == 3000)
    // P(T < 0.9) = Φ(−1); P(T < 0.9 and reading < 0.9) by the midpoint rule over T.
    let poor = 0.158_655_253_931_457
    let found = Double(tally.poor) / 3000
    #expect(abs(found - poor) < 4 * (poor * (1 - poor) / 3000).squareRoot())
    let (falseAlarm, miss) = exactRates(line: -1)
    let good = Double(tally.judged - tally.poor)
    #expect(
      abs(tally.falseAlarmRate - falseAlarm)
        < 4 * (falseAlarm * (1 - falseAlarm) / good).squareRoot())
    #expect(
      abs(tally.missRate - miss)
        < 4 * (miss * (1 - miss) / Double(tally.poor)).squareRoot())
  }

  /// P(T + E < l | T ≥ l) and P(T + E ≥ l | T < l) for standard normal T and E.
  private func exactRates(line: Double) -> (falseAlarm: Double, miss: Double) {
    var falseAlarm = 0.0
    var good = 0.0
    var miss = 0.0
    var poor = 0.0
    let step = 0.001
    for index in -8000..<8000 {
      let truth = (Double(index) + 0.5) * step
      let density = Double.exp(-truth * truth / 2)
      // P(E < l − T) by the error function, which the simulation does not use.
      let below = 0.5 * (1 + Double.erf((line - truth) / 2.0.squareRoot()))
      if truth >= line {
        good += density
        falseAlarm += density * below
      } else {
        poor += density
        miss += density * (1 - below)
      }
    }
    return (falseAlarm / good, miss / poor)
  }

  @Test("true performance belongs to the person: every world and replication has the same")
  func performance() throws {
    var small = SmallStudy(people: (0..<100).map { TestPerson("p\(100 + $0)") })
    small.through = day("2024-01-08")
    small.run = RunSettings(worlds: 3, replications: 2, seed: 5)
    let monday = SmallStudy.policy("monday", .fixed([.monday]), takeUp: .ordered)
    small.policies = [evaluated(monday, line: 1, score(noise: 0.1, spread: 0.1))]
    let tallies = try small.result().evaluations.tallies(scenario: 1)
    #expect(Set(tallies.map(\.poor)).count == 1)
    #expect(Set(tallies.map(\.misses)).count > 1)
  }
}
