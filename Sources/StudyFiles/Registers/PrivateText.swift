/// What of a register may be repeated in a complaint.
enum PrivateText {
  /// How many different wrong values show that a column holds something else, such as names.
  static let foreignValues = 20

  /// Whether a text may tell who somebody is: an employee's or citizen's number, or a full name.
  ///
  /// Numbers of twelve digits or more count as such, and words beside each other that are no near
  /// miss of a value that is accepted.
  static func isLikely(_ text: String, in problem: Problem) -> Bool {
    if case .register(.spoiltNIP) = problem { return false }
    let digits = text.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if digits >= 12 { return true }
    switch problem {
    case .name(.unknown(_, nearest: _?, _)), .name(.notAFlag(_, write: _?)),
      .register(.notAGrade(_, nearest: _?)), .date(.unknownMonth(_, _, nearest: _?)),
      .table(.blank):
      return false
    default:
      let words = text.split { !$0.isLetter && $0 != "'" && $0 != "." }
      return digits == 0 && words.count > 1
    }
  }
}
