public import HybridWork

/// The positions, services and units of an agency by whether their work can be done away.
public struct PositionInventory: Sendable, Equatable {
  /// A position with its class.
  public struct Position: Sendable, Equatable {
    /// What its work is made of.
    public let profile: PositionProfile
    /// Its class.
    public let verdict: MovabilityVerdict
    /// How many people hold it; personal data where it is small.
    public let staff: Int
  }

  /// A service with its class.
  public struct ServiceEntry: Sendable, Equatable {
    /// The service.
    public let service: Service
    /// Its class.
    public let verdict: MovabilityVerdict
    /// How many people serve; personal data where it is small.
    public let staff: Int
  }

  /// A unit with its staff by the class of their positions.
  public struct Unit: Sendable, Equatable {
    /// The unit's name.
    public let name: String
    /// Head-counts in the order of ``MovabilityClass``; unknown positions count as doubtful.
    public let staff: [Int]
  }

  /// The thresholds used.
  public let thresholds: InventoryThresholds
  /// The criteria considered.
  public let asked: [PositionCriterion]
  /// The positions that somebody holds, doubtful ones first, then by class, margin and name.
  public let positions: [Position]
  /// How many people have no known position.
  public let withoutPosition: Int
  /// The services, doubtful ones first, then by class, margin and identifier.
  public let services: [ServiceEntry]
  /// The units in population order.
  public let units: [Unit]

  /// Classifies what the staff do.
  ///
  /// A position that the table lacks, or any without a table, is described by what the register says
  /// of its people and therefore doubtful.
  public init(
    population: Population, table: PositionTable?, services: [Service],
    thresholds: InventoryThresholds = .standard
  ) {
    let column = population.categories(.position)
    let asked = table?.asked ?? []
    let staff = Self.counts(column)
    let judged = population.derivedProfiles().reduce(into: [String: Position]()) { found, derived in
      let profile = table?[derived.position] ?? derived
      let level = column.levels.firstIndex(of: derived.position)
      found[derived.position] = Position(
        profile: profile,
        verdict: MovabilityVerdict(profile, asked: asked, thresholds: thresholds),
        staff: level.map { staff[$0] } ?? 0)
    }
    let ofLevel = column.levels.map { judged[$0] }
    let ofPerson = column.codes.map { $0 == CategoryColumn.unknown ? nil : ofLevel[Int($0)] }
    self.thresholds = thresholds
    self.asked = asked
    positions = ofLevel.compactMap { $0 }.sorted {
      Self.comesFirst(($0.verdict, $0.profile.position), ($1.verdict, $1.profile.position))
    }
    withoutPosition = ofPerson.count { $0 == nil }
    let serving = Self.people(population.categories(.service))
    self.services = services.map { service in
      let people = serving[service.id] ?? []
      let known = people.compactMap { ofPerson[$0] }
      return ServiceEntry(
        service: service,
        verdict: MovabilityVerdict(
          staff: known.map { ($0.verdict, $0.profile.basis == .derived) }, thresholds: thresholds),
        staff: people.count)
    }.sorted { Self.comesFirst(($0.verdict, $0.service.id), ($1.verdict, $1.service.id)) }
    units = population.units.map { unit in
      var counts = MovabilityClass.allCases.map { _ in 0 }
      for person in unit.people {
        let outcome = ofPerson[person]?.verdict.outcome ?? .doubtful
        counts[MovabilityClass.allCases.firstIndex(of: outcome) ?? 0] += 1
      }
      return Unit(name: unit.name, staff: counts)
    }
  }

  /// The inventory's positions as a table that a planner can edit and feed back.
  public var table: PositionTable { PositionTable(positions.map(\.profile), asked: asked) }

  private static func counts(_ column: CategoryColumn) -> [Int] {
    var counts = column.levels.map { _ in 0 }
    for code in column.codes where code != CategoryColumn.unknown { counts[Int(code)] += 1 }
    return counts
  }

  private static func people(_ column: CategoryColumn) -> [String: [Int]] {
    let names = column.levels.map(StaffPools.names)
    var people: [String: [Int]] = [:]
    for (person, code) in column.codes.enumerated() where code != CategoryColumn.unknown {
      for name in Set(names[Int(code)]) { people[name, default: []].append(person) }
    }
    return people
  }

  private static func comesFirst(
    _ left: (verdict: MovabilityVerdict, name: String),
    _ right: (verdict: MovabilityVerdict, name: String)
  ) -> Bool {
    let classes = MovabilityClass.allCases
    let places = (
      classes.firstIndex(of: left.verdict.outcome) ?? 0,
      classes.firstIndex(of: right.verdict.outcome) ?? 0
    )
    if places.0 != places.1 { return places.0 < places.1 }
    let margins = (left.verdict.margin ?? 1, right.verdict.margin ?? 1)
    if margins.0 != margins.1 { return margins.0 < margins.1 }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
