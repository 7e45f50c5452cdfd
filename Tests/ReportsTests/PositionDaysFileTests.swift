import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("position-days.csv")
struct PositionDaysFileTests {
  /// Lines of the file by unit and position, for two units of which the second has few people.
  private func lines(smallest: Int) throws -> [[String]] {
    var study = SmallStudy(
      people: (0..<20).map { TestPerson("P\(1000 + $0)", unit: "Bagian A") }
        + (0..<3).map { TestPerson("Q\(1000 + $0)", unit: "Bagian B") })
    study.policies = [
      SmallStudy.policy("two-days", .fixed([.thursday, .friday]), takeUp: .ordered),
      SmallStudy.policy("rotation", .rotation(teams: 2, turn: .week), takeUp: .ordered),
    ]
    study.smallestGroup = smallest
    return PositionDaysFile.text(try study.result()).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("people, eligible and days are counted by unit and in all")
  func counted() throws {
    let lines = try lines(smallest: 1)
    #expect(
      lines[0] == [
        "scenario", "unit", "position", "people", "eligible", "flexible_days_per_week", "weekdays",
      ])
    let ordered = lines.filter { $0[0] == "two-days" }
    #expect(ordered.map { $0[1] } == ["", "Bagian A", "Bagian B"])
    #expect(ordered.map { $0[3] } == ["23", "20", "3"])
    #expect(ordered.map { $0[4] } == ["23", "20", "3"])
    #expect(ordered.map { $0[5] } == ["2", "2", "2"])
    #expect(ordered.map { $0[6] } == ["", "thursday friday", "thursday friday"])
    // One of two teams is away at a time: half of five days.
    #expect(lines.filter { $0[0] == "rotation" }.map { $0[5] } == ["2.5", "2.5", "2.5"])
  }

  @Test("a small unit is hidden, and the other too, whose count would give it away")
  func suppressed() throws {
    let ordered = try lines(smallest: 5).filter { $0[0] == "two-days" }
    #expect(ordered.map { $0[3] } == ["23", "", ""])
    #expect(ordered.map { $0[4] } == ["23", "", ""])
  }
}
