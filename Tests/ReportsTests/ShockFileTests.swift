import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("shocks.csv")
struct ShockFileTests {
  private func study(people: Int, smallest: Int) -> SmallStudy {
    var small = SmallStudy(people: (0..<people).map { TestPerson("p\(100 + $0)") })
    small.smallestGroup = smallest
    // Every day is flooded, everybody is cut off: ten days, two of them Thursdays.
    small.values[.floodDays] = 400
    small.values[.floodStaffShare] = 1
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)
    ]
    return small
  }

  @Test("person-days of the baseline and of a policy, worked out by hand")
  func counts() throws {
    let text = try ShockFile.text(study(people: 20, smallest: 5).result())
    #expect(text.contains("everyone-in-office,cut_off_by_floods,person-days,200,"))
    #expect(text.contains("thursday,cut_off_by_floods,person-days,160,"))
    #expect(text.contains("thursday,flexible_days_in_floods,person-days,40,"))
    #expect(!text.contains("sick_days"))
  }

  @Test("a small staff shows no numbers")
  func hidden() throws {
    let text = try ShockFile.text(study(people: 4, smallest: 5).result())
    #expect(text.contains("thursday,cut_off_by_floods,person-days,,,,,"))
    #expect(!text.contains("person-days,4") && !text.contains("person-days,3"))
  }
}
