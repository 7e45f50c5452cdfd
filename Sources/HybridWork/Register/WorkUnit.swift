/// An organisational unit and the people in it.
public struct WorkUnit: Hashable, Sendable {
  /// The unit's name, which is its identity.
  public let name: String
  /// The places of its people in the population.
  public let people: Range<Int>

  /// A unit whose people stand together in the population.
  public init(name: String, people: Range<Int>) {
    self.name = name
    self.people = people
  }
}
