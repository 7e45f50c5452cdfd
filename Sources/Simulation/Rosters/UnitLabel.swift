import Statistics

/// The number that stands for a unit in the keys of its draws.
enum UnitLabel {
  /// A number that depends on the unit's name and on nothing else.
  static func of(_ name: String) -> UInt64 { RandomKey(seed: 0).child(name).word(0) }
}
