import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("units on shifts")
struct ShiftTests {
  @Test("every team has the same days in any row of dates as long as there are teams")
  func evenTurns() throws {
    for teams in 2...5 {
      for onDuty in 1..<teams {
        let duty = try #require(ShiftDuty(units: ["A"], teams: teams, onDutyTeams: onDuty))
        for start in -3...8 {
          for team in 0..<teams {
            let days = (0..<teams).count {
              duty.isOnDuty(team: team, on: WorkDate(dayNumber: start + $0))
            }
            #expect(days == onDuty)
          }
          let teamsThatDay = (0..<teams).count {
            duty.isOnDuty(team: $0, on: WorkDate(dayNumber: start))
          }
          #expect(teamsThatDay == onDuty)
        }
      }
    }
  }

  @Test("a duty of no team or of all teams is none", arguments: [(1, 1), (3, 0), (3, 3)])
  func impossible(teams: Int, onDuty: Int) {
    #expect(ShiftDuty(units: ["A"], teams: teams, onDutyTeams: onDuty) == nil)
  }

  /// Share of staff in the office over all days, and the largest share on one day.
  private func attendance(_ duties: [ShiftDuty]) throws -> (mean: Double, peak: Double) {
    var small = SmallStudy(
      people: (0..<80).map { TestPerson("p\($0 + 10)", unit: "RSUD") }
        + (0..<40).map { TestPerson("q\($0 + 10)", unit: "Dinas") })
    small.duties = duties
    small.policies = [
      SmallStudy.policy(
        "p", .fixed([.monday]),
        rules: [
          SmallStudy.rule("not-on-shifts", .category(.unit, ["Dinas"]))
        ])
    ]
    let result = try small.result()
    return (
      result.value(.officeShareMean, scenario: 0), result.value(.officeSharePeak, scenario: 0)
    )
  }

  @Test("with one of four teams on duty a quarter of the unit is there each day, across blocks")
  func quarter() throws {
    let duty = try #require(ShiftDuty(units: ["RSUD"], teams: 4, onDutyTeams: 1))
    let found = try attendance([duty])
    // 20 of 80, and all 40 of the other unit.
    #expect(found.mean == 0.5 && found.peak == 0.5)
    let everyone = try attendance([])
    #expect(everyone.mean == 1 && everyone.peak == 1)
  }
}
