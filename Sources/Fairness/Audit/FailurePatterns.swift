import HybridWork

/// Every person's set of blocking rules, stored as a place in the list of sets that occur.
///
/// Millions of people share a few hundred sets at most; every figure of an audit follows from how
/// many people of a group have each set. Staff who are not civil servants are left out. An exception
/// decides in place of the rules: people it admits have the empty set, people it refuses a code of
/// their own that belongs to no set.
struct FailurePatterns: Sendable {
  /// The code of a person who is left out.
  static let outside = UInt32.max

  /// The sets that occur, as bits of rules, ascending: the empty one, the eligible, comes first.
  let masks: [UInt64]
  /// For each person an index into `masks`, ``refused``, or ``outside``.
  let codes: [UInt32]
  /// People who are not left out.
  let people: Int

  /// The code of people whom an exception refuses: the one after those of `masks`.
  var refused: UInt32 { UInt32(masks.count) }

  init(_ decisions: EligibilityDecisions) {
    let isOutside = decisions.isOutside
    let isRefused = (0..<decisions.count).map {
      decisions.exception(for: $0)?.effect == .refuse
    }
    let blocking = (0..<decisions.count).map {
      decisions.exception(for: $0) == nil ? decisions.blocking($0) : 0
    }
    var seen: Set<UInt64> = []
    var last: UInt64?
    for (person, mask) in blocking.enumerated() where mask != last {
      guard !isOutside[person], !isRefused[person] else { continue }
      seen.insert(mask)
      last = mask
    }
    let masks = seen.sorted()
    let coder = Coder(masks)
    var codes = Array(repeating: Self.outside, count: blocking.count)
    var people = 0
    for person in codes.indices where !isOutside[person] {
      codes[person] =
        isRefused[person] ? UInt32(masks.count) : coder.code(of: blocking[person])
      people += 1
    }
    self.masks = masks
    self.codes = codes
    self.people = people
  }

  /// The code of a set of rules, or nil when nobody has it.
  func code(of mask: UInt64) -> UInt32? { masks.firstIndex(of: mask).map(UInt32.init) }

  /// Finds codes: by a table while masks are short, else by halving.
  private struct Coder {
    private static let longestTable: UInt64 = 1 << 16
    private let masks: [UInt64]
    private var table: [UInt32] = []

    init(_ masks: [UInt64]) {
      self.masks = masks
      guard let largest = masks.last, largest < Self.longestTable else { return }
      table = Array(repeating: 0, count: Int(largest) + 1)
      for (place, mask) in masks.enumerated() { table[Int(mask)] = UInt32(place) }
    }

    func code(of mask: UInt64) -> UInt32 {
      guard table.isEmpty else { return table[Int(mask)] }
      var low = 0
      var high = masks.count
      while low + 1 < high {
        let middle = (low + high) / 2
        if masks[middle] <= mask { low = middle } else { high = middle }
      }
      return UInt32(low)
    }
  }
}
