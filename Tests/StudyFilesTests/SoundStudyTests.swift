import Foundation
import HybridWork
import Simulation
import Statistics
import StudyFiles
import Testing

@Suite("A sound study")
struct SoundStudyTests {
  private func load(_ overrides: StudyOverrides = StudyOverrides()) throws -> LoadedStudy {
    let log = DiagnosticLog()
    let loaded = StudyLoader.load(FixtureFile.path("sound"), overrides: overrides, log: log)
    #expect(FixtureFile.complaints(log) == [])
    return try #require(loaded)
  }

  @Test("the header, groups, thresholds and run settings are those of the file")
  func studyFile() throws {
    let study = try load().study
    #expect(study.header.id == "sound")
    #expect(study.header.title == Bilingual(id: "Kelurahan contoh", en: "Example office"))
    #expect(study.header.institution == "Pemerintah Kota Contoh")
    #expect(study.header.legalReference == "Perpres 21/2023")
    #expect(study.header.description[.english] == "A study for tests.")
    #expect(study.header.sources == ["made up for tests"])
    #expect(study.reporting.groups == [.sex, .generation, .positionKind])
    #expect(study.reporting.smallestGroup == 3)
    #expect(
      study.reporting.thresholds == [
        Threshold(outcome: .coverage, comparison: .difference, safe: -0.01, watch: -0.05),
        Threshold(outcome: .p90WaitMinutes, comparison: .difference, safe: 2, watch: 10),
      ])
    #expect(study.run == RunSettings(worlds: 8, replications: 2, seed: 1))
  }

  @Test("the register's columns are found under the agency's headers")
  func population() throws {
    let population = try load().study.population
    #expect(population.units.map(\.name) == ["Dinas B", "Kelurahan A"])
    #expect(population.identifiers.first == "P07")
    #expect(population.categories(.service).value(11) == nil)
    #expect(population.categories(.service).value(10) == "guard")
    #expect(population.numbers(.commuteKilometres)[7] == 9.5)
  }

  @Test("holidays and the fasting month shape the two weeks")
  func calendar() throws {
    let days = try load().study.calendar.days
    let dates = days.map(\.date.iso)
    #expect(
      dates == [
        "2024-04-29", "2024-04-30", "2024-05-02", "2024-05-03", "2024-05-06", "2024-05-07",
        "2024-05-08",
      ])
    #expect(days.map(\.hours) == [6.5, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5])
    #expect(days.map(\.isNextToHoliday) == [false, true, true, false, false, false, true])
  }

  @Test("the baseline is complete, and each policy takes the rest from it")
  func policies() throws {
    let study = try load().study
    #expect(study.baseline.id == "today")
    #expect(
      study.baseline.levers
        == PolicyLevers(
          eligibility: [], schedule: .chosen(try DaySplit(flexibleDays: 0)), takeUp: .voluntary,
          capShareOfUnitAway: nil, allowances: Allowances(meal: .paid)))
    #expect(study.policies.map(\.id) == ["two-days", "thursday", "teams"])
    let twoDays = study.policies[0]
    #expect(twoDays.inForce.iso == "2024-01-01")
    #expect(twoDays.until?.iso == "2024-12-31")
    #expect(twoDays.levers.schedule == .chosen(try DaySplit(flexibleDays: 2)))
    #expect(twoDays.levers.takeUp == .voluntary)
    #expect(twoDays.levers.capShareOfUnitAway == 0.5)
    #expect(twoDays.levers.allowances.meal == .notPaid)
    #expect(study.policies[1].levers.schedule == .fixed([.thursday]))
    #expect(study.policies[1].levers.takeUp == .ordered)
    #expect(study.policies[1].levers.allowances.meal == .paid)
    #expect(study.policies[2].levers.schedule == .rotation(teams: 2, turn: .week))
    #expect(study.policies[2].until == nil)
  }

  @Test("rules are read with their wording, reference, condition and treatment")
  func rules() throws {
    let rules = try load().study.policies[0].levers.eligibility
    #expect(rules.map(\.id) == ["talent-box", "equipment", "task", "grade"])
    #expect(rules.map(\.reference) == ["Draf, pasal 2", "Draf", "Draf", "Draf"])
    #expect(rules.map(\.unassessed) == [.fail, .pass, .fail, .pass])
    #expect(rules[1].text == Bilingual(id: "Punya alat", en: "Has equipment"))
    // PermenPANRB 3/2020 calls these cells 4, 5, 7, 8 and 9.
    let cells: Set<TalentCell> = [
      TalentCell(performance: .high, potential: .low),
      TalentCell(performance: .middle, potential: .middle),
      TalentCell(performance: .high, potential: .middle),
      TalentCell(performance: .middle, potential: .high),
      TalentCell(performance: .high, potential: .high),
    ]
    #expect(rules[0].condition == .talentBox(cells))
    #expect(
      rules[1].condition
        == .all([
          .flag(.laptop, true), .number(.bandwidthMbps, NumberRange(lower: .including(10))),
        ]))
    #expect(
      rules[2].condition
        == .not(
          .any([
            .category(.taskClass, ["place-bound"]),
            .number(.directServiceShare, NumberRange(lower: .excluding(0.5))),
          ])))
    #expect(rules[3].condition == .not(.category(.grade, ["II/a"])))
  }

  @Test("a counter has the shape of its profile, and posts their days")
  func services() throws {
    let services = try load().study.services
    #expect(services.map(\.id) == ["permits", "guard"])
    let counter = try #require(services[0].counter)
    #expect(
      counter.halfHours.map(\.minutes) == [8 * 60, 8 * 60 + 30, 9 * 60, 9 * 60 + 30, 660, 690])
    #expect(counter.halfHourShares == [0.125, 0.25, 0.25, 0.125, 0.125, 0.125])
    #expect(counter.weekdayFactors == [2, 1, 1, 0.5, 0.5, 0, 0])
    #expect(counter.standard == CounterService.Standard(share: 0.8, withinMinutes: 15))
    #expect(services[0].openOn == Set(Weekday.workingWeek))
    // Sixteen visitors a day, twice as many on Monday, a quarter of them from 8.30 to 9.
    #expect(counter.arrivalsPerHour(on: .monday, halfHour: 1) == 16)
    #expect(services[1].kind == .posts(minimum: 1))
    #expect(services[1].openOn == [.monday, .friday])
  }

  @Test("later assumption files override earlier ones, dated values come in order")
  func assumptions() throws {
    let set = try load().study.assumptions
    #expect(set.assumptions.map(\.id) == AssumptionID.allCases)
    #expect(set[.lunchPrice].provenance.date.iso == "2024-03-01")
    guard case .dated(let lunch) = set[.lunchPrice].value,
      case .dated(let fuel) = set[.fuelPrice].value
    else {
      Issue.record("prices are not dated")
      return
    }
    #expect(lunch.map(\.value) == [18_000])
    #expect(lunch[0].from.iso == "0001-01-01")
    #expect(fuel.map(\.value) == [7650, 10_000, 11_000])
    #expect(fuel.map(\.from.iso) == ["2022-01-01", "2022-09-03", "2024-05-06"])
    guard case .distributed(let friday) = set[.fridayShare].value,
      case .distributed(let sick) = set[.sickShare].value
    else {
      Issue.record("shares are not distributed")
      return
    }
    #expect(
      friday == BoundedDistribution(.beta(alpha: 12, beta: 8), lower: 0.01, upper: 0.99))
    #expect(sick == BoundedDistribution(.gamma(shape: 1.6, scale: 0.032), upper: 0.1))
    #expect(set.correlations.map(\.first) == [.optInVoluntary, .fridayShare])
    #expect(set.correlations.map(\.second) == [.fridayShare, .travelRebound])
    #expect(set.correlations.map(\.rho) == [0.4, 0.3])
  }

  @Test("norms limit days or exclude people, and have the day of their source or of their force")
  func law() throws {
    let norms = try load().study.norms
    #expect(norms.map(\.id) == ["two-flexible-days", "no-discipline"])
    #expect(norms[0].content == .mostFlexibleDaysPerWeek(2, yieldsToSpecialCircumstances: false))
    #expect(norms[1].content == .excludes(.not(.category(.discipline, ["none"]))))
    #expect(norms.map(\.provenance.date.iso) == ["2024-01-01", "2024-02-01"])
    #expect(norms.map { $0.until?.iso } == [nil, "2024-12-31"])
  }

  @Test("the files used are listed in order, and the register is marked as local")
  func inputs() throws {
    let inputs = try load().inputs
    #expect(
      inputs.map(\.name) == [
        "study.yaml", "staff.csv", "services.yaml", "holidays.csv", "hours.yaml", "law.yaml",
        "assumptions.yaml", "local.yaml", "policies/today.yaml", "policies/two-days.yaml",
        "policies/thursday.yaml", "policies/teams.yaml",
      ])
    #expect(inputs.filter(\.isLocal).map(\.name) == ["staff.csv"])
    #expect(inputs[2].path == FixtureFile.path("sound") + "/services.yaml")
  }

  @Test("where a file of the study's own would come before a shared one is told")
  func soughtInVain() throws {
    #expect(try load().soughtInVain.isEmpty)
    let folder = try StudyFolderFixture()
    let own = folder.path + "/policies/thursday.yaml"
    let shared = FilePathText.parent(folder.path) + "/policies"
    try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: own, toPath: shared + "/thursday.yaml")
    let study = try #require(folder.load().0)
    #expect(study.inputs.contains { $0.name == "../policies/thursday.yaml" })
    #expect(study.soughtInVain == [own])
  }

  @Test("a run may override seed, worlds, replications, baseline and policies")
  func overrides() throws {
    let overrides = StudyOverrides(
      seed: 7, worlds: 3, replications: 1, policies: ["teams", "two-days"])
    let study = try load(overrides).study
    #expect(study.run == RunSettings(worlds: 3, replications: 1, seed: 7))
    #expect(study.policies.map(\.id) == ["teams", "two-days"])
  }

  @Test("any policy can be compared with; the others stay differences from the study's baseline")
  func overriddenBaseline() throws {
    let plain = try load().study
    let study = try load(StudyOverrides(baseline: "teams")).study
    #expect(study.baseline.id == "teams")
    #expect(study.baseline.levers == plain.policies.first { $0.id == "teams" }?.levers)
    #expect(study.policies.map(\.id) == ["two-days", "thursday"])
    #expect(study.policies.map(\.levers) == plain.policies.prefix(2).map(\.levers))
  }

  @Test("the study's baseline can be compared with another policy, and no policy with its like")
  func baselineAmongPolicies() throws {
    let study = try load(StudyOverrides(baseline: "thursday", policies: ["today", "thursday"]))
      .study
    #expect(study.baseline.id == "thursday")
    #expect(study.policies.map(\.id) == ["today"])
    #expect(study.policies.first?.levers == (try load().study.baseline.levers))
    let log = DiagnosticLog()
    let same = StudyOverrides(baseline: "thursday", policies: ["twin"])
    let folder = try StudyFolderFixture()
    let twin = try String(contentsOfFile: folder.path + "/policies/thursday.yaml", encoding: .utf8)
    try twin.write(
      toFile: folder.path + "/policies/twin.yaml", atomically: true, encoding: .utf8)
    #expect(StudyLoader.load(folder.path, overrides: same, log: log) == nil)
    #expect(FixtureFile.problems(log) == [.policy(.changesNothing(baseline: "thursday"))])
  }

  @Test("an overriding name that no file has is reported at the key it replaces")
  func unknownOverride() throws {
    let log = DiagnosticLog()
    let overrides = StudyOverrides(baseline: "tuday", policies: ["two-days", "team"])
    #expect(StudyLoader.load(FixtureFile.path("sound"), overrides: overrides, log: log) == nil)
    #expect(
      FixtureFile.complaints(log) == [
        "study.yaml:14:11: baseline: \"tuday\" is unknown. Did you mean \"today\"? "
          + "Accepted: teams, thursday, today, two-days.",
        "study.yaml:15:11: policies: \"team\" is unknown. Did you mean \"teams\"? "
          + "Accepted: teams, thursday, today, two-days.",
      ])
  }

  @Test("the study file may be named instead of its folder, and a folder may end with a slash")
  func paths() throws {
    let log = DiagnosticLog()
    let path = FixtureFile.path("sound")
    let byFile = StudyLoader.load(path + "/study.yaml", log: log)
    let bySlash = StudyLoader.load(path + "/", log: log)
    #expect(byFile?.study.header.id == "sound")
    #expect(bySlash?.study.header.id == "sound")
    #expect(byFile?.inputs == (try load().inputs))
    #expect(StudyLoader.load(path + "/nothing", log: log) == nil)
    #expect(
      FixtureFile.complaints(log) == [
        "nothing: this file does not exist. Check its name and folder."
      ])
  }

  @Test("policies beside the study hide shared ones of the same name")
  func sharedPolicies() throws {
    let folder = try StudyFolderFixture()
    let sharedText = """
      title: {id: "Bersama", en: "Shared"}
      institution: "Kota Contoh"
      reference: "Draf"
      in_force: 2024-01-01
      schedule: {flexible_on: [friday]}
      """
    try folder.apply(BrokenInput.Edit(file: "../policies/fridays.yaml", new: sharedText))
    try folder.apply(BrokenInput.Edit(file: "../policies/thursday.yaml", new: sharedText))
    let (loaded, log) = folder.load(StudyOverrides(policies: ["fridays", "thursday"]))
    #expect(FixtureFile.complaints(log) == [])
    #expect(loaded?.study.policies.map { $0.title[.english] } == ["Shared", "Thursday"])
    #expect(
      loaded?.inputs.map(\.name).suffix(2) == [
        "../policies/fridays.yaml", "policies/thursday.yaml",
      ])
  }
}
