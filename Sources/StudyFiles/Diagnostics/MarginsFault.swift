public import HybridWork
public import Populations

/// What is wrong with the margins that people are made up from.
public enum MarginsFault: Equatable, Sendable {
  case sharesDoNotSum(sum: Double)
  case countsDoNotSum(total: Int, population: Int)
  /// Counts or shares of several columns, for which only a table will do.
  case tableNeeded(columns: [String])
  /// Values that stand in an earlier line of the table, as they do when it covers several years.
  case cellTwice(values: [String], firstLine: Int)
  /// A column that an earlier line already makes.
  case madeTwice(RegisterColumn, firstLine: Int)
  /// A column that people are to be divided by before it is made.
  case notMadeBefore(String, earlier: [String])
  /// A distribution for a column that holds no numbers.
  case notANumber(RegisterColumn)
  /// A column every person must have, and no margin makes.
  case columnNotMade(RegisterColumn)
  /// The value `unknown` of a column every person must have.
  case mustBeKnown(RegisterColumn)
  /// No people can be made from margins that are sound one by one.
  case impossible(PopulationsError)
}
