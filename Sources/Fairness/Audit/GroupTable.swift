import HybridWork

/// How many people of each group have each set of blocking rules.
struct GroupTable: Sendable {
  /// The groups; the last is nil: not known.
  let labels: [String?]
  /// The sets of blocking rules, as bits.
  let masks: [UInt64]
  /// Row by row; the last of a row are those whom an exception refuses.
  private let counts: [Int]
  private let width: Int

  init(_ groups: GroupCodes, _ patterns: FailurePatterns) {
    labels = groups.labels
    masks = patterns.masks
    let width = masks.count + 1
    self.width = width
    var counts = Array(repeating: 0, count: labels.count * width)
    for (group, pattern) in zip(groups.codes, patterns.codes)
    where pattern != FailurePatterns.outside {
      counts[Int(group) * width + Int(pattern)] += 1
    }
    self.counts = counts
  }

  /// People of a group.
  func people(_ group: Int) -> Int { row(group).reduce(0, +) }

  /// People of a group whom no rule blocks, or whom an exception admits.
  func eligible(_ group: Int) -> Int { masks.first == 0 ? row(group).first ?? 0 : 0 }

  /// People of a group whom exactly these rules block.
  func people(_ group: Int, blockedBy mask: UInt64) -> Int {
    masks.firstIndex(of: mask).map { counts[group * width + $0] } ?? 0
  }

  /// People of a group whom a rule blocks, alone or with others.
  func people(_ group: Int, failing rule: Int) -> Int {
    let bit = UInt64(1) << UInt64(rule)
    return zip(masks, row(group)).reduce(0) { $0 + ($1.0 & bit != 0 ? $1.1 : 0) }
  }

  /// People of a group whom an exception refuses.
  func refused(_ group: Int) -> Int { row(group).last ?? 0 }

  /// The share of a group's people lost to each rule, each person's loss shared equally by the rules
  /// that block them, and last the share refused by exceptions; sums to 1 − the selection rate.
  func losses(_ group: Int, rules: Int) -> [Double] {
    var losses = Array(repeating: 0.0, count: rules)
    for (mask, count) in zip(masks, row(group)) where mask != 0 && count > 0 {
      let part = Double(count) / Double(mask.nonzeroBitCount)
      for rule in 0..<rules where mask & (UInt64(1) << UInt64(rule)) != 0 { losses[rule] += part }
    }
    let people = Double(people(group))
    return (losses + [Double(refused(group))]).map { $0 / people }
  }

  private func row(_ group: Int) -> ArraySlice<Int> {
    counts[(group * width)..<((group + 1) * width)]
  }
}

/// How many people of each pair of groups there are, and how many of them are eligible.
struct PairTable: Sendable {
  let rows: [String?], columns: [String?]
  /// People and eligible people, row by row.
  let people: [Int], eligible: [Int]

  init(_ first: GroupCodes, _ second: GroupCodes, _ patterns: FailurePatterns) {
    rows = first.labels
    columns = second.labels
    let width = columns.count
    // The two counts of a cell stand together: one visit to memory for each person.
    var counts = Array(repeating: 0, count: 2 * rows.count * width)
    let eligibleCode = patterns.code(of: 0) ?? FailurePatterns.outside
    for person in patterns.codes.indices where patterns.codes[person] != FailurePatterns.outside {
      let cell = 2 * (Int(first.codes[person]) * width + Int(second.codes[person]))
      counts[cell] += 1
      if patterns.codes[person] == eligibleCode { counts[cell + 1] += 1 }
    }
    people = stride(from: 0, to: counts.count, by: 2).map { counts[$0] }
    eligible = stride(from: 1, to: counts.count, by: 2).map { counts[$0] }
  }
}
