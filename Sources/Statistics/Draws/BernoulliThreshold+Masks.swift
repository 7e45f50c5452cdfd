extension BernoulliThreshold {
  /// Draws at many counters: mask number i of each eight is `mask(key, counter)` cut to its lanes.
  ///
  /// Planes are drawn for all counters one after the other, without asking which of them are
  /// decided, until about one lane of eight words is not; then only the words with undecided lanes
  /// are followed, gathered side by side. The bits are those of ``mask(_:_:)``, which stays the
  /// definition.
  ///
  /// - Parameters:
  ///   - key: The stream of the draws.
  ///   - counters: Eight by eight, `count` times.
  ///   - lanes: The lanes asked at each counter.
  ///   - count: How many times eight.
  ///   - masks: Receives the draws; apart from the others in memory.
  ///   - room: Made for at least `count` octets.
  public func masks(
    _ key: RandomKey, at counters: UnsafePointer<SIMD8<UInt64>>,
    lanes: UnsafePointer<SIMD8<UInt64>>, count: Int,
    into masks: UnsafeMutablePointer<SIMD8<UInt64>>, in room: MaskRoom
  ) {
    precondition(count <= room.octets, "room for fewer counters than are drawn")
    guard threshold > 0, threshold < 1 &<< 32 else {
      for octet in 0..<count { masks[octet] = threshold > 0 ? lanes[octet] : SIMD8() }
      return
    }
    var asked: UInt64 = 0
    for octet in 0..<count {
      room.steps[octet] =
        (counters[octet] &<< 5) &* SIMD8(repeating: RandomKey.weylStep)
        &+ SIMD8(repeating: key.low)
      room.undecided[octet] = lanes[octet]
      masks[octet] = SIMD8()
      asked &+= lanes[octet].nonzeroBitCount.wrappedSum()
    }
    guard asked > 0 else { return }
    // Half of the lanes are decided by each plane.
    let halvings = UInt64.bitWidth - 1 - (asked / UInt64(count)).leadingZeroBitCount
    let common = min(max(halvings, 1), planeCount)
    for plane in 0..<common {
      decide(plane, second: key.high, room, count, into: masks)
    }
    if common < planeCount {
      follow(from: common, second: key.high, room, count, into: masks.words)
    }
  }

  /// Planes that can decide anything: none after the threshold's last 1.
  private var planeCount: Int { 32 - threshold.trailingZeroBitCount }

  /// Draws one plane of so many octets; adds what it decides for 1 to `drawn`.
  @inline(__always)
  private func decide(
    _ plane: Int, second: UInt64, _ room: MaskRoom, _ count: Int,
    into drawn: UnsafeMutablePointer<SIMD8<UInt64>>
  ) {
    let steps = room.steps
    let undecided = room.undecided
    let step = SIMD8(repeating: UInt64(plane) &* RandomKey.weylStep)
    if threshold &>> UInt64(31 - plane) & 1 == 0 {
      for octet in 0..<count {
        undecided[octet] &= ~WordPlanes.word(steps[octet] &+ step, second: second)
      }
    } else {
      for octet in 0..<count {
        let word = WordPlanes.word(steps[octet] &+ step, second: second)
        let lanes = undecided[octet]
        drawn[octet] |= lanes & ~word
        undecided[octet] = lanes & word
      }
    }
  }

  /// Draws planes for the words with undecided lanes until there are none.
  private func follow(
    from common: Int, second: UInt64, _ room: MaskRoom, _ octets: Int,
    into masks: UnsafeMutablePointer<UInt64>
  ) {
    let (places, steps) = (room.places, room.steps.words)
    let (undecided, drawn) = (room.undecided.words, room.drawn.words)
    // Whether a word stays is as if by chance, so it is written and perhaps written over.
    var count = 0
    for place in 0..<(octets * 8) {
      let (lanes, step) = (undecided[place], steps[place])
      (places[count], undecided[count], steps[count]) = (
        Int32(truncatingIfNeeded: place), lanes, step
      )
      count &+= lanes != 0 ? 1 : 0
    }
    var plane = common
    while count > 0 && plane < planeCount {
      let gathered = (count + 7) / 8
      for place in count..<(gathered * 8) { undecided[place] = 0 }
      for octet in 0..<gathered { room.drawn[octet] = SIMD8() }
      for next in plane..<min(plane + 2, planeCount) {
        decide(next, second: second, room, gathered, into: room.drawn)
      }
      plane += 2
      var kept = 0
      for entry in 0..<count {
        let (place, lanes, step) = (places[entry], undecided[entry], steps[entry])
        masks[Int(place)] |= drawn[entry]
        (places[kept], undecided[kept], steps[kept]) = (place, lanes, step)
        kept &+= lanes != 0 ? 1 : 0
      }
      count = kept
    }
  }
}

extension UnsafeMutablePointer<SIMD8<UInt64>> {
  /// The same memory word by word.
  fileprivate var words: UnsafeMutablePointer<UInt64> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: UInt64.self)
  }
}
