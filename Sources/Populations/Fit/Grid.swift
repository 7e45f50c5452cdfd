/// The cells of a table with several columns, numbered with the last column running fastest.
struct Grid {
  /// The number of values of each column.
  let sizes: [Int]
  /// The number of cells.
  let count: Int

  /// More cells than this are refused: the tables are dense.
  static let mostCells = 4_000_000

  /// A grid over columns with the given numbers of values, or `nil` if it would be too large.
  init?(sizes: [Int]) {
    var count = 1
    for size in sizes {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      guard !overflows, product <= Self.mostCells else { return nil }
      count = product
    }
    self.sizes = sizes
    self.count = count
  }

  /// The number of the cell with the given values.
  func index(of codes: [Int]) -> Int {
    zip(sizes, codes).reduce(0) { $0 * $1.0 + $1.1 }
  }

  /// The values of the cell with the given number.
  func codes(at index: Int) -> [Int] {
    var rest = index
    var codes = sizes
    for column in sizes.indices.reversed() {
      codes[column] = rest % sizes[column]
      rest /= sizes[column]
    }
    return codes
  }

  /// For each cell, the number of its cell in the smaller grid over the columns at `positions`.
  func projection(onto positions: [Int]) -> [Int] {
    var strides = sizes.map { _ in 0 }
    var stride = 1
    for position in positions.reversed() {
      strides[position] = stride
      stride *= sizes[position]
    }
    var images: [Int] = [0]
    for (size, stride) in zip(sizes, strides) {
      images = images.flatMap { image in (0..<size).map { image + $0 * stride } }
    }
    return images
  }

  /// Sums counts of this grid's cells over all columns but those at `positions`.
  func totals(of counts: [Double], onto positions: [Int]) -> [Double] {
    var totals = [Double](repeating: 0, count: positions.reduce(1) { $0 * sizes[$1] })
    for (index, image) in projection(onto: positions).enumerated() {
      totals[image] += counts[index]
    }
    return totals
  }
}
