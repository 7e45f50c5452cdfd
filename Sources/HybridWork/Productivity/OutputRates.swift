/// Person-days of output that one of each thing counted of a unit's flexible work brings.
///
/// Read off ``OutputChange`` itself, which is linear in all of them, so that no curve is written twice.
public struct OutputRates: Sendable {
  /// Counts of a unit: person-weeks by task class and flexible days (1…5), then flexible days of
  /// novices and of the poorly equipped.
  public static let count = TaskClass.allCases.count * DaySplit.workingDays + 2

  private let rates: [Double]
  private let matesAway: Double

  /// The rates of one world.
  public init(_ assumptions: Assumptions) {
    func gained(_ column: Int?, matesAway: Double = 0) -> Double {
      var columns = Array(repeating: 0.0, count: Quantities.count)
      if let column { columns[column] = 1 }
      let quantities = Quantities(
        columns: columns,
        building: Quantities.BuildingDays(scattered: 0, dark: 0, matesAway: matesAway),
        presentDays: 0, staff: 0, participants: 0)
      return OutputChange(quantities, assumptions).personDays
    }
    rates =
      TaskClass.allCases.flatMap { task in
        (1...DaySplit.workingDays).map { gained(Quantities.weeks(task, $0)) }
      } + [gained(Quantities.noviceDays), gained(Quantities.poorlyEquippedDays)]
    matesAway = gained(nil, matesAway: 1)
  }

  /// Where the person-weeks with `days` flexible days (1…5) stand in a unit's counts.
  public static func place(_ task: TaskClass, days: Int) -> Int {
    (TaskClass.allCases.firstIndex(of: task) ?? 0) * DaySplit.workingDays + days - 1
  }

  /// Where flexible days of staff new in their post stand.
  public static let placeOfNovices = count - 2
  /// Where flexible days of staff who lack equipment stand.
  public static let placeOfPoorlyEquipped = count - 1

  /// Person-days gained; negative when lost.
  ///
  /// - Parameters:
  ///   - counts: ``count`` numbers.
  ///   - matesAwayDays: Person-days on site, each times the share of the unit's others away.
  /// - Returns: Person-days of a person in the office, without what shocks give or take.
  public func personDays(_ counts: UnsafeBufferPointer<Int>, matesAwayDays: Double) -> Double {
    precondition(counts.count == rates.count, "a unit has \(rates.count) counts")
    var sum = matesAway * matesAwayDays
    for place in rates.indices { sum += rates[place] * Double(counts[place]) }
    return sum
  }
}
