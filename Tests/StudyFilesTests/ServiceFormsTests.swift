import Foundation
import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Forms of services")
struct ServiceFormsTests {
  private static let permits = "profile: counter, counters: 2, visitors_per_day: 16,"
  private static let guardDuty = "posts: {minimum: 1, days: [monday, friday]},"
  private static let tail = "source: \"made up\", date: 2024-01-01, confidence: J"

  /// The sound study with other figures of its services, and what was complained of.
  private func services(
    _ edits: [(old: String, new: String)], files: [(name: String, text: String)] = []
  ) throws -> (services: [Service]?, complaints: [String]) {
    let folder = try StudyFolderFixture()
    for edit in edits {
      try folder.apply(BrokenInput.Edit(file: "services.yaml", old: edit.old, new: edit.new))
    }
    for file in files { try folder.apply(BrokenInput.Edit(file: file.name, new: file.text)) }
    let (loaded, log) = folder.load()
    return (loaded?.study.services, FixtureFile.complaints(log))
  }

  @Test("terms stand in the profile, and a service's own replace them one by one")
  func terms() throws {
    let (services, complaints) = try services([
      (
        "    handling_minutes: 10\n",
        "    handling_minutes: 10\n    closing: send_away\n    priority_share: 0.1\n"
          + "    waiting_at_opening: {share: 0.2, minutes_before: 45}\n"
      ),
      (
        Self.permits,
        "profile: counter, counters: {own: 2, other: 3}, visitors_per_day: 16, district: Andir, "
          + "tickets_per_day: 40, priority_share: 0.3, online: {share: 0.25, "
          + "handling_minutes: 6, within_days: 2}, "
          + "return_share: 0.5, peaks: [{title: {id: \"Gajian\", en: \"Payday\"}, "
          + "days_of_month: {from: 28, to: 2}, factor: 1.4, \(Self.tail)}],"
      ),
    ])
    #expect(complaints == [])
    let service = try #require(services?.first)
    let counter = try #require(service.counter)
    #expect(service.district == "Andir")
    #expect(counter.counters == 2 && counter.otherStaffedCounters == 3)
    #expect(counter.terms.closingRule == .sendAway && counter.terms.breakRule == .closed)
    #expect(counter.terms.waitingAtOpening == 0.2 && counter.terms.waitingBeforeMinutes == 45)
    #expect(counter.terms.ticketsPerDay == 40 && counter.terms.priorityShare == 0.3)
    #expect(counter.terms.onlineShare == 0.25 && counter.terms.onlineHandlingMinutes == 6)
    #expect(counter.terms.onlineWithinDays == 2)
    #expect(counter.terms.returnShare == 0.5)
    // The profile's figures are a judgement: so is its shape.
    #expect(counter.terms.isShapeAssumed)
    #expect(counter.peaks.first?.period == .daysOfMonth([1...2, 28...31]))
  }

  @Test("posts are held for the working day unless shifts hold them round the clock")
  func shifts() throws {
    let (day, none) = try services([])
    #expect(none == [])
    #expect(day?[1].kind == .posts(minimum: 1, shifts: 1))
    let round = "posts: {minimum: 1, shifts: 3, days: [monday, friday]},"
    let (clock, complaints) = try services([(Self.guardDuty, round)])
    #expect(complaints == [])
    #expect(clock?[1].kind == .posts(minimum: 1, shifts: 3))
    let (_, refused) = try services([
      (Self.guardDuty, round.replacing("3", with: "4"))
    ])
    #expect(refused.count == 1 && refused[0].contains("shifts"))
  }

  @Test("weights may count the break, which is open with half of the staff if the rule says so")
  func breaks() throws {
    let (closed, complaints) = try services([
      ("[1, 2, 2, 1, 1, 1]", "[1, 2, 2, 1, 0.5, 0.5, 1, 1]")
    ])
    #expect(complaints == [])
    let counter = try #require(closed?.first?.counter)
    #expect(counter.slots.map(\.start.minutes) == [480, 510, 540, 570, 600, 630, 660, 690])
    #expect(counter.slots.map(\.isOpen) == [true, true, true, true, false, false, true, true])
    #expect(abs(counter.slots[4].share - 0.5 / 9) < 1e-15)
    let (half, others) = try services([
      ("[1, 2, 2, 1, 1, 1]", "[1, 2, 2, 1, 0.5, 0.5, 1, 1]"),
      ("    handling_minutes: 10\n", "    handling_minutes: 10\n    break_rule: half_staff\n"),
    ])
    #expect(others == [])
    #expect(half?.first?.counter?.openSlots == Array(0..<8))
    #expect(half?.first?.counter?.slots[4].isBreak == true)
  }

