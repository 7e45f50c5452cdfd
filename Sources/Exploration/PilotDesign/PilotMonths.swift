import HybridWork
import Simulation

/// Months of services under the baseline and under a policy, in simulated calendars.
///
/// Each month of the calendar is simulated on its own, with the luck it has within the year. A year
/// is one replication; a pilot longer than the calendar goes on in the next replication of its
/// world.
struct PilotMonths: Sendable {
  /// The services that report the outcome in every month of every calendar, in the study's order.
  let services: [Service]
  /// Whole months of the calendar.
  let monthCount: Int
  let worlds: Int
  let years: Int
  private let untreated: [Double]
  private let treated: [Double]

  /// Simulates; `years` replications of every world of the study.
  init(
    _ study: Study, policy: Policy, outcome: Outcome, years: Int, threads: Int,
    grid: WaitingGrid, progress: @escaping @Sendable (Double) -> Void
  ) throws(PilotDesignError) {
    let months = study.calendar.wholeMonths
    guard months.count >= 3 else { throw .tooFewMonths(count: months.count) }
    let pair = study.comparing([policy])
    var results: [[[Double]]] = [[], []]
    for (number, month) in months.enumerated() {
      let share = Double(number) / Double(months.count)
      do throws(SimulationError) {
        let run = try StudyRun(pair.during(month, replications: years))
        let result = run.run(threads: threads, grid: grid) {
          progress(share + $0 / Double(months.count))
        }
        for scenario in 0...1 {
          results[scenario] += study.services.map {
            result.samples.samples(OutcomeKey(outcome, .service($0.id)), scenario: scenario)
          }
        }
      } catch {
        throw .simulation(error)
      }
    }
    let count = study.services.count
    let defined = study.services.indices.filter { service in
      results.allSatisfy { scenario in
        months.indices.allSatisfy { month in
          scenario[month * count + service].allSatisfy(\.isFinite)
        }
      }
    }
    let samples = study.run.worlds * years
    func gathered(_ scenario: [[Double]]) -> [Double] {
      (0..<samples).flatMap { sample in
        defined.flatMap { service in
          months.indices.map { scenario[$0 * count + service][sample] }
        }
      }
    }
    services = defined.map { study.services[$0] }
    monthCount = months.count
    worlds = study.run.worlds
    self.years = years
    untreated = gathered(results[0])
    treated = gathered(results[1])
  }

  /// The place of a service's month in one calendar.
  private func place(_ sample: Int, _ service: Int, _ month: Int) -> Int {
    (sample * services.count + service) * monthCount + month
  }

  /// A service's months of a calendar, without and with the policy.
  func months(
    service: Int, sample: Int
  ) -> (untreated: ArraySlice<Double>, treated: ArraySlice<Double>) {
    let first = place(sample, service, 0)
    let range = first..<(first + monthCount)
    return (untreated[range], treated[range])
  }

  /// A service's outcome at a time of a pilot that begins with the first month of `year`.
  func values(
    world: Int, year: Int, service: Int, time: Int
  ) -> (untreated: Double, treated: Double) {
    let sample = world * years + (year + time / monthCount) % years
    let place = place(sample, service, time % monthCount)
    return (untreated[place], treated[place])
  }
}
