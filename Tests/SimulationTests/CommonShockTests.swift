import HybridWork
import RealModule
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("shocks shared by a unit or the city")
struct CommonShockTests {
  @Test("a unit's head-count varies as a mixture and not as a binomial")
  func variance() throws {
    let world = try AbsenceWorld(
      [.floodDays: 50, .floodStaffShare: 0.3], "2024-01-01", "2024-12-31")
    let days = world.calendar.days.count
    let hit = 50 / Double(days)
    var counts: [Double] = []
    for number in UInt64(0)..<20 {
      let block = world.blocks(1, luck: AbsenceWorld.luck(number))[0]
      counts += block.cutOff.map { Double($0.nonzeroBitCount) }
    }
    // Exact moments of 0 with 1 − f and Binomial(64, 0.3) with f.
    var chances = [hit * Double.pow(0.7, 64)]
    for count in 1...64 {
      let odds = 0.3 / 0.7 * Double(65 - count) / Double(count)
      chances.append(chances[count - 1] * odds)
    }
    chances[0] += 1 - hit
    let mean = chances.indices.reduce(0.0) { $0 + Double($1) * chances[$1] }
    func moment(_ order: Int) -> Double {
      chances.indices.reduce(0.0) { $0 + Double.pow(Double($1) - mean, order) * chances[$1] }
    }
    let number = Double(counts.count)
    let seenMean = counts.reduce(0, +) / number
    let seen = counts.reduce(0) { $0 + ($1 - seenMean) * ($1 - seenMean) } / (number - 1)
    #expect(abs(seenMean - mean) < 4 * (moment(2) / number).squareRoot())
    let error = ((moment(4) - moment(2) * moment(2)) / number).squareRoot()
    #expect(abs(seen - moment(2)) < 4 * error)
    // Independent people with the same mean would vary far less.
    #expect(seen > 5 * mean * (1 - mean / 64))
  }

  @Test("a city's flood reaches every unit on the same day, a unit's own reaches that unit")
  func reach() throws {
    func hits(_ id: AssumptionID) throws -> (a: Set<Int>, b: Set<Int>) {
      let world = try AbsenceWorld(
        [id: 40, .floodStaffShare: 0.5], "2024-01-01", "2024-12-31")
      func days(_ unit: String) -> Set<Int> {
        let words = world.blocks(1, unit: unit)[0].cutOff
        return Set(words.indices.filter { words[$0] != 0 })
      }
      return (days("A"), days("B"))
    }
    let city = try hits(.floodDays)
    #expect(city.a == city.b && city.a.count > 15)
    let own = try hits(.unitFloodDays)
    #expect(own.a != own.b && own.a.count > 15 && own.b.count > 15)
  }

  @Test("in a flood the office loses people whom flexible days keep at work")
  func flood() throws {
    var small = SmallStudy(people: (0..<200).map { TestPerson("p\(1000 + $0)") })
    // More flood days than the year has working days: every day is flooded for everybody.
    small.values[.floodDays] = 400
    small.values[.floodStaffShare] = 1
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered),
      SmallStudy.policy("all", .fixed(Set(Weekday.workingWeek)), takeUp: .ordered),
    ]
    for id in [
      AssumptionID.routineGain, .routineCoordinationLoss, .agencyEffect, .noviceEffect,
    ] { small.values[id] = 0 }
    let result = try small.result()
    #expect(result.value(.officeShareMean, scenario: 0) == 0)
    #expect(result.shocks.tallies(scenario: 0)[0].daysCutOff == 2000)
    let thursday = result.shocks.tallies(scenario: 1)[0]
    #expect(thursday.daysCutOff == 1600 && thursday.flexibleDaysInFloods == 400)
    // 400 of 2,000 person-days are worked that would be lost.
    #expect(abs(result.value(.outputChange, scenario: 1) - 0.2) < 1e-12)
    #expect(abs(result.value(.outputChange, scenario: 2) - 1) < 1e-12)

    // With an outage on every day too nothing is gained; without floods the outage costs the day.
    small.values[.outageDays] = 400
    #expect(abs(try small.result().value(.outputChange, scenario: 1)) < 1e-12)
    small.values[.floodDays] = 0
    let outage = try small.result()
    #expect(abs(outage.value(.outputChange, scenario: 1) + 0.2) < 1e-12)
    #expect(outage.shocks.tallies(scenario: 1)[0].flexibleDaysInOutages == 400)
    #expect(outage.value(.officeShareMean, scenario: 0) == 1)
  }

  @Test("training keeps people from the office but on duty")
  func training() throws {
    let world = try AbsenceWorld(
      [.trainingShare: 0.2, .trainingSpellDays: 3], "2024-01-01", "2024-01-31")
    let blocks = world.blocks(100)
    for day in [0, 10, world.calendar.days.count - 1] {
      let away = Double(blocks.reduce(0) { $0 + $1.away[day].nonzeroBitCount })
      #expect(abs(away - 1280) < 4 * (6400 * 0.16).squareRoot())
    }
    #expect(blocks.allSatisfy { $0.offDuty.people == 0 && $0.onlySick.people == 0 })
  }
}

