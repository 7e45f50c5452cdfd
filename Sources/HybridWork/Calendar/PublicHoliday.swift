/// A day on which offices are closed by national decision.
public struct PublicHoliday: Hashable, Sendable {
  /// A national holiday, or collective leave decided beside it (cuti bersama).
  public enum Kind: String, CaseIterable, Sendable {
    case national = "public"
    case collectiveLeave = "collective"
  }

  /// The closed day.
  public let date: WorkDate
  /// National holiday or collective leave.
  public let kind: Kind
  /// The name of the day.
  public let name: Bilingual

  /// A closed day with its kind and name.
  public init(date: WorkDate, kind: Kind, name: Bilingual) {
    self.date = date
    self.kind = kind
    self.name = name
  }
}
