/// One value for every assumption of the catalogue, in its catalogue unit: one world.
public struct Assumptions: Equatable, Sendable {
  private var values: [Double]

  /// Takes the value of each assumption from a closure.
  public init(_ value: (AssumptionID) -> Double) {
    values = AssumptionID.allCases.map(value)
  }

  /// The value of one assumption.
  public subscript(_ id: AssumptionID) -> Double {
    get { values[id.ordinal] }
    set { values[id.ordinal] = newValue }
  }
}

extension AssumptionID {
  /// The place among ``AssumptionID/allCases``.
  public var ordinal: Int { Self.places[self] }

  private static let places = CasePlaces<AssumptionID>()
}
