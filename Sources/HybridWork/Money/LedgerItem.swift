/// A kind of money flow that a policy changes.
public enum LedgerItem: String, CaseIterable, Sendable {
  case motorcycleFuel = "motorcycle_fuel"
  case carFuel = "car_fuel"
  case officialFuel = "official_fuel"
  /// *Uang makan*.
  case mealAllowance = "meal_allowance"
  /// The part of the performance allowance (TPP) that depends on attendance.
  case attendanceAllowance = "attendance_allowance"
  case dataAllowance = "data_allowance"
  /// What a bought lunch costs its seller.
  case lunch
  /// What the seller earns on it.
  case lunchMargin = "lunch_margin"
  case homeMeal = "home_meal"
  case officeElectricity = "office_electricity"
  case officeWater = "office_water"
  case officeConsumables = "office_consumables"
  case homeElectricity = "home_electricity"
  case homeData = "home_data"
  case laptops
  case connections
  case setUp = "set_up"
  case tripAllowance = "trip_allowance"
  case tripLodging = "trip_lodging"
  case tripFuel = "trip_fuel"
  case meetingCatering = "meeting_catering"
  case onlineMeetings = "online_meetings"
  case citizenTime = "citizen_time"

  /// A use of resources, or a change of pockets that counts for its parties and not for society.
  public enum Nature: String, Sendable {
    case resource, transfer
  }

  /// Who pays.
  public var payer: Party {
    switch self {
    case .motorcycleFuel, .carFuel, .lunch, .lunchMargin: .employee
    case .homeMeal, .homeElectricity, .homeData: .household
    case .citizenTime: .citizen
    case .officialFuel, .mealAllowance, .attendanceAllowance, .dataAllowance, .officeElectricity,
      .officeWater, .officeConsumables, .laptops, .connections, .setUp, .tripAllowance,
      .tripLodging, .tripFuel, .meetingCatering, .onlineMeetings:
      .budget
    }
  }

  /// Who is paid; nil when time is lost and nobody has it.
  public var payee: Party? {
    switch self {
    case .mealAllowance, .attendanceAllowance, .dataAllowance, .tripAllowance: .employee
    case .officeElectricity, .officeWater, .homeElectricity: .utility
    case .citizenTime: nil
    case .motorcycleFuel, .carFuel, .officialFuel, .lunch, .lunchMargin, .homeMeal,
      .officeConsumables, .homeData, .laptops, .connections, .setUp, .tripLodging, .tripFuel,
      .meetingCatering, .onlineMeetings:
      .vendor
    }
  }

  /// Whether the payer can spend what it saves on something else: it is cash, not time.
  public var isCashable: Bool { self != .citizenTime }

  /// Resource or transfer.
  public var nature: Nature {
    switch self {
    case .mealAllowance, .attendanceAllowance, .dataAllowance, .tripAllowance, .lunchMargin:
      .transfer
    default: .resource
    }
  }

  /// Whether the flow comes of meetings and travel and not of flexible days.
  public var isOfMeetings: Bool {
    switch self {
    case .tripAllowance, .tripLodging, .tripFuel, .meetingCatering, .onlineMeetings: true
    default: false
    }
  }

  /// What the quantity of the flow is counted in.
  public var quantityUnit: String {
    switch self {
    case .motorcycleFuel, .carFuel, .officialFuel, .officeWater, .tripFuel: "litres"
    case .mealAllowance, .attendanceAllowance, .officeConsumables, .homeData, .tripAllowance:
      "person-days"
    case .lunch, .lunchMargin, .homeMeal: "meals"
    case .dataAllowance: "person-months"
    case .officeElectricity, .homeElectricity: "kWh"
    case .laptops: "laptop-years"
    case .connections: "person-years"
    case .setUp: "years"
    case .tripLodging: "nights"
    case .meetingCatering, .onlineMeetings: "person-meetings"
    case .citizenTime: "hours"
    }
  }

  /// The account of a region's budget (*kode rekening*), nil where none was found or none is touched.
  ///
  /// By the classification of Permendagri 90/2019 as transcribed in public repositories (code G);
  /// the regulation itself was not read. Central agencies use other codes.
  public var regionalAccount: String? {
    switch self {
    case .officialFuel, .tripFuel: "5.1.02.01.01.0004"
    case .officeConsumables: "5.1.02.01.01.0024"
    case .meetingCatering: "5.1.02.01.01.0052"
    case .officeWater: "5.1.02.02.01.0060"
    case .officeElectricity: "5.1.02.02.01.0061"
    case .connections, .onlineMeetings: "5.1.02.02.01.0063"
    case .tripAllowance, .tripLodging: "5.1.02.04.01.0001"
    case .laptops: "5.2.02.10.01.0002"
    default: nil
    }
  }
}
