import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("the ledger's page and files")
struct LedgerPageTests {
  /// Two people of grade III, both away on two Thursdays.
  private func result(meals: AllowanceTreatment, days: Int = 1) throws -> StudyResult {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    let weekdays: [Weekday] = [.thursday, .wednesday, .tuesday]
    small.policies = [
      SmallStudy.policy(
        "together", .fixed(Set(weekdays.prefix(days))), takeUp: .ordered, meals: meals)
    ]
    return try small.result()
  }

  @Test("the meal allowance is shown paid and not paid, whichever the policy says")
  func bothCases() throws {
    // Electricity: four person-days of dark buildings at 0.75 of 5 kWh and 1,600; 4 × 37,000 at stake.
    let row = { (meals: String) in "| together | \(meals) | Rp 24,000 | Rp 172,000 | Rp 148,000 |" }
    let paid = LedgerPage(try result(meals: .paid), language: .english).markdown
    #expect(paid.contains(row("paid")))
    let withheld = LedgerPage(try result(meals: .notPaid), language: .english).markdown
    #expect(withheld.contains(row("not paid")))
    let none = LedgerPage(try result(meals: .notApplicable), language: .indonesian).markdown
    #expect(none.contains("| together | tidak ada | Rp 24.000 | Rp 172.000 | Rp 148.000 |"))
  }

  @Test("ledger.csv has every line with quantity and price, so that it can be recomputed")
  func lines() throws {
    let text = try LedgerFile.text(result(meals: .notPaid))
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 1 + 2 * LedgerItem.allCases.count)
    for row in rows.dropFirst() where row[0] == "together" {
      let (quantity, price) = (Double(row[8]) ?? .nan, Double(row[10]) ?? 0)
      let mean = Double(row[12]) ?? .nan
      #expect(abs(quantity * price - mean) <= 1e-9 * abs(mean), "\(row)")
    }
    #expect(
      text.contains(
        "together,meal_allowance,budget,employee,,true,transfer,flexible-days,4,person-days,37000,"
          + "rupiah,148000,"))
    #expect(text.contains("together,citizen_time,citizen,,,false,resource,"))
  }

  @Test("output beyond two days a week is called extrapolated, up to two it is not")
  func evidence() throws {
    let three = try OutputFile.text(result(meals: .paid, days: 3))
    #expect(three.contains(",1,no causal evidence in this range; extrapolated,"))
    #expect(try !OutputFile.text(result(meals: .paid, days: 2)).contains("extrapolated,,"))
    let table = ScenarioTable(try result(meals: .paid, days: 3), language: .english).markdown
    #expect(table.contains("; 100% extrapolated"))
    let two = ScenarioTable(try result(meals: .paid, days: 2), language: .english).markdown
    #expect(!two.contains("% extrapolated"))
  }
}
