/// The kind of motor travel a flexible day avoids.
public enum TravelClass: Int, CaseIterable, Sendable {
  case motorcycle, car
  /// Public transport, walking and cycling, lifts: no private fuel.
  case noPrivateMotor

  /// The class of a commute mode.
  public init(_ mode: CommuteMode) {
    switch mode {
    case .motorcycle: self = .motorcycle
    case .car: self = .car
    case .publicTransport, .active, .other: self = .noPrivateMotor
    }
  }
}

/// Staff who are alike in everything that prices and output curves ask for.
///
/// The cells are fixed (task class × grade band × travel × novice × equipment), so that products
/// over them have one shape for every population.
public struct StaffCell: Hashable, Sendable {
  /// The number of cells.
  public static let count = TaskClass.allCases.count * bandCount * TravelClass.allCases.count * 4
  /// Grade bands, and one for staff without a known grade.
  static let bandCount = GradeBand.allCases.count + 1

  /// What work the staff do.
  public let task: TaskClass
  /// Their grade band, nil where unknown.
  public let band: GradeBand?
  /// How they travel.
  public let travel: TravelClass
  /// Whether they are new in their post.
  public let isNovice: Bool
  /// Whether they are known to lack a laptop or enough bandwidth.
  public let isPoorlyEquipped: Bool

  /// A cell of alike staff.
  public init(
    task: TaskClass, band: GradeBand?, travel: TravelClass, isNovice: Bool,
    isPoorlyEquipped: Bool
  ) {
    self.task = task
    self.band = band
    self.travel = travel
    self.isNovice = isNovice
    self.isPoorlyEquipped = isPoorlyEquipped
  }

  /// All cells; the cell at a place has that ``index``.
  public static let all: [StaffCell] = TaskClass.allCases.flatMap { task in
    (GradeBand.allCases.map(Optional.some) + [nil]).flatMap { band in
      TravelClass.allCases.flatMap { travel in
        [false, true].flatMap { novice in
          [false, true].map { poorlyEquipped in
            StaffCell(
              task: task, band: band, travel: travel, isNovice: novice,
              isPoorlyEquipped: poorlyEquipped)
          }
        }
      }
    }
  }

  /// The place among ``all``, 0..<``count``.
  public var index: Int {
    let taskIndex = TaskClass.allCases.firstIndex(of: task) ?? 0
    let bandIndex = band.flatMap { GradeBand.allCases.firstIndex(of: $0) } ?? Self.bandCount - 1
    let place = (taskIndex * Self.bandCount + bandIndex) * TravelClass.allCases.count
    return ((place + travel.rawValue) * 2 + (isNovice ? 1 : 0)) * 2 + (isPoorlyEquipped ? 1 : 0)
  }

  /// The cell of every person of a population.
  ///
  /// A person is a novice below ``noviceMonths`` in post, and poorly equipped when the register says
  /// there is no laptop or less than ``adequateBandwidthMbps``; what is unknown counts as fine.
  public static func cells(of population: Population) -> [StaffCell] {
    let tasks = population.categories(.taskClass)
    let bands = population.categories(.gradeBand)
    let modes = population.categories(.commuteMode)
    let tenures = population.numbers(.tenureMonths)
    let laptops = population.flags(.laptop)
    let bandwidths = population.numbers(.bandwidthMbps)
    return (0..<population.count).map { person in
      StaffCell(
        task: tasks.value(person).flatMap(TaskClass.init(rawValue:)) ?? .placeBound,
        band: bands.value(person).flatMap(GradeBand.init(rawValue:)),
        travel: TravelClass(modes.value(person).flatMap(CommuteMode.init(rawValue:)) ?? .other),
        isNovice: tenures[person] < noviceMonths,
        isPoorlyEquipped: laptops[person] == .no || bandwidths[person] < adequateBandwidthMbps)
    }
  }

  /// Months in post below which a person is new: six, as in the studies of remote novices.
  public static let noviceMonths = 6.0
  /// Bandwidth in Mbit/s that suffices for the work; an assumption without a source.
  public static let adequateBandwidthMbps = 10.0
}
