import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("ledger-by-group.csv and output-by-unit.csv")
struct GroupLedgerFileTests {
  /// Three units of 12, 8 and 2 people; with groups of at least 5 the last is not shown.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) -> SmallStudy {
    var people: [TestPerson] = []
    for (unit, size) in [("A", 12), ("B", 8), ("C", 2)] {
      for number in 0..<size {
        var person = TestPerson("\(unit)\(number)", unit: unit)
        person.sex = number % 2 == 0 ? "L" : "P"
        person.mode = number % 3 == 0 ? .car : .motorcycle
        person.kilometres = Double(number) + 1
        people.append(person)
      }
    }
    var small = SmallStudy(people: people)
    small.smallestGroup = 5
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered, meals: .notPaid)
    ]
    change(&small)
    return small
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("within a grouping an item's lines add up to its line in ledger.csv, the unshown included")
  func sums() throws {
    let result = try study().result()
    let lines = rows(try #require(GroupLedgerFile.text(result))).dropFirst()
    var sums: [String: Double] = [:]
    for row in lines { sums["\(row[0])/\(row[1])/\(row[3])", default: 0] += Double(row[9]) ?? 0 }
    var seen = 0
    for row in rows(LedgerFile.text(result)).dropFirst() where Double(row[12]) != 0 {
      for grouping in ["unit", "sex"] {
        let sum = try #require(sums["\(row[0])/\(grouping)/\(row[1])"])
        #expect(abs(sum - (Double(row[12]) ?? .nan)) < 0.5, "\(row[1]) by \(grouping)")
        seen += 1
      }
    }
    #expect(seen == sums.count && seen >= 14)
    // C is too small, and with it the smallest of the others, lest it follow by subtraction.
    #expect(lines.contains { $0[1...3] == ["unit", "B", "car_fuel"] && $0[9].isEmpty })
    #expect(lines.contains { $0[1...3] == ["unit", "C", "car_fuel"] && $0[9].isEmpty })
    #expect(lines.contains { $0[1...3] == ["unit", "A", "car_fuel"] && !$0[9].isEmpty })
    #expect(lines.contains { $0[1...3] == ["unit", "(others)", "car_fuel"] && !$0[9].isEmpty })
    #expect(lines.contains { $0[1...3] == ["sex", "(joint)", "office_electricity"] })
    #expect(!lines.contains { $0[3] == "laptops" }, "nothing is bought")
  }

  @Test("output of units, of those not shown and of everyone")
  func output() throws {
    let result = try study().result()
    let lines = rows(try #require(UnitOutputFile.text(result))).filter { $0[0] == "thursday" }
    #expect(lines.map { $0[1] } == ["A", "B", "C", "(others)", "(all)"])
    // Ten working days a person; routine work, one day in five: 5 × 0.018 and 0.01, twice.
    #expect(lines[0][2...3] == ["12", "120"])
    #expect(abs((Double(lines[0][4]) ?? .nan) - 12 * 0.2) < 1e-9)
    #expect(lines[1][2].isEmpty && lines[2][4].isEmpty)
    #expect(lines[3][2...3] == ["10", "100"])
    #expect(abs((Double(lines[3][4]) ?? .nan) - 10 * 0.2) < 1e-9)
    #expect(abs((Double(lines[4][7]) ?? .nan) - 0.02) < 1e-12)
  }

  @Test("what units with a budget of their own pay stands apart in both ledgers")
  func ownBudget() throws {
    let result = try study {
      $0.unitsWithOwnBudget = ["A"]
    }.result()
    let meals = rows(LedgerFile.text(result)).filter {
      $0[0] == "thursday" && $0[1] == "meal_allowance"
    }
    // Two Thursdays at 37,000: 12 people of A, 10 of the others.
    #expect(meals.map { $0[2] } == ["budget", "blud"])
    #expect(meals.map { $0[12] } == ["740000", "888000"])
    let byUnit = rows(try #require(GroupLedgerFile.text(result))).filter {
      $0[0] == "thursday" && $0[1] == "unit" && $0[3] == "meal_allowance"
    }
    #expect(byUnit.map { $0[2] } == ["A", "B", "C", "(others)"])
    #expect(byUnit.map { $0[4] } == ["blud", "budget", "budget", "budget"])
    #expect(byUnit.map { $0[9] } == ["888000", "", "", "740000"])
  }
}
