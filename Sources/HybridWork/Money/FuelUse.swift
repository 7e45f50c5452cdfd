/// Fuel, carbon and travel time that flexible days avoid.
///
/// Private motor vehicles only, one person a vehicle, less the share of the saving that other trips
/// take back (rebound).
public struct FuelUse: Equatable, Sendable {
  /// Litres not burnt.
  public let litres: Double
  /// Carbon dioxide not emitted at the exhaust, in kilograms.
  public let carbonKilograms: Double
  /// Hours not spent commuting, by all modes at the speed of motor traffic, rebound not deducted.
  public let commuteHours: Double

  /// Fuel and time from avoided kilometres.
  public init(_ quantities: Quantities, _ assumptions: Assumptions) {
    let beforeRebound =
      quantities.kilometresAvoided(.motorcycle) / assumptions[.motorcycleEconomy]
      + quantities.kilometresAvoided(.car) / assumptions[.carEconomy]
    litres = beforeRebound * (1 - assumptions[.travelRebound])
    carbonKilograms = litres * assumptions[.fuelCarbon]
    let oneWay = quantities.allKilometresAvoided / 2
    commuteHours = oneWay / assumptions[.morningSpeed] + oneWay / assumptions[.eveningSpeed]
  }
}
