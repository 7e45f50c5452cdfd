/// Fuel, carbon and travel time that flexible days avoid.
///
/// Private motor vehicles share their fuel among the people in them; the share of the saving that
/// other trips take back (rebound) is deducted. Official vehicles are apart.
public struct FuelUse: Equatable, Sendable {
  /// Litres not burnt in private motorcycles.
  public let motorcycleLitres: Double
  /// Litres not burnt in private cars.
  public let carLitres: Double
  /// Litres not burnt in the employer's vehicles because fewer people are at the office.
  public let officialLitres: Double
  /// Carbon dioxide not emitted at the exhaust, in kilograms, official vehicles included.
  public let carbonKilograms: Double
  /// Hours not spent commuting, by all modes at the speed of motor traffic, rebound not deducted.
  public let commuteHours: Double

  /// Litres not burnt in private vehicles.
  public var litres: Double { motorcycleLitres + carLitres }

  /// Fuel and time from avoided kilometres and days.
  public init(_ quantities: Quantities, _ assumptions: Assumptions) {
    let kept = assumptions[.commuteDetour] * (1 - assumptions[.travelRebound])
    motorcycleLitres =
      quantities.kilometresAvoided(.motorcycle) / assumptions[.motorcycleEconomy]
      / assumptions[.motorcycleOccupancy] * kept
    carLitres =
      quantities.kilometresAvoided(.car) / assumptions[.carEconomy] / assumptions[.carOccupancy]
      * kept
    officialLitres =
      quantities.flexibleDays * assumptions[.officialFuelUse]
      * assumptions[.officialFuelElasticity]
    carbonKilograms =
      (motorcycleLitres + carLitres + officialLitres) * assumptions[.fuelCarbon]
    let oneWay = quantities.allKilometresAvoided * assumptions[.commuteDetour] / 2
    commuteHours = oneWay / assumptions[.morningSpeed] + oneWay / assumptions[.eveningSpeed]
  }

  /// Litres that official cars burn on travel.
  public static func litres(
    ofTravel travel: TravelQuantities, _ assumptions: Assumptions
  ) -> Double {
    travel.carKilometres / assumptions[.carEconomy]
  }
}
