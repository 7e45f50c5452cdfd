public import HybridWork

/// What is wrong with a table of positions, or does not fit the staff.
public enum PositionsFault: Equatable, Sendable {
  case positionTwice(String, firstLine: Int)
  case taskTwice(String, firstLine: Int)
  case sharesDoNotSum(String, sum: Double)
  /// More movable time than there is neither at a counter nor in the field.
  case movableAboveShares(Double, Double)
  /// A kind of position other than the one an earlier row of the same position gives.
  case kindDiffers(PositionKind, PositionKind, firstLine: Int)
  /// Positions of the staff that the table lacks.
  case positionsMissing([String])
  /// Positions that nobody holds.
  case positionsUnused([String])
  case noPositionColumn
}
