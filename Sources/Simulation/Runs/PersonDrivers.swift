import HybridWork

/// Where the flexible days and kilometres of a person count among the drivers of cost.
struct PersonDrivers {
  let days: UInt8
  /// One place beyond the drivers for kilometres that burn no private fuel.
  let kilometres: UInt8

  /// Numbers kept for each group.
  static let perGroup = CostDriver.allCases.count + 1

  init(_ cell: StaffCell) {
    days = UInt8(CostDriver.days(cell.band).rawValue)
    kilometres = UInt8(CostDriver.kilometres(cell.travel)?.rawValue ?? CostDriver.allCases.count)
  }
}
