/// Whether an allowance is paid on a flexible day.
public enum AllowanceTreatment: String, CaseIterable, Sendable {
  case paid
  case notPaid = "not_paid"
  /// Staff have no such allowance, so that no policy changes it.
  case notApplicable = "not_applicable"
}

/// The allowances of a policy.
public struct Allowances: Hashable, Sendable {
  /// *Uang makan*, the meal allowance for attendance, on a flexible day.
  public var meal: AllowanceTreatment
  /// The part of TPP that depends on attendance, on a flexible day.
  public var attendance: AllowanceTreatment
  /// A monthly data allowance for everyone who takes part.
  public var data: AllowanceTreatment

  /// The meal allowance, and by default no other.
  public init(
    meal: AllowanceTreatment, attendance: AllowanceTreatment = .notApplicable,
    data: AllowanceTreatment = .notApplicable
  ) {
    self.meal = meal
    self.attendance = attendance
    self.data = data
  }
}

/// What the employer buys so that people can work away.
public struct Provision: Hashable, Sendable {
  /// Laptops bought for each person who takes part, 0…1.
  public var laptopShare: Double
  /// Whether everyone who takes part gets a secure connection and licences.
  public var buysConnections: Bool
  /// Whether systems are set up once for the whole agency.
  public var isSetUp: Bool

  /// What is bought.
  public init(laptopShare: Double, buysConnections: Bool, isSetUp: Bool) {
    self.laptopShare = laptopShare
    self.buysConnections = buysConnections
    self.isSetUp = isSetUp
  }

  /// Nothing is bought.
  public static let nothing = Provision(
    laptopShare: 0, buysConnections: false, isSetUp: false)
}

/// How a ledger books what is bought once and used for years; one or the other, never both.
public enum OneOffAccounting: String, CaseIterable, Sendable {
  /// An equal cost for each year of use, by the annuity of price, life and real rate.
  case annual
  /// The whole price on the calendar's first day, without the rate.
  case cash
}

/// What a ledger needs to know beside quantities and prices.
public struct LedgerTerms: Sendable {
  /// The policy's allowances.
  public var allowances: Allowances
  /// What the policy has bought.
  public var provision: Provision
  /// How purchases are booked.
  public var oneOffs: OneOffAccounting
  /// The calendar's length in years.
  public var years: Double
  /// What meetings and travel would take in the calendar, all of them in person.
  public var travel: TravelQuantities
  /// The share of them that the policy moves online, 0…1.
  public var onlineShare: Double

  /// Terms of a calendar of `years`, by default without purchases and travel.
  public init(
    allowances: Allowances, years: Double, provision: Provision = .nothing,
    oneOffs: OneOffAccounting = .annual
  ) {
    self.allowances = allowances
    self.provision = provision
    self.oneOffs = oneOffs
    self.years = years
    travel = TravelQuantities()
    onlineShare = 0
  }
}
