import HybridWork

/// Rows that describe one position each.
struct PositionRows {
  private let rows: [PositionRow]

  init(_ rows: [PositionRow]) { self.rows = rows }

  /// The positions that can be read; what is wrong is reported.
  func profiles() -> [PositionProfile] {
    var lines: [String: Int] = [:]
    return rows.compactMap { row in
      guard let profile = profile(of: row) else { return nil }
      if let line = lines[profile.position] {
        row.complain(
          .positions(.positionTwice(profile.position, firstLine: line)), of: .position)
        return nil
      }
      lines[profile.position] = row.line
      let sum = profile.shares.sum
      guard abs(sum - 1) <= TaskShares.tolerance + 1e-9 else {
        row.complain(.positions(.sharesDoNotSum(profile.position, sum: sum)), of: .position)
        return nil
      }
      let movable = profile.shares.movable
      guard profile.movableShare <= movable + TaskShares.tolerance + 1e-9 else {
        row.complain(
          .positions(.movableAboveShares(profile.movableShare, movable)), of: .movableShare)
        return nil
      }
      return profile
    }
  }

  private func profile(of row: PositionRow) -> PositionProfile? {
    let position = row.text(.position)
    let kind: PositionKind?? = row.choice(.kind, absent: nil)
    let shares = TaskPlace.allCases.map { row.share(PositionColumn($0)) }
    let movable: Double?? = row.optionalShare(.movableShare)
    let answers = row.answers()
    let basis: PositionProfile.Basis?? = row.choice(.basis, absent: .declared)
    let read = shares.compactMap { $0 }
    guard let position, let kind, read.count == shares.count, let movable, let answers, let basis
    else {
      return nil
    }
    return PositionProfile(
      position: position, kind: kind,
      time: PositionTime(
        shares: TaskShares { read[TaskPlace.allCases.firstIndex(of: $0) ?? 0] }, movable: movable),
      basis: basis ?? .declared
    ) { answers[PositionCriterion.allCases.firstIndex(of: $0) ?? 0] }
  }
}
