import Foundation
import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Logs of queue tickets")
struct TicketLogTests {
  private static let open =
    "open: {days: [monday, tuesday], from: \"08:00\", to: \"09:30\", "
    + "closed: {from: \"08:30\", to: \"09:00\"}}, counters: 2, "
    + "standard: {share: 0.8, within_minutes: 10}, "

  /// Two Mondays, a Tuesday and a Wednesday; eight tickets in the opening hours or before them.
  private static let tickets = """
    Nama,Ambil,called,Selesai
    Siti Aminah,2024-01-08 07:50,2024-01-08 08:00:00,2024-01-08 08:04:00
    Budi Santoso,2024-01-08T08:10:59,,
    x,08/01/2024 08.20,2024-01-08 08:25,
    x,2024-01-08 08:40,2024-01-08 09:00,2024-01-08 09:10
    x,2024-01-09 09:05,,
    x,2024-01-09 09:29:59,,
    x,2024-01-09 09:30,2024-01-09 09:31,2024-01-09 10:31
    x,2024-01-10 08:10,,
    x,2024-01-15 08:00,,
    x,2024-01-15 09:10,,
    """

  private func load(
    _ keys: String, tickets: String = tickets
  ) throws -> (counter: CounterService?, complaints: [String], inputs: [InputFile]) {
    let folder = try StudyFolderFixture()
    try folder.apply(
      BrokenInput.Edit(
        file: "services.yaml", old: "profile: counter, counters: 2, visitors_per_day: 16,",
        new: keys))
    try folder.apply(BrokenInput.Edit(file: "tickets.csv", new: tickets))
    let (loaded, log) = folder.load()
    return (
      loaded?.study.services.first?.counter, FixtureFile.complaints(log), loaded?.inputs ?? []
    )
  }

  @Test("a log gives visitors, the week, the half hours, the queue at the door and the minutes")
  func derived() throws {
    let (found, complaints, inputs) = try load(
      Self.open + "arrivals: {log: tickets.csv, columns: {taken: Ambil, finished: Selesai}},")
    #expect(complaints.count == 2)
    #expect(complaints.allSatisfy { $0.contains("warning") })
    #expect(complaints.first?.contains("2 tickets were taken after closing time") == true)
    #expect(complaints.last?.contains("holds only 3 days") == true)
    let counter = try #require(found)
    // Mondays have 4 and 2 tickets, the Tuesday 2: means of 3 and 2.
    #expect(counter.visitorsPerDay == 2.5)
    #expect(abs(counter.weekdayFactors[0] - 1.2) < 1e-15)
    #expect(abs(counter.weekdayFactors[1] - 0.8) < 1e-15)
    // Three from 8.00, one in the break, three from 9.00; one ten minutes before opening.
    let shares: [Double] = [3, 1, 3]
    #expect(counter.slots.map(\.share) == shares.map { $0 / 7 })
    #expect(counter.slots.map(\.isOpen) == [true, false, true])
    #expect(counter.terms.waitingAtOpening == 0.125)
    #expect(counter.terms.waitingBeforeMinutes == 20)
    // Four and ten minutes; the hour on Tuesday is of a ticket after closing.
    #expect(counter.handlingMinutes == 7)
    #expect(!counter.terms.isShapeAssumed)
    // The log is the agency's own and stays with it.
    #expect(inputs.contains { $0.name == "tickets.csv" && $0.isLocal })
  }

  @Test("a profile's shape and minutes give way to the log's, its standard stays")
  func overProfile() throws {
    let rows = (0..<5).map { "2024-01-\($0 + 15) 08:1\($0)" }
    let (counter, _, _) = try load(
      "profile: counter, counters: 2, arrivals: {log: tickets.csv},",
      tickets: (["taken"] + rows).joined(separator: "\n"))
    let found = try #require(counter)
    #expect(found.visitorsPerDay == 1)
    #expect(found.slots[0].share == 1)
    #expect(found.handlingMinutes == 10)
    #expect(found.standard.withinMinutes == 15)
  }

