/// Physical quantities of one policy in one calendar, before any price: the right side of the
/// product with ``CellTally``, and what the buildings saw.
public struct Quantities: Equatable, Sendable {
  private let columns: [Double]
  /// Flexible person-days in units whose building stayed in use.
  public let scatteredDays: Double
  /// Staff times days on which their unit's building was dark.
  public let darkDays: Double
  /// Person-days present, in the office or elsewhere.
  public let presentDays: Double
  /// People.
  public let staff: Double
  /// Person-days of work that floods, outages and work while ill add to or take from attendance.
  public let workGainedOtherwise: Double
  /// People with at least one flexible day.
  public let participants: Double
  /// Person-days on site, each times the share of the unit's others who are away that day.
  public let matesAwayDays: Double

  /// Columns of the product.
  public static let count = weeksStart + TaskClass.allCases.count * DaySplit.workingDays

  static let noviceDays = 0
  static let poorlyEquippedDays = 1
  private static let kilometresStart = 2
  private static let bandStart = kilometresStart + TravelClass.allCases.count
  private static let weeksStart = bandStart + StaffCell.bandCount

  static func kilometres(_ travel: TravelClass) -> Int { kilometresStart + travel.rawValue }

  static func days(_ band: GradeBand?) -> Int {
    bandStart + (band.flatMap { GradeBand.allCases.firstIndex(of: $0) } ?? StaffCell.bandCount - 1)
  }

  static func weeks(_ task: TaskClass, _ days: Int) -> Int {
    let index = TaskClass.allCases.firstIndex(of: task) ?? 0
    return weeksStart + index * DaySplit.workingDays + days - 1
  }

  /// Quantities from one row of the product, ``count`` numbers, and the building days.
  public init(
    columns: [Double], building: BuildingDays, presentDays: Double, staff: Double,
    participants: Double, workGainedOtherwise: Double = 0
  ) {
    precondition(columns.count == Self.count, "a row of the product has \(Self.count) columns")
    self.columns = columns
    scatteredDays = building.scattered
    darkDays = building.dark
    matesAwayDays = building.matesAway
    self.participants = participants
    self.presentDays = presentDays
    self.staff = staff
    self.workGainedOtherwise = workGainedOtherwise
  }

  /// What the units' buildings saw of a policy.
  public struct BuildingDays: Equatable, Sendable {
    let scattered: Double
    let dark: Double
    let matesAway: Double

    /// Flexible person-days in buildings in use, staff times dark days, and person-days on site
    /// times the share of others away.
    public init(scattered: Double, dark: Double, matesAway: Double) {
      self.scattered = scattered
      self.dark = dark
      self.matesAway = matesAway
    }
  }

  /// Kilometres there and back that flexible days avoid, before rebound.
  public func kilometresAvoided(_ travel: TravelClass) -> Double {
    columns[Self.kilometres(travel)]
  }

  /// Kilometres there and back by all modes.
  public var allKilometresAvoided: Double {
    TravelClass.allCases.reduce(0) { $0 + kilometresAvoided($1) }
  }

  /// Flexible days worked by staff of a grade band; nil for those without a known grade.
  public func flexibleDays(_ band: GradeBand?) -> Double { columns[Self.days(band)] }

  /// Flexible days worked by everyone.
  public var flexibleDays: Double {
    GradeBand.allCases.reduce(flexibleDays(nil)) { $0 + flexibleDays($1) }
  }

  /// Person-weeks of a task class with `days` flexible days worked, 1…5.
  public func personWeeks(_ task: TaskClass, flexibleDays days: Int) -> Double {
    columns[Self.weeks(task, days)]
  }

  /// Flexible days worked in tasks of a class.
  public func flexibleDays(_ task: TaskClass) -> Double {
    (1...DaySplit.workingDays).reduce(0) {
      $0 + Double($1) * personWeeks(task, flexibleDays: $1)
    }
  }

  /// The part of all flexible days that falls in weeks with more than `days` of them; 0 without any.
  public func shareOfDays(beyond days: Int) -> Double {
    var (all, beyond) = (0.0, 0.0)
    for task in TaskClass.allCases {
      for dose in 1...DaySplit.workingDays {
        let worked = Double(dose) * personWeeks(task, flexibleDays: dose)
        all += worked
        if dose > days { beyond += worked }
      }
    }
    return all > 0 ? beyond / all : 0
  }

  /// Flexible days worked by staff new in their post.
  public var noviceFlexibleDays: Double { columns[Self.noviceDays] }

  /// Flexible days worked by staff known to lack equipment.
  public var poorlyEquippedFlexibleDays: Double { columns[Self.poorlyEquippedDays] }
}
