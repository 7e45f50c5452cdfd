/// Meetings of one kind that take staff elsewhere each year.
public struct MeetingPlan: Hashable, Sendable {
  /// Where to.
  public let place: String
  /// Meetings a year.
  public let meetingsPerYear: Double
  /// Staff who travel to each, all in one car.
  public let travellers: Double
  /// Working days a trip takes.
  public let days: Double
  /// Nights away.
  public let nights: Double
  /// One way, in kilometres.
  public let kilometres: Double
  /// People fed at each meeting held in person, as the rule on catering allows; 0 if it does not.
  public let catered: Double

  /// A kind of meeting.
  public init(
    place: String, meetingsPerYear: Double, trip: Trip, catered: Double
  ) {
    self.place = place
    self.meetingsPerYear = meetingsPerYear
    travellers = trip.travellers
    days = trip.days
    nights = trip.nights
    kilometres = trip.kilometres
    self.catered = catered
  }

  /// How one delegation goes.
  public struct Trip: Hashable, Sendable {
    let travellers: Double
    let days: Double
    let nights: Double
    let kilometres: Double

    /// A delegation's size, days, nights and one-way distance.
    public init(travellers: Double, days: Double, nights: Double, kilometres: Double) {
      self.travellers = travellers
      self.days = days
      self.nights = nights
      self.kilometres = kilometres
    }
  }
}

/// What meetings and travel take in a calendar when all are held in person.
public struct TravelQuantities: Hashable, Sendable {
  /// Days for which a daily allowance is paid.
  public private(set) var personDays = 0.0
  /// Nights paid for.
  public private(set) var nights = 0.0
  /// Kilometres driven, there and back.
  public private(set) var carKilometres = 0.0
  /// Meals and snacks served.
  public private(set) var catered = 0.0
  /// People at a meeting, meeting by meeting: each needs a seat online instead.
  public private(set) var attendances = 0.0

  /// No travel.
  public init() {}

  /// The travel of some plans over `years`.
  public init(_ plans: [MeetingPlan], years: Double) {
    for plan in plans {
      let meetings = plan.meetingsPerYear * years
      personDays += meetings * plan.travellers * plan.days
      nights += meetings * plan.travellers * plan.nights
      carKilometres += meetings * plan.kilometres * 2
      catered += meetings * plan.catered
      attendances += meetings * (plan.travellers + plan.catered)
    }
  }
}
