/// Where people work on flexible days, and the way there.
///
/// The way counts against the commute saved, in kilometres, fuel and hours, by each person's own
/// means of travel; who walks, cycles or takes a train burns no fuel for it either. Tickets,
/// lodging and desks elsewhere are not counted.
public struct FlexiblePlace: Hashable, Sendable {
  /// The kinds of place.
  public enum Kind: String, CaseIterable, Sendable {
    /// At home.
    case home
    /// Another office or a shared workspace.
    case otherOffice = "other_office"
    /// Anywhere, such as another city.
    case elsewhere
  }

  /// What kind of place.
  public let kind: Kind
  /// One-way kilometres to the place, at least 0.
  public let kilometres: Double
  /// How many flexible days one trip there and back serves, at least 1.
  public let daysPerTrip: Int
  /// Minutes from there to the usual office, which bound a recall; nil when not stated.
  public let recallMinutes: Int?

  /// A place and the way there.
  public init(kind: Kind, kilometres: Double, daysPerTrip: Int, recallMinutes: Int?) {
    self.kind = kind
    self.kilometres = kilometres
    self.daysPerTrip = daysPerTrip
    self.recallMinutes = recallMinutes
  }

  /// At home: no way, and nothing stated about recall.
  public static let home = FlexiblePlace(
    kind: .home, kilometres: 0, daysPerTrip: 1, recallMinutes: nil)

  /// One-way kilometres that a flexible day costs: those of its share of a trip.
  public var kilometresPerDay: Double { kilometres / Double(daysPerTrip) }

  /// Whether someone recalled with so many minutes' notice can be in the office in time.
  ///
  /// True where the time of the way is not stated.
  public func canReturn(withinMinutes notice: Int) -> Bool {
    recallMinutes.map { $0 <= notice } ?? true
  }
}
