import Statistics

/// One cause of absence as spells: a chain of two states for each person.
///
/// With share π of days absent and mean spell L working days, a spell ends each day with chance
/// 1/L and begins with π/(L(1−π)), which is stationary from the first day. Spell lengths are
/// geometric. The chain does not know the policy: the same key gives the same days under every one.
struct AbsenceProcess {
  private let start: BernoulliThreshold
  private let end: BernoulliThreshold
  private let onset: BernoulliThreshold

  /// A cause that takes a share of days in spells.
  ///
  /// - Parameters:
  ///   - share: Share of working days absent, 0…1.
  ///   - spellDays: Mean length of a spell in working days, at least 1.
  init(share: Double, spellDays: Double) {
    start = BernoulliThreshold(probability: share)
    end = BernoulliThreshold(probability: 1 / spellDays)
    onset = BernoulliThreshold(probability: share / (spellDays * (1 - share)))
  }

  /// The keys of a cause's three draws.
  struct Keys {
    let start: RandomKey
    let onset: RandomKey
    let end: RandomKey
  }

  /// Adds the absent lanes of every day of a calendar to `days`, which has room for whole octets.
  ///
  /// Onsets are drawn for all days at once, then ends for people who may be absent; then the days
  /// are walked.
  func add(
    lanes: UInt64, keys: Keys, calendar: DayOctets, in room: DayRoom,
    to days: UnsafeMutablePointer<UInt64>
  ) {
    var absent = start.mask(keys.start, 0) & lanes
    let spells = room.spells
    room.draw(onset, keys.onset, lanes: lanes, calendar, into: spells.onsets)
    // On the first day the start alone decides.
    spells.onsets[0][0] = 0
    let ends = room.drawEnds(of: spells, end, keys.end, first: absent, calendar)
    for (octet, counters) in calendar.counters.enumerated() {
      let begun = spells.onsets[octet].places
      var ended = ends.ends(octet: octet, counters, after: absent).places
      if octet == 0 { ended[0] = 0 }
      for place in 0..<8 {
        absent = (absent & ~ended[place]) | (~absent & begun[place])
        days[octet * 8 + place] |= absent
      }
    }
  }
}
