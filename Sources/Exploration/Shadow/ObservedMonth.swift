import HybridWork
import Simulation

/// What logs say of one month.
struct ObservedMonth {
  let calendar: WorkCalendar
  /// Months since January of year 0.
  let number: Int
  /// Which days count for each unit, `unit * days + day`.
  private(set) var isObserved: [Bool]
  /// Person-days by unit and whereabouts.
  private(set) var personDays: [[Double]]
  /// Unit-days that count.
  private(set) var unitDays = 0
  /// By service: the tickets of each day that has any.
  private(set) var tickets: [[[Double?]]]

  init(_ calendar: WorkCalendar, _ study: Study, _ observed: ShadowObservations) {
    self.calendar = calendar
    let date = calendar.from.components
    number = date.year * 12 + date.month - 1
    let units = study.population.units.count
    let days = calendar.days
    var dayOfDate: [WorkDate: Int] = [:]
    for (index, day) in days.enumerated() { dayOfDate[day.date] = index }
    isObserved = Array(repeating: false, count: units * days.count)
    personDays = Array(
      repeating: Array(repeating: 0, count: Whereabouts.allCases.count), count: units)
    for entry in observed.attendance {
      guard let day = dayOfDate[entry.date], entry.people.reduce(0, +) > 0 else { continue }
      isObserved[entry.unit * days.count + day] = true
      unitDays += 1
      for kind in personDays[entry.unit].indices {
        personDays[entry.unit][kind] += entry.people[kind]
      }
    }
    var byDay = study.services.map { _ in days.map { _ in [Double?]() } }
    for ticket in observed.tickets {
      guard let day = dayOfDate[ticket.date] else { continue }
      byDay[ticket.service][day].append(ticket.waitMinutes)
    }
    tickets = byDay.map { $0.filter { !$0.isEmpty } }
  }

  var isEmpty: Bool { unitDays == 0 && tickets.allSatisfy(\.isEmpty) }
}

extension ObservedMonth {
  /// A mean of the log with its standard error over days, and what it rests on.
  struct Mean {
    let value: Double
    let standardError: Double
    let weight: Double
  }

  /// Tickets a day; nil with fewer than two days.
  func arrivalsPerDay(service: Int) -> Mean? {
    let counts = tickets[service].map { Double($0.count) }
    guard counts.count > 1 else { return nil }
    let mean = counts.reduce(0, +) / Double(counts.count)
    let squares = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let days = Double(counts.count)
    return Mean(
      value: mean, standardError: (squares / (days - 1) / days).squareRoot(), weight: days)
  }

  /// The mean over tickets of a number each may have; nil with fewer than two days.
  ///
  /// Those without are left out. Days are the draws, as tickets of one day share its luck.
  func mean(service: Int, _ value: (Double?) -> Double?) -> Mean? {
    let days = tickets[service].map { $0.compactMap(value) }.filter { !$0.isEmpty }
    guard days.count > 1 else { return nil }
    let count = days.reduce(0) { $0 + Double($1.count) }
    let mean = days.reduce(0) { $0 + $1.reduce(0, +) } / count
    let squares = days.reduce(0) { sum, day in
      let residual = day.reduce(0, +) - mean * Double(day.count)
      return sum + residual * residual
    }
    let factor = Double(days.count) / Double(days.count - 1)
    return Mean(
      value: mean, standardError: (factor * squares).squareRoot() / count, weight: count)
  }

  /// The wait that nine in ten of those called do not exceed.
  ///
  /// Its error is that of leaving out one day after the other (the jackknife over days); nil with
  /// fewer than two days.
  func p90Wait(service: Int) -> Mean? {
    let days = tickets[service].map { $0.compactMap(\.self) }.filter { !$0.isEmpty }
    guard days.count > 1 else { return nil }
    func quantile(_ values: [Double]) -> Double {
      let sorted = values.sorted()
      let position = 0.9 * Double(sorted.count - 1)
      let index = Int(position)
      guard index + 1 < sorted.count else { return sorted[sorted.count - 1] }
      return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
    }
    let all = quantile(days.flatMap(\.self))
    let without = days.indices.map { left in
      quantile(days.indices.flatMap { $0 == left ? [] : days[$0] })
    }
    let mean = without.reduce(0, +) / Double(without.count)
    let squares = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let factor = Double(days.count - 1) / Double(days.count)
    return Mean(
      value: all, standardError: (factor * squares).squareRoot(),
      weight: days.reduce(0) { $0 + Double($1.count) })
  }
}
