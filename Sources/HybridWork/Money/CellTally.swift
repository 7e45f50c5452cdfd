/// What one calendar of one policy leaves in the staff cells: the left side of the money product.
///
/// For each cell: person-weeks with 1, 2, … 5 flexible days worked, then kilometres of one-way
/// commutes on flexible days (in tenths, so that sums are exact).
public enum CellTally {
  /// Numbers kept for each cell.
  public static let perCell = DaySplit.workingDays + 1
  /// Numbers of a whole tally: the inner dimension of the product.
  public static let length = StaffCell.count * perCell
  /// Parts into which a kilometre is divided.
  public static let partsPerKilometre = 10.0

  /// The place of the person-weeks with `days` flexible days (1…5) in a cell.
  public static func place(cell: Int, weeksWithDays days: Int) -> Int {
    cell * perCell + days - 1
  }

  /// The place of the distance-weighted flexible days of a cell.
  public static func placeOfDistance(cell: Int) -> Int { cell * perCell + DaySplit.workingDays }

  /// The matrix that turns tallies into quantities: ``length`` rows by ``Quantities/count`` columns,
  /// row by row.
  public static let coefficients: [Double] = {
    var matrix = Array(repeating: 0.0, count: length * Quantities.count)
    for cell in StaffCell.all {
      for days in 1...DaySplit.workingDays {
        let row = place(cell: cell.index, weeksWithDays: days) * Quantities.count
        matrix[row + Quantities.weeks(cell.task, days)] = 1
        matrix[row + Quantities.days(cell.band)] = Double(days)
        if cell.isNovice { matrix[row + Quantities.noviceDays] = Double(days) }
        if cell.isPoorlyEquipped { matrix[row + Quantities.poorlyEquippedDays] = Double(days) }
      }
      // There and back.
      let row = placeOfDistance(cell: cell.index) * Quantities.count
      matrix[row + Quantities.kilometres(cell.travel)] = 2 / partsPerKilometre
    }
    return matrix
  }()
}
