/// Who of a unit comes through each step of take-up under one policy, one word a block.
struct TakeUpSteps {
  /// Eligible people who apply; under an order all eligible people.
  let applied: [UInt64]
  /// Those of them who are approved; under an order all.
  let approved: [UInt64]
  /// Those of them who have a place: one entry for all months, or one for each.
  let admitted: [[UInt64]]

  /// Who has a place in a month.
  func admitted(month: Int) -> [UInt64] { admitted[admitted.count == 1 ? 0 : month] }

  /// Who of a block has a place in at least one month.
  func everAdmitted(_ place: Int) -> UInt64 { admitted.reduce(0) { $0 | $1[place] } }
}
