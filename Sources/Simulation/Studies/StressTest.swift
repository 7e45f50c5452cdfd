public import HybridWork

/// A hard time that policies are tried on: something that befalls a city or its counters.
public struct StressTest: Hashable, Sendable {
  /// The test's identifier.
  public let id: String
  /// Its name for planners.
  public let title: Bilingual
  /// What happens, all of it together.
  public let strains: [Strain]
  /// Where its dates and sizes come from.
  public let provenance: Provenance

  /// A test of one or more strains.
  public init(id: String, title: Bilingual, strains: [Strain], provenance: Provenance) {
    self.id = id
    self.title = title
    self.strains = strains
    self.provenance = provenance
  }

  /// One thing that happens.
  public struct Strain: Hashable, Sendable {
    /// What happens.
    public let kind: Kind
    /// On which days.
    public let days: Days

    /// Something on some days.
    public init(_ kind: Kind, on days: Days) {
      self.kind = kind
      self.days = days
    }

    /// Whether it happens on any day of a calendar.
    public func strikes(_ calendar: WorkCalendar) -> Bool {
      calendar.days.contains { days.contains($0.date) }
    }
  }

  /// What may happen.
  public enum Kind: Hashable, Sendable {
    /// Citizens come so many times as often, unplanned: needs stay as they are. `services` by
    /// identifier, nil for all counters.
    case arrivals(factor: Double, services: [String]?)
    /// A share of the staff can't reach the office.
    case flood(staffShare: Double)
    /// Healthy people fall sick so many times as often.
    case epidemic(sickFactor: Double)
    /// People away can't work.
    case outage
  }

  /// Some of the days of a calendar.
  public enum Days: Hashable, Sendable {
    case all
    /// One weekday of every week.
    case weekday(Weekday)
    /// Between dates, both included.
    case dates(ClosedRange<WorkDate>)

    /// Whether a date is one of them.
    public func contains(_ date: WorkDate) -> Bool {
      switch self {
      case .all: true
      case .weekday(let weekday): date.weekday == weekday
      case .dates(let dates): dates.contains(date)
      }
    }
  }

  /// Whether anything happens within a calendar.
  public func strikes(_ calendar: WorkCalendar) -> Bool {
    strains.contains { $0.strikes(calendar) }
  }
}

extension Study {
  /// The same study in a hard time, with the same worlds and luck.
  public func under(_ test: StressTest) -> Study {
    var study = self
    study.strains = test.strains
    return study
  }

  /// Times the planned demand of a service by which unplanned citizens multiply it on a date.
  func surge(of service: String, on date: WorkDate) -> Double {
    strains.reduce(1) { product, strain in
      guard case .arrivals(let factor, let services) = strain.kind, strain.days.contains(date),
        services?.contains(service) ?? true
      else { return product }
      return product * factor
    }
  }
}