  @Test("rows that make no sense are refused one by one, without words that may be names")
  func complaints() throws {
    let (counter, complaints, _) = try load(
      Self.open + "arrivals: {log: tickets.csv, columns: {taken: Ambil, finished: Selesai}},",
      tickets: """
        Nama,Ambil,called,Selesai
        x,,,
        x,Siti Aminah,,
        x,2024-01-08,,
        x,2024-01-08 25:10,,
        x,0812-3456-7890,,
        x,2024-01-08 08:10,2024-01-08 08:05,
        x,2024-01-08 08:10,2024-01-08 08:15,2024-01-08 08:14
        x,2024-01-08 08:10,2024-01-08 08:15,2024-01-08 18:15
        """)
    #expect(counter == nil)
    #expect(
      complaints == [
        "tickets.csv:2:3: Ambil: this cell is blank, but a value is required. Fill it.",
        "tickets.csv:3:3: Ambil: this cell is not a date with a time. "
          + "Write for example 2026-10-05 08:14:32.",
        "tickets.csv:4:3: Ambil: \"2024-01-08\" is not a date with a time. "
          + "Write for example 2026-10-05 08:14:32.",
        "tickets.csv:5:3: Ambil: \"2024-01-08 25:10\" is not a date with a time. "
          + "Write for example 2026-10-05 08:14:32.",
        "tickets.csv:6:3: Ambil: this cell is not a date with a time. "
          + "Write for example 2026-10-05 08:14:32.",
        "tickets.csv:7:20: called: called is earlier than taken. Correct the time, or delete "
          + "this row.",
        "tickets.csv:8:37: Selesai: finished is earlier than called. Correct the time, or delete "
          + "this row.",
        "tickets.csv:9:37: Selesai: this service takes 600 minutes, more than eight hours. "
          + "Correct the time, or leave it blank.",
      ])
  }

  @Test("faults beyond the first twenty rows are only counted")
  func manyFaults() throws {
    let (_, complaints, _) = try load(
      Self.open + "arrivals: {log: tickets.csv},",
      tickets: (["taken,x"] + Array(repeating: "never,x", count: 50)).joined(separator: "\n"))
    #expect(complaints.count == 21)
    #expect(complaints.contains { $0.contains("30") })
  }

  @Test("a log without a weekday, a column or minutes can't be used")
  func unusable() throws {
    let arrivals = "arrivals: {log: tickets.csv},"
    let (_, weekday, _) = try load(
      Self.open + arrivals, tickets: "taken\n2024-01-08 08:10\n2024-01-08 08:20")
    #expect(weekday.first?.contains("no ticket on tuesday") == true)
    let (_, column, _) = try load(Self.open + arrivals, tickets: "ambil\n2024-01-08 08:10")
    #expect(column.first?.contains("there is no column \"taken\"") == true)
    let (_, minutes, _) = try load(
      Self.open + arrivals, tickets: "taken\n2024-01-08 08:10\n2024-01-09 08:20")
    #expect(minutes.contains { $0.contains("the key \"handling_minutes\" is missing") })
    let (_, both, _) = try load(
      Self.open + "visitors_per_day: 9, " + arrivals, tickets: "taken\n2024-01-08 08:10")
    #expect(both.contains { $0.contains("arrivals and visitors_per_day cannot both be given") })
  }

  @Test("the project's made-up log can be read, and gives what another program counted")
  func example() throws {
    let path = FixtureFile.path("../../../notebooks-data/queue-tickets-example.csv")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let (counter, complaints, _) = try load(
      "open: {days: [monday, tuesday, wednesday, thursday, friday], from: \"08:00\", "
        + "to: \"15:00\", closed: {from: \"12:00\", to: \"13:00\"}}, counters: 3, "
        + "standard: {share: 0.8, within_minutes: 10}, arrivals: {log: tickets.csv},",
      tickets: text)
    #expect(complaints == [])
    let found = try #require(counter)
    // Counted with Python's csv and datetime: 1,197 tickets on 30 days.
    #expect(abs(found.visitorsPerDay - 39.9) < 1e-9)
    let monday = found.weekdayFactors[0] * found.visitorsPerDay
    #expect(abs(monday - 48.333333333333) < 1e-9)
    #expect(abs(found.terms.waitingAtOpening - 0.046783625731) < 1e-9)
    #expect(abs(found.handlingMinutes - 9.155054302423) < 1e-9)
    #expect(abs(found.slots[3].share - 0.142857142857) < 1e-9)
  }
}
