import HybridWork
import Simulation
import Statistics
import StudyFiles
import Testing

@Suite("what a study chooses: named alternatives, drawn distances, a horizon")
struct StudyChoicesTests {
  private func loaded(_ edits: [BrokenInput.Edit]) throws -> (Study?, [String]) {
    let folder = try StudyFolderFixture()
    for edit in edits { try folder.apply(edit) }
    let (study, log) = folder.load()
    return (study?.study, FixtureFile.complaints(log))
  }

  private let economy = BrokenInput.Edit(
    file: "assumptions.yaml",
    old: "{id: motorcycle_economy, unit: km/litre, value: 40, date: 2024-01-01, "
      + "source: \"made up\", confidence: J}",
    new: "{id: motorcycle_economy, unit: km/litre, value: 40, date: 2024-01-01, "
      + "source: \"made up\", confidence: J, alternatives: [{name: old-bikes, value: 30, "
      + "date: 2020-01-01, source: \"another\", confidence: X}]}")

  private func key(_ line: String) -> BrokenInput.Edit {
    BrokenInput.Edit(
      file: "study.yaml", old: "baseline: today", new: line + "\nbaseline: today")
  }

  @Test("a study takes a named alternative, with its source")
  func alternative() throws {
    let plain = try #require(try loaded([economy]).0)
    #expect(plain.central(.motorcycleEconomy) == 40)
    let (study, complaints) = try loaded([
      economy, key("alternatives: {motorcycle_economy: old-bikes}"),
    ])
    let taken = try #require(study, "\(complaints)")
    #expect(taken.central(.motorcycleEconomy) == 30)
    #expect(taken.assumptions[.motorcycleEconomy].provenance.source == "another")
    #expect(taken.central(.carEconomy) == 40)
  }

  @Test("an alternative or assumption that is not there is refused with those there are")
  func noAlternative() throws {
    let (study, complaints) = try loaded([
      economy, key("alternatives: {motorcycle_economy: old-bike, car_econmy: x}"),
    ])
    #expect(study == nil)
    #expect(complaints.contains { $0.contains("old-bike") && $0.contains("old-bikes") })
    #expect(complaints.contains { $0.contains("car_econmy") && $0.contains("car_economy") })
  }

  private let noDistances = BrokenInput.Edit(
    file: "staff.csv", old: "service,commute_km,", new: "service,not_asked,")

  private func population(_ distances: String) -> BrokenInput.Edit {
    BrokenInput.Edit(
      file: "study.yaml", old: "talent_box_scheme: permenpanrb-3-2020,",
      new: "talent_box_scheme: permenpanrb-3-2020, distances: \(distances),")
  }

  private let uniform =
    "{seed: 7, distribution: {uniform: {low: 5, high: 15}}, "
    + "date: 2026-11-27, source: \"assumption: made up\", confidence: J}"

  @Test("a register without distances draws one for each person, whoever else is there")
  func distances() throws {
    let (study, complaints) = try loaded([noDistances, population(uniform)])
    let staff = try #require(study, "\(complaints)").population
    let drawn = staff.numbers(.commuteKilometres)
    #expect(drawn.count == 12 && drawn.allSatisfy { (5...15).contains($0) })
    #expect(Set(drawn).count == 12)
    for (person, identifier) in staff.identifiers.enumerated() {
      let unit = staff.units[staff.unitIndex(ofPerson: person)].name
      // A uniform's quantile by hand.
      let key = RandomKey(seed: 7).child("commute-distance").child(unit).child(identifier)
      #expect(abs(drawn[person] - (5 + 10 * key.uniform(0))) < 1e-12)
    }
    // Without the column and without a distribution the register is refused, as before; with both too.
    #expect(try loaded([noDistances]).1.contains { $0.contains("commute_km") })
    #expect(try loaded([population(uniform)]).1.contains { $0.contains("distances of its own") })
    let negative = uniform.replacing("low: 5", with: "low: -5")
    #expect(try loaded([noDistances, population(negative)]).0 == nil)
  }

  @Test("fuel of drawn distances is the sum of a line by hand for each who is away")
  func fuel() throws {
    let study = try #require(try loaded([noDistances, population(uniform)]).0)
    let certain: [AssumptionID: Double] = [
      .leaveShare: 0, .sickShare: 0, .travelShare: 0, .trainingShare: 0, .complianceOrdered: 1,
      .floodDays: 0, .unitFloodDays: 0, .travelRebound: 0.25, .commuteDetour: 1.2,
      .motorcycleOccupancy: 1.1, .carOccupancy: 1.4, .motorcycleEconomy: 48, .carEconomy: 11,
    ]
    let held = study.holding(nil, fixed: certain.map { ($0.key, $0.value) })
    let place = try #require(held.scenarios.firstIndex { $0.id == "thursday" })
    let result = try StudyRun(held).run(threads: 1)
    let modes = held.population.categories(.commuteMode)
    let distances = held.population.numbers(.commuteKilometres)
    var litres = 0.0
    for person in 0..<held.population.count where result.decisions[place].isEligible(person) {
      // One Thursday: the other is a holiday.
      let kilometres = 2 * (distances[person] * 10).rounded() / 10 * 1.2 * 0.75
      switch modes.value(person) {
      case "motorcycle": litres += kilometres / 48 / 1.1
      case "car": litres += kilometres / 11 / 1.4
      default: break
      }
    }
    #expect(litres > 0)
    for found in result.samples.samples(OutcomeKey(.fuelLitres), scenario: place) {
      #expect(abs(found - litres) < 1e-9)
    }
  }

  @Test("a horizon is for purchases in cash alone")
  func horizon() throws {
    #expect(
      try loaded([key("one_off_costs: cash\nappraisal_years: 5")]).0?.appraisalYears == 5)
    let (study, complaints) = try loaded([key("appraisal_years: 5")])
    #expect(study == nil)
    #expect(complaints.contains { $0.contains("one_off_costs: cash") })
  }

  @Test("units with a budget of their own must be large enough to be told apart")
  func ownBudgets() throws {
    #expect(
      try loaded([key("blud_units: [\"Kelurahan A\"]")]).0?.unitsWithOwnBudget == ["Kelurahan A"])
    let few = BrokenInput.Edit(
      file: "study.yaml", old: "smallest_group: 3", new: "smallest_group: 12")
    #expect(
      try loaded([key("blud_units: [\"Kelurahan A\"]"), few]).1.contains {
        $0.contains("can't be shown apart")
      })
    #expect(try loaded([key("blud_units: [Kelurahan]")]).1.contains { $0.contains("Kelurahan A") })
  }
}
