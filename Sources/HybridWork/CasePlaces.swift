/// The places of the cases of an enumeration among all its cases, looked up without hashing.
///
/// Identifiers have texts as raw values, and a dictionary would hash the text at each look-up. Cases
/// without payloads are stored in one byte, different for each: that byte leads to the place.
struct CasePlaces<Case: CaseIterable> {
  private let places: [Int]

  /// The places of up to 256 cases without payloads.
  init() {
    precondition(MemoryLayout<Case>.size <= 1, "cases without payloads, stored in one byte")
    var places = Array(repeating: 0, count: 256)
    for (place, one) in Case.allCases.enumerated() { places[Self.byte(one)] = place }
    self.places = places
  }

  /// The place of a case among `allCases`.
  subscript(_ one: Case) -> Int { places[Self.byte(one)] }

  private static func byte(_ one: Case) -> Int {
    withUnsafeBytes(of: one) { bytes in bytes.first.map(Int.init) ?? 0 }
  }
}
