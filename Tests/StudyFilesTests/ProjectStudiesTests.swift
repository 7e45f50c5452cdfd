import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("The project's own studies")
struct ProjectStudiesTests {
  @Test(
    "each study loads without an error",
    arguments: [
      "bandung-2027", "bandung-city", "jakarta-year-end", "national-fwa", "west-java-analysts",
      "west-java-mkd",
    ])
  func loads(name: String) throws {
    let log = DiagnosticLog()
    let path = FixtureFile.path("../../../scenarios/\(name)")
    let loaded = StudyLoader.load(path, log: log)
    let errors = log.diagnostics.filter { $0.severity == .error }
    #expect(errors.map { $0.text(in: .english) } == [])
    let study = try #require(loaded?.study)
    #expect(study.header.id == name)
    #expect(study.baseline.id == "everyone-in-office")
    #expect(study.policies.count >= 5)
    fits(study)
  }

  /// Counters can meet their need on an ordinary day with the staff there are, and the peaks of
  /// counters that the files name lie outside the studies' calendars.
  private func fits(_ study: Study) {
    let pools = StaffPools(study.population, services: study.services)
    let column = study.population.categories(.service)
    var staff = Array(repeating: 0, count: study.services.count)
    for code in column.codes where code != CategoryColumn.unknown {
      guard let pool = pools.poolOfLevel[Int(code)] else { continue }
      staff[pools.pools[pool][0]] += 1
    }
    for (service, people) in zip(study.services, staff) {
      #expect(people > 0, "\(service.id)")
      if case .posts(let minimum, let shifts) = service.kind {
        #expect(people >= minimum * shifts, "\(service.id)")
      }
      guard let counter = service.counter else { continue }
      let needs = Weekday.workingWeek.flatMap { day in
        counter.slots.indices.map { counter.ownNeed(on: day, slot: $0) }
      }
      #expect((needs.max() ?? 0) <= counter.counters, "\(service.id)")
      #expect(people >= counter.counters, "\(service.id)")
      #expect(study.calendar.days.allSatisfy { counter.demandFactor(on: $0.date) == 1 })
    }
  }
}
