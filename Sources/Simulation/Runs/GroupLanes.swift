import HybridWork

/// Everyone, and every group large enough to be shown, as lanes of each block: to count people of
/// groups by words.
struct GroupLanes: Sendable {
  /// Part of a block that belongs to a group.
  struct Part: Sendable {
    let group: Int
    let lanes: UInt64
  }

  /// Groups counted: first everyone, then those of each grouping.
  let groups: [OutcomeGroup]
  /// For each grouping and group its place in ``groups``; nil if it is not shown.
  let places: [[Int?]]
  private let parts: [Part]
  private let partsOfBlock: [Range<Int>]

  init(_ groupings: [Grouping], staff: PackedStaff) {
    var groups: [OutcomeGroup] = [.all]
    places = groupings.map { grouping in
      grouping.groups.indices.map { group in
        guard grouping.isShown[group] else { return nil }
        groups.append(grouping.groups[group])
        return groups.count - 1
      }
    }
    self.groups = groups
    var parts: [Part] = []
    var partsOfBlock: [Range<Int>] = []
    for block in staff.blocks {
      let first = parts.count
      parts.append(Part(group: 0, lanes: block.lanes))
      for (grouping, places) in zip(groupings, places) {
        parts += Self.parts(grouping, places, block)
      }
      partsOfBlock.append(first..<parts.count)
    }
    self.parts = parts
    self.partsOfBlock = partsOfBlock
  }

  private static func parts(
    _ grouping: Grouping, _ places: [Int?], _ block: PackedStaff.Block
  ) -> [Part] {
    var lanesOfPlace: [(place: Int, lanes: UInt64)] = []
    for lane in 0..<block.lanes.nonzeroBitCount {
      let group = grouping.groupOfPerson[block.firstPerson + lane]
      guard group != Grouping.none, let place = places[Int(group)] else { continue }
      if let known = lanesOfPlace.firstIndex(where: { $0.place == place }) {
        lanesOfPlace[known].lanes |= 1 << UInt64(lane)
      } else {
        lanesOfPlace.append((place, 1 << UInt64(lane)))
      }
    }
    return lanesOfPlace.map { Part(group: $0.place, lanes: $0.lanes) }
  }

  /// Adds the people of a mask to the counts of their groups, which begin at `counts`.
  func add(_ mask: UInt64, ofBlock block: Int, to counts: UnsafeMutablePointer<Int32>) {
    guard mask != 0 else { return }
    for index in partsOfBlock[block] {
      counts[parts[index].group] += Int32((mask & parts[index].lanes).nonzeroBitCount)
    }
  }
}
