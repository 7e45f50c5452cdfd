import HybridWork

/// The absence of a block of worlds by cause, so that worlds on the same luck which differ in few
/// assumptions are drawn again only by the causes that these move.
///
/// What is kept is what drawing anew would give, bit for bit. Threads write at places that no two of
/// them share.
final class AbsenceMemory: @unchecked Sendable {
  private let words: UnsafeMutablePointer<UInt64>
  private var worlds: [Assumptions?]
  private let replications: Int
  private let blocks: Int
  private let room: Int
  private let capacity: Int

  /// More than this is not kept: calendars that don't fit are drawn anew each time.
  private static let mostBytes = 1 << 29

  private var calendarWords: Int { blocks * AbsenceCause.allCases.count * room }

  /// Room for the calendars of a block of worlds, as many as fit.
  init(_ model: StudyModel) {
    replications = model.study.run.replications
    blocks = model.staff.blocks.count
    room = DayOctets.room(forDays: model.dayCount)
    let calendar = max(blocks * AbsenceCause.allCases.count * room, 1)
    let fitting = Self.mostBytes / (calendar * MemoryLayout<UInt64>.size)
    capacity = min(fitting, WorldSampler.blockSize * replications)
    words = .allocate(capacity: max(capacity * calendar, 1))
    worlds = Array(repeating: nil, count: WorldSampler.blockSize)
  }

  deinit { words.deallocate() }

  /// Takes over which worlds the next calendars to be kept are of.
  func keep(_ kept: [Assumptions]) {
    for place in worlds.indices { worlds[place] = place < kept.count ? kept[place] : nil }
  }

  /// Words of one calendar.
  struct Calendar {
    fileprivate let first: UnsafeMutablePointer<UInt64>
    fileprivate let room: Int
    /// Which causes hold what this calendar needs.
    let isKept: [Bool]
    /// Whether what is drawn is to be kept.
    let keeps: Bool

    /// The words of one of the staff's blocks.
    func words(block: Int) -> CauseWords {
      CauseWords(first + block * AbsenceCause.allCases.count * room, room: room)
    }
  }

  /// The words of a world's calendar; nil if they did not fit.
  ///
  /// - Parameters:
  ///   - world: The world's place in its block.
  ///   - replication: The calendar's number within the world.
  ///   - assumptions: What the calendar is drawn with.
  ///   - keeps: Whether the calendar is one of those to be kept.
  /// - Returns: Where its words stand and which of them hold.
  func calendar(
    world: Int, replication: Int, _ assumptions: Assumptions, keeps: Bool
  ) -> Calendar? {
    let place = world * replications + replication
    guard place < capacity, let kept = worlds[world] else { return nil }
    return Calendar(
      first: words + place * calendarWords, room: room,
      isKept: AbsenceCause.allCases.map { cause in
        !keeps && cause.inputs.allSatisfy { kept[$0] == assumptions[$0] }
      }, keeps: keeps)
  }
}