  @Test("visitors, counters, hours and minutes are enough; the assumed shape is flagged")
  func totalsAlone() throws {
    let shapes = """
      shapes:
        early:
          half_hours: {"08:00": 3, "09:00": 1}
          weekdays: {monday: 2, tuesday: 1, wednesday: 1, thursday: 1, friday: 1}
          standard: {share: 0.7, within_minutes: 20}
          source: "made up"
          date: 2024-01-01
          confidence: J
      """
    let (services, complaints) = try services(
      [
        ("profiles:\n", "shapes: shapes.yaml\nprofiles:\n"),
        (
          Self.permits,
          "open: {days: [monday, tuesday], from: \"08:00\", to: \"10:00\"}, counters: 2, "
            + "visitors_per_day: 16, handling_minutes: 5,"
        ),
      ], files: [("shapes.yaml", shapes)])
    #expect(
      complaints == [
        "services.yaml:13:10: services[1].id: warning: the shape of the day is assumed: \"early\". "
          + "For the real one write a profile, or import a log of tickets (arrivals)."
      ])
    let counter = try #require(services?.first?.counter)
    #expect(counter.terms.isShapeAssumed)
    #expect(counter.slots.map(\.share) == [0.375, 0.375, 0.125, 0.125])
    // Monday has twice Tuesday's weight, and their mean is 1.
    #expect(abs(counter.weekdayFactors[0] - 4.0 / 3) < 1e-15)
    #expect(counter.weekdayFactors[2...].allSatisfy { $0 == 0 })
    #expect(counter.handlingMinutes == 5)
    #expect(counter.standard == CounterService.Standard(share: 0.7, withinMinutes: 20))
  }

  @Test("the project's own shapes can be read, and the first is taken unless one is named")
  func projectShapes() throws {
    let path = FixtureFile.path("../../../scenarios/assumptions/day-shapes.yaml")
    let shapes = try String(contentsOfFile: path, encoding: .utf8)
    let totals =
      "open: {days: [monday], from: \"08:00\", to: \"13:00\", closed: {from: \"12:00\", "
      + "to: \"12:30\"}}, counters: 2, visitors_per_day: 16, handling_minutes: 5,"
    for (named, first, noon) in [("", 0.6, 0.5), (" shape: even,", 1.0, 1.0)] {
      let (services, _) = try services(
        [("profiles:\n", "shapes: shapes.yaml\nprofiles:\n"), (Self.permits, totals + named)],
        files: [("shapes.yaml", shapes)])
      let slots = try #require(services?.first?.counter?.slots)
      // Nobody is assumed to come in a closed break.
      #expect(slots.count == 10 && slots[8].share == 0)
      #expect(abs(slots[0].share / slots[9].share - first / noon) < 1e-12)
    }
  }

  @Test("a backlog has its cases, staff minutes and turnaround")
  func backlog() throws {
    let (services, complaints) = try services([
      (
        Self.guardDuty,
        "backlog: {cases_per_day: 12, days: [monday, tuesday], weekdays: {monday: 3, tuesday: 1}, "
          + "handling_minutes: 30, standard: {share: 0.9, within_days: 2}, opening_backlog: 7, "
          + "hours_share: 0.5, peaks: [{title: {id: \"Akhir tahun\", en: \"Year end\"}, "
          + "dates: [{from: 2024-12-29, to: 2024-12-31}], factor: 3, \(Self.tail)}]},"
      )
    ])
    #expect(complaints == [])
    let backlog = try #require(services?.last?.backlog)
    #expect(backlog.casesPerDay == 12 && backlog.openingBacklog == 7)
    #expect(backlog.weekdayFactors[...1] == [1.5, 0.5])
    #expect(backlog.handlingMinutes == 30 && backlog.hoursShare == 0.5)
    #expect(backlog.standard == BacklogService.Standard(share: 0.9, withinDays: 2))
    // Monday, 30 December 2024: 12 × 1.5 × 3.
    #expect(backlog.expectedCases(on: WorkDate(dayNumber: 20_087)) == 54)
    #expect(services?.last?.openOn == [.monday, .tuesday])
  }

  @Test("staff may serve several services, and a wrong name among them is warned of")
  func sharedStaff() throws {
    let folder = try StudyFolderFixture()
    try folder.apply(
      BrokenInput.Edit(file: "staff.csv", old: "0.8,permits,", new: "0.8,guard | permits,"))
    try folder.apply(
      BrokenInput.Edit(file: "staff.csv", old: "1,permits,3,", new: "1,permits|gard,3,"))
    let (loaded, log) = folder.load()
    #expect(
      FixtureFile.complaints(log) == [
        "study.yaml:10:11: services: warning: the staff name the service \"gard\" (1 people), "
          + "which is not here: they count for no service. Did you mean \"guard\"?"
      ])
    let study = try #require(loaded?.study)
    let pools = StaffPools(study.population, services: study.services)
    #expect(pools.pools == [[0], [1], [0, 1]])
  }
}
