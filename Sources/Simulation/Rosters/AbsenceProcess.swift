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
  /// Onsets and ends of eight days are drawn side by side, ends only for people who may be absent
  /// within the eight; then the days are walked.
  func add(
    lanes: UInt64, keys: Keys, calendar: DayOctets, to days: UnsafeMutablePointer<UInt64>
  ) {
    var absent = start.mask(keys.start, 0) & lanes
    for (octet, counters) in calendar.counters.enumerated() {
      var onsets = onset.masks(keys.onset, counters, lanes: SIMD8(repeating: lanes))
      var ends = end.masks(
        keys.end, counters, lanes: SIMD8(repeating: absent | onsets.union))
      // On the first day the start alone decides.
      if octet == 0 { (onsets[0], ends[0]) = (0, 0) }
      let (begun, ended) = (onsets.places, ends.places)
      for place in 0..<8 {
        absent = (absent & ~ended[place]) | (~absent & begun[place])
        days[octet * 8 + place] |= absent
      }
    }
  }
}
