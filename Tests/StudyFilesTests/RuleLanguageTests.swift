import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Rules with dates, units and exceptions")
struct RuleLanguageTests {
  private static let equipment =
    "where: {all: [{laptop: true}, {bandwidth_mbps: {at_least: 10}}]}"

  /// The policy `two-days` of the sound study with one text put for another.
  private func policy(_ old: String, _ new: String) throws -> Policy {
    let folder = try StudyFolderFixture()
    try folder.apply(
      BrokenInput.Edit(file: "policies/two-days.yaml", old: old, new: new))
    let (study, log) = folder.load()
    #expect(FixtureFile.complaints(log) == [])
    return try #require(study?.study.policies.first)
  }

  @Test("a rule may have a first and a last day of its own")
  func ruleDates() throws {
    let policy = try policy(
      Self.equipment, Self.equipment + "\n    in_force: 2024-06-01\n    until: 2024-06-30")
    let rule = policy.levers.eligibility[1]
    #expect(rule.inForce?.iso == "2024-06-01")
    #expect(rule.until?.iso == "2024-06-30")
    #expect(policy.levers.eligibility[0].inForce == nil)
  }

  @Test("units are listed by name, for or against")
  func units() throws {
    let policy = try policy(
      Self.equipment, "where: {any: [{unit: {in: [Dinas B]}}, {unit: {not_in: [Kelurahan A]}}]}")
    #expect(
      policy.levers.eligibility[1].condition
        == .any([.category(.unit, ["Dinas B"]), .not(.category(.unit, ["Kelurahan A"]))]))
  }

  @Test("exceptions are read with level, effect and condition")
  func exceptions() throws {
    let cap = "cap: {share_of_unit_away: 0.5}"
    let policy = try policy(
      cap,
      cap + "\nexceptions:\n"
        + "  - {exception: new, text: {id: \"Baru\", en: \"New\"}, level: person, "
        + "where: {tenure_months: {below: 6}}, effect: refuse, reference: \"Pasal 9\"}")
    let exception = try #require(policy.levers.exceptions.first)
    #expect(exception.level == .person)
    #expect(exception.effect == .refuse)
    #expect(exception.reference == "Pasal 9")
    #expect(
      exception.condition == .number(.tenureMonths, NumberRange(upper: .excluding(6))))
  }

  private func hypothetical(_ text: String) throws -> (Population?, [String]) {
    let log = DiagnosticLog()
    let date = try #require(WorkDate("2024-07-01"))
    let population = HypotheticalPerson.population(from: text, on: date, log: log)
    return (population, FixtureFile.complaints(log))
  }

  @Test("a hypothetical person is read by the register's grammar, the rest is unknown")
  func hypotheticalPerson() throws {
    let (read, complaints) = try hypothetical(
      "talent_box=5, laptop = ya, bandwidth_mbps=8.5, in_post_since=15 Januari 2024, sex=perempuan")
    let population = try #require(read)
    #expect(complaints.isEmpty)
    #expect(population.text(.talentBox, person: 0) == "meets-middle")
    #expect(population.text(.laptop, person: 0) == "true")
    #expect(population.text(.bandwidthMbps, person: 0) == "8.5")
    #expect(population.text(.tenureMonths, person: 0) == "5")
    #expect(population.text(.sex, person: 0) == "P")
    for column in [RegisterColumn.unit, .positionKind, .directServiceShare, .discipline] {
      #expect(population.text(column, person: 0) == nil)
    }
  }

  @Test(
    "a hypothetical person with a slip is refused",
    arguments: [
      ("bandwith_mbps=8", "Did you mean \"bandwidth_mbps\"?"),
      ("sex=M", "is not a sex"), ("laptop=maybe", "neither true nor false"),
      ("bandwidth_mbps=8,5", "\"5\" is not column=value"), ("talent_box=10", "not a box"),
      ("laptop=ya, laptop=tidak", "\"laptop\" is named twice"), ("", "is not column=value"),
      ("identifier=1", "\"identifier\" is unknown"), ("generation=x", "\"generation\" is unknown"),
      ("discipline_date=2024", "only a year"),
    ])
  func refused(text: String, complaint: String) throws {
    let (population, complaints) = try hypothetical(text)
    #expect(population == nil)
    #expect(complaints.count == 1)
    #expect(complaints.first?.contains(complaint) == true, "\(complaints)")
  }

  @Test(
    "older names of position kinds are read as UU 5/2014 converted them",
    arguments: [
      ("pelaksana", "pelaksana"), ("Eselon I", "jpt"), ("eselon II.a", "jpt"), ("Eselon 2B", "jpt"),
      ("Eselon III/a", "administrator"), ("Struktural Eselon III", "administrator"),
      ("IV.b eselon", "pengawas"), ("Eselon V", "pelaksana"), ("JFT", "fungsional"),
      ("Jabatan Fungsional Tertentu", "fungsional"), ("JFU", "pelaksana"),
      ("Jabatan Fungsional Umum", "pelaksana"), ("Staf", "pelaksana"),
      ("Jabatan Pelaksana", "pelaksana"), ("JPT Pratama", "jpt"), ("Pengawas", "pengawas"),
    ])
  func positionKinds(text: String, kind: String) throws {
    let (population, complaints) = try hypothetical("position_kind=\(text)")
    #expect(population?.text(.positionKind, person: 0) == kind, "\(complaints)")
  }

  @Test(
    "names of no kind are refused", arguments: ["Eselon VI", "struktural", "Jabatan", "kepala"])
  func noPositionKind(text: String) throws {
    let (population, complaints) = try hypothetical("position_kind=\(text)")
    #expect(population == nil)
    #expect(complaints.count == 1)
  }

  @Test("prices of remedies are read from the file the study names")
  func prices() throws {
    let folder = try StudyFolderFixture()
    let run = "run: {worlds: 8, replications: 2, seed: 1}"
    try folder.apply(
      BrokenInput.Edit(file: "study.yaml", old: run, new: "unlock: unlock.yaml\n" + run))
    try folder.apply(
      BrokenInput.Edit(
        file: "unlock.yaml", old: nil,
        new: "prices:\n  - {column: laptop, remedy: {id: \"L\", en: \"L \"}, rupiah: 8000000, "
          + "source: \"s\", date: 2024-01-01, confidence: J}\n"
          + "  - {rule: task, remedy: {id: \"T\", en: \"T \"}, rupiah: 0, source: \"s\", "
          + "date: 2024-01-01, confidence: X}"))
    let (study, log) = folder.load()
    #expect(FixtureFile.complaints(log) == [])
    let prices = try #require(study?.unlockPrices)
    #expect(prices.map(\.subject) == [.column(.laptop), .rule("task")])
    #expect(prices.map(\.rupiah) == [8_000_000, 0])
    #expect(study?.inputs.map(\.name).contains("unlock.yaml") == true)
  }
}
