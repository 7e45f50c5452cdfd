/// How evenly access to flexible work is spread over groups.
public enum AccessRatio {
  /// The lowest access rate of any group over the highest, the smallest over all groupings.
  ///
  /// Groups below `smallestGroup` people are left out. NaN when no group of any grouping has access
  /// or fewer than two groups remain. The four-fifths reading of it is a screening convention
  /// without Indonesian legal force.
  /// Unknown values form no group.
  public static func lowest(
    groupings: [CategoryColumn], hasAccess: [Bool], smallestGroup: Int
  ) -> Double {
    var lowest = Double.nan
    for grouping in groupings {
      var sizes = Array(repeating: 0, count: grouping.levels.count)
      var withAccess = sizes
      for (person, code) in grouping.codes.enumerated() where code != CategoryColumn.unknown {
        sizes[Int(code)] += 1
        if hasAccess[person] { withAccess[Int(code)] += 1 }
      }
      let rates = zip(withAccess, sizes).compactMap { access, size in
        size >= smallestGroup && size > 0 ? Double(access) / Double(size) : nil
      }
      guard rates.count > 1, let least = rates.min(), let most = rates.max(), most > 0 else {
        continue
      }
      if lowest.isNaN || least / most < lowest { lowest = least / most }
    }
    return lowest
  }
}