@Suite("work while ill on flexible days")
struct SicknessRuleTests {
  static func policy(_ id: String, _ rule: SicknessRule?) -> Policy {
    var levers = SmallStudy.policy(id, .fixed([.monday, .thursday]), takeUp: .ordered).levers
    levers.sickness = rule
    return Policy(
      header: PolicyHeader(
        id: id, title: Bilingual(id: id, en: id), institution: "", reference: "",
        inForce: day("2023-01-01"), until: nil), levers: levers)
  }

  @Test("a share of sick flexible days is booked, part of it only relabelled; nothing else moves")
  func counts() throws {
    var small = SmallStudy(people: (0..<3000).map { TestPerson("p\(10_000 + $0)") })
    small.values[.sickShare] = 0.2
    small.values[.sickSpellDays] = 2
    let shares = [(0.2, 0.5), (0.6, 0.5), (1, 0), (1, 1), (0, 1)]
    small.policies = [Self.policy("plain", nil)]
    small.policies += shares.enumerated().map { index, shares in
      Self.policy(
        "r\(index)", SicknessRule(worksAnywayShare: shares.0, relabelledShare: shares.1))
    }
    let result = try small.result()
    func tally(_ scenario: Int) -> ShockTally { result.shocks.tallies(scenario: scenario)[0] }
    let sickDays = tally(4).sickDaysBooked
    // 3,000 people, four planned days, a fifth of them sick: spells are shorter than the three
    // days between, so the days are nearly independent.
    #expect(abs(Double(sickDays) - 2400) < 5 * (12_000 * 0.16).squareRoot())
    #expect(tally(1).sickDaysBooked == 0 && tally(5).sickDaysRelabelled == sickDays)
    #expect(tally(4).sickDaysRelabelled == 0 && tally(6).sickDaysBooked == 0)
    let booked = Double(tally(2).sickDaysBooked)
    let deviation = (Double(sickDays) * 0.16).squareRoot()
    #expect(abs(booked - 0.2 * Double(sickDays)) < 4 * deviation)
    #expect(abs(Double(tally(2).sickDaysRelabelled) - booked / 2) < 4 * (booked / 4).squareRoot())
    #expect(tally(2).sickDaysBooked < tally(3).sickDaysBooked)

    // Sick people stay sick: attendance, fuel and flexible days are those of the plain policy.
    for scenario in 2...6 {
      for outcome in [
        Outcome.officeShareMean, .flexibleDaysPerWeek, .fuelLitres, .mealBudgetRupiah,
      ] {
        #expect(
          result.value(outcome, scenario: scenario) == result.value(outcome, scenario: 1))
      }
    }
    // What is worked counts as output, what is relabelled does not.
    let plain = result.value(.outputChange, scenario: 1)
    #expect(result.value(.outputChange, scenario: 5) == plain)
    #expect(result.value(.outputChange, scenario: 4) > result.value(.outputChange, scenario: 3))
    #expect(result.value(.outputChange, scenario: 3) > plain)
  }
}
