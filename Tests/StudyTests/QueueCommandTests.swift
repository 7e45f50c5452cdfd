import Foundation
import Testing

@Suite("luwes queue")
struct QueueCommandTests {
  private static let counter = [
    "queue", "--arrivals-per-hour", "200", "--service-minutes", "3", "--target-minutes", "0.333",
  ]

  private struct Answer: Decodable {
    let probabilityOfWaiting: Double
    let meanWaitMinutes: Double
    let serviceLevel: Double
    let abandonment: Double
    let occupancy: Double
    let serversRequired: Int?

    enum CodingKeys: String, CodingKey {
      case probabilityOfWaiting = "probability_of_waiting"
      case meanWaitMinutes = "mean_wait_minutes"
      case serviceLevel = "service_level"
      case abandonment, occupancy
      case serversRequired = "servers_required"
    }

    var figures: [Double] {
      [probabilityOfWaiting, meanWaitMinutes, serviceLevel, abandonment, occupancy]
    }
  }

  private struct Days: Decodable {
    let solvedDay: Answer
    let simulated: Answer

    enum CodingKeys: String, CodingKey {
      case solvedDay = "solved_day"
      case simulated
    }
  }

  private func answer(_ options: [String]) throws -> Answer {
    let run = try Program.run(Self.counter + options + ["--json"])
    #expect(run.exitCode == 0)
    return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
  }

  /// Figures by brute force: Tests/QueueingTests/References/queue_command.py (NumPy 2, SciPy 1).
  @Test("the figures are those of the exact birth-death process, with patience and without")
  func exact() throws {
    let patient = try answer(["--servers", "13", "--patience-minutes", "5"])
    let expected = [
      0.22579708404737533, 0.1248165181678594, 0.8581110961072163, 0.02496330363357188,
      0.7500282279741755,
    ]
    for (found, exact) in zip(patient.figures, expected) { #expect(abs(found - exact) < 1e-9) }
    #expect(patient.serversRequired == 13)
    let waiting = try answer(["--servers", "13"])
    let without = [0.285270453036493, 0.28527045303649284, 0.7955266419901484, 0, 10.0 / 13]
    for (found, exact) in zip(waiting.figures, without) { #expect(abs(found - exact) < 1e-9) }
    #expect(waiting.serversRequired == 14)
  }

  @Test("nobody is served without servers, and 2,000 of them overflow nothing")
  func ends() throws {
    let nobody = try answer(["--servers", "0", "--patience-minutes", "5"])
    #expect(nobody.figures == [1, 5, 0, 1, 0])
    let many = try answer(["--servers", "2000", "--patience-minutes", "5"])
    let areFinite = many.figures.allSatisfy(\.isFinite)
    #expect(areFinite)
    #expect(many.serviceLevel == 1)
  }

  @Test("a simulated day agrees with the solved one")
  func days() throws {
    let run = try Program.run(
      Self.counter
        + ["--servers", "13", "--patience-minutes", "5", "--simulate-days", "2000", "--json"])
    let days = try JSONDecoder().decode(Days.self, from: Data(run.output.utf8))
    // 3.2 million citizens: a thousandth is many standard errors of any of these.
    for (found, solved) in zip(days.simulated.figures, days.solvedDay.figures) {
      #expect(abs(found - solved) < 0.002)
    }
    #expect(days.simulated.meanWaitMinutes != days.solvedDay.meanWaitMinutes)
  }

  @Test("an unstable queue and impossible numbers end with 65 and say what to do")
  func refused() throws {
    let unstable = try Program.run(Self.counter + ["--servers", "10", "--lang", "en"])
    #expect(unstable.exitCode == 65)
    #expect(unstable.output.isEmpty)
    #expect(unstable.complaints.contains("at least 11 servers"))
    let negative = try Program.run(
      Self.counter + ["--servers", "13", "--patience-minutes=-5", "--lang", "en"])
    #expect(negative.exitCode == 65)
    #expect(negative.complaints.contains("--patience-minutes: found -5.0; expected"))
    let level = try Program.run(
      Self.counter + ["--servers", "13", "--service-level", "80", "--lang", "en"])
    #expect(level.exitCode == 65)
    #expect(level.complaints.contains("between 0 and 1"))
  }

  @Test("the table is in the planner's language")
  func languages() throws {
    let indonesian = try Program.run(Self.counter + ["--servers", "13", "--patience-minutes", "5"])
    #expect(indonesian.output.contains("Peluang menunggu                  0,2258"))
    let english = try Program.run(
      Self.counter + ["--servers", "13", "--patience-minutes", "5", "--lang", "en"])
    #expect(english.output.contains("Probability of waiting            0.2258"))
  }
}
