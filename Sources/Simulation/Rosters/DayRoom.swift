import Statistics

/// Room in which one thread draws all days of a calendar at once, eight by eight.
final class DayRoom {
  /// Where the spells of one kind begin and end, a bit for each lane and day.
  struct Spells {
    /// Who begins a spell on each day, unless in one already.
    let onsets: UnsafeMutablePointer<SIMD8<UInt64>>
    /// For whom a spell ends on each day, among those who may be in one.
    let ends: UnsafeMutablePointer<SIMD8<UInt64>>
    /// The lanes for which ends of each eight days are drawn.
    let foreseen: UnsafeMutablePointer<UInt64>

    fileprivate init(octets: Int) {
      onsets = DayRoom.words(octets)
      ends = DayRoom.words(octets)
      foreseen = .allocate(capacity: octets)
      foreseen.initialize(repeating: 0, count: octets)
    }

    fileprivate func deallocate() {
      onsets.deallocate()
      ends.deallocate()
      foreseen.deallocate()
    }
  }

  /// Spells of the usual kind, and long ones where there are two.
  let spells: Spells
  let longSpells: Spells
  /// Draws of what is no spell.
  let drawn: UnsafeMutablePointer<SIMD8<UInt64>>
  private let lanes: UnsafeMutablePointer<SIMD8<UInt64>>
  private let masks: MaskRoom

  /// Room for calendars of up to so many days.
  init(days: Int) {
    let octets = max(DayOctets.room(forDays: days) / 8, 1)
    spells = Spells(octets: octets)
    longSpells = Spells(octets: octets)
    drawn = Self.words(octets)
    lanes = Self.words(octets)
    masks = MaskRoom(octets: octets)
  }

  deinit {
    spells.deallocate()
    longSpells.deallocate()
    drawn.deallocate()
    lanes.deallocate()
  }

  fileprivate static func words(_ octets: Int) -> UnsafeMutablePointer<SIMD8<UInt64>> {
    let words = UnsafeMutablePointer<SIMD8<UInt64>>.allocate(capacity: octets)
    words.initialize(repeating: SIMD8(), count: octets)
    return words
  }

  /// Draws a chance for the same lanes on every day.
  func draw(
    _ chance: BernoulliThreshold, _ key: RandomKey, lanes: UInt64, _ calendar: DayOctets,
    into drawn: UnsafeMutablePointer<SIMD8<UInt64>>
  ) {
    self.lanes.update(repeating: SIMD8(repeating: lanes), count: calendar.counters.count)
    draw(chance, key, lanes: self.lanes, calendar, into: drawn)
  }

  /// Draws a chance on every day for the lanes given for it.
  func draw(
    _ chance: BernoulliThreshold, _ key: RandomKey, lanes: UnsafePointer<SIMD8<UInt64>>,
    _ calendar: DayOctets, into drawn: UnsafeMutablePointer<SIMD8<UInt64>>
  ) {
    calendar.counters.withUnsafeBufferPointer { counters in
      guard let first = counters.baseAddress else { return }
      chance.masks(key, at: first, lanes: lanes, count: counters.count, into: drawn, in: masks)
    }
  }

  /// Draws the ends of spells, given their onsets and who is in one before the first day.
  ///
  /// They are drawn for whoever began a spell within about twice its mean length; ends of longer
  /// spells are drawn when they are met.
  func drawEnds(
    of spells: Spells, _ chance: BernoulliThreshold, _ key: RandomKey, first: UInt64,
    _ calendar: DayOctets
  ) -> SpellEnds {
    let octets = calendar.counters.count
    let reach = chance.probability > 0 ? Int(min(2 / chance.probability, 64)) / 8 + 2 : 2
    for octet in 0..<octets {
      var foreseen = octet < reach ? first : 0
      for earlier in max(octet + 1 - reach, 0)...octet { foreseen |= spells.onsets[earlier].union }
      spells.foreseen[octet] = foreseen
      lanes[octet] = SIMD8(repeating: foreseen)
    }
    draw(chance, key, lanes: lanes, calendar, into: spells.ends)
    return SpellEnds(spells: spells, chance: chance, key: key)
  }
}

/// The ends of one kind of spell, eight days at a time.
struct SpellEnds {
  fileprivate let spells: DayRoom.Spells
  fileprivate let chance: BernoulliThreshold
  fileprivate let key: RandomKey

  /// For whom a spell ends on each of eight days, given who is in one before them.
  func ends(octet: Int, _ counters: SIMD8<UInt64>, after inSpell: UInt64) -> SIMD8<UInt64> {
    let unforeseen = inSpell & ~spells.foreseen[octet]
    guard unforeseen != 0 else { return spells.ends[octet] }
    return spells.ends[octet]
      | chance.masks(key, counters, lanes: SIMD8(repeating: unforeseen))
  }
}
