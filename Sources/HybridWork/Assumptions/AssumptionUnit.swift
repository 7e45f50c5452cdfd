/// The unit a file must state for an assumption, in the words files use.
public enum AssumptionUnit: String, CaseIterable, Sendable {
  case share = "share"
  case factor = "factor"
  case exponent = "exponent"
  case days = "days"
  case daysPerYear = "days/year"
  case weeksPerYear = "weeks/year"
  case minutes = "minutes"
  case kilometresPerHour = "km/hour"
  case kilometresPerLitre = "km/litre"
  case kilogramsPerLitre = "kg/litre"
  case kilowattHoursPerDay = "kWh/day"
  case litresPerDay = "litres/day"
  case personsPerVehicle = "persons/vehicle"
  case years = "years"
  case sharePerYear = "share/year"
  case rupiah = "rupiah"
  case rupiahPerYear = "rupiah/year"
  case rupiahPerMonth = "rupiah/month"
  case rupiahPerNight = "rupiah/night"
  case rupiahPerPerson = "rupiah/person"
  case rupiahPerHour = "rupiah/hour"
  case rupiahPerLitre = "rupiah/litre"
  case rupiahPerDay = "rupiah/day"
  case rupiahPerKilowattHour = "rupiah/kWh"
  case outputShare = "output share"

  /// Whether values in this unit are amounts of money.
  public var isMoney: Bool { rawValue.hasPrefix("rupiah") }
}

extension AssumptionID {
  /// The unit in which files state this assumption and in which the model uses it.
  public var unit: AssumptionUnit {
    switch self {
    case .optInVoluntary, .approvalShare, .daysUsedShare, .complianceOrdered, .fridayShare,
      .recallSuccess,
      .leaveShare, .sickShare, .sickLongShare, .travelShare, .trainingShare, .floodStaffShare,
      .travelRebound, .homeMealShare,
      .scatteredEnergyElasticity, .darkDayEnergyElasticity, .darkDayOnSiteShare,
      .placeBoundLoss, .motorcyclePremiumShare, .carPremiumShare, .officialFuelElasticity,
      .lunchBoughtShare, .vendorMargin, .waterElasticity, .onlineReplacement, .urgentTeamShare:
      .share
    case .leaveBridgeFactor, .epidemicSickFactor, .arrivalFactor, .handlingTimeFactor,
      .preHolidayPull, .commuteDetour, .meetingCountFactor:
      .factor
    case .leaveSpellDays, .sickSpellDays, .sickLongSpellDays, .travelSpellDays,
      .trainingSpellDays:
      .days
    case .leaveEntitlementDays, .floodDays, .unitFloodDays, .outageDays: .daysPerYear
    case .epidemicWeeks: .weeksPerYear
    case .counterPatienceMinutes: .minutes
    case .valueOfTime: .rupiahPerHour
    case .fuelPrice, .premiumFuelPrice, .officeWaterPrice: .rupiahPerLitre
    case .motorcycleOccupancy, .carOccupancy: .personsPerVehicle
    case .officialFuelUse, .officeWaterUse: .litresPerDay
    case .laptopLife, .setUpLife: .years
    case .realDiscountRate: .sharePerYear
    case .laptopPrice, .setUpCost: .rupiah
    case .connectionPrice: .rupiahPerYear
    case .dataAllowance: .rupiahPerMonth
    case .tripLodgingPrice: .rupiahPerNight
    case .meetingMealPrice, .onlineMeetingCost: .rupiahPerPerson
    case .motorcycleEconomy, .carEconomy: .kilometresPerLitre
    case .fuelCarbon: .kilogramsPerLitre
    case .morningSpeed, .eveningSpeed: .kilometresPerHour
    case .mealAllowanceGradeI, .mealAllowanceGradeII, .mealAllowanceGradeIII,
      .mealAllowanceGradeIV, .lunchPrice, .attendanceAllowance, .officeConsumables,
      .homeDataCost, .tripDailyAllowance:
      .rupiahPerDay
    case .homeEnergyUse, .officeElectricityUse: .kilowattHoursPerDay
    case .homeEnergyPrice, .officeElectricityPrice: .rupiahPerKilowattHour
    case .coordinationExponent: .exponent
    case .routineGain, .routineCoordinationLoss, .professionalGain,
      .professionalCoordinationLoss, .collaborativeGain, .collaborativeCoordinationLoss,
      .agencyEffect, .noviceEffect, .equipmentEffect, .urgentApartLoss, .coPresenceLoss,
      .ratingOutputGap:
      .outputShare
    }
  }

  /// The values the model can use; anything outside is refused when a file is read.
  public var admissibleRange: ClosedRange<Double> {
    switch self {
    case .optInVoluntary, .approvalShare, .daysUsedShare, .complianceOrdered, .homeMealShare,
      .scatteredEnergyElasticity, .darkDayEnergyElasticity, .darkDayOnSiteShare,
      .placeBoundLoss, .sickLongShare, .floodStaffShare, .recallSuccess,
      .motorcyclePremiumShare, .carPremiumShare, .officialFuelElasticity, .lunchBoughtShare,
      .vendorMargin, .waterElasticity, .onlineReplacement, .urgentTeamShare, .urgentApartLoss,
      .coPresenceLoss, .ratingOutputGap:
      0...1
    case .commuteDetour: 1...3
    case .meetingCountFactor: 0.05...20
    case .motorcycleOccupancy, .carOccupancy: 1...8
    case .officialFuelUse: 0...20
    case .officeWaterUse: 0...500
    case .laptopLife, .setUpLife: 1...30
    case .realDiscountRate: 0...0.3
    case .laptopPrice, .connectionPrice: 0...1_000_000_000
    case .setUpCost: 0...1_000_000_000_000
    case .fridayShare: 0.01...0.99
    case .leaveShare, .sickShare, .travelShare, .trainingShare: 0...0.3
    case .leaveBridgeFactor, .epidemicSickFactor: 1...10
    case .leaveSpellDays, .sickSpellDays, .sickLongSpellDays, .travelSpellDays,
      .trainingSpellDays, .leaveEntitlementDays:
      1...60
    case .epidemicWeeks: 0...26
    case .floodDays, .unitFloodDays, .outageDays: 0...60
    case .preHolidayPull: 0.1...10
    case .arrivalFactor, .handlingTimeFactor: 0.05...20
    case .counterPatienceMinutes: 1...1440
    case .travelRebound: -0.5...1.5
    case .motorcycleEconomy, .carEconomy: 1...200
    case .fuelCarbon: 0...5
    case .morningSpeed, .eveningSpeed: 1...120
    case .homeEnergyUse, .officeElectricityUse: 0...50
    case .coordinationExponent: 1...4
    case .valueOfTime, .fuelPrice, .mealAllowanceGradeI, .mealAllowanceGradeII,
      .mealAllowanceGradeIII, .mealAllowanceGradeIV, .lunchPrice, .homeEnergyPrice,
      .officeElectricityPrice, .premiumFuelPrice, .officeWaterPrice, .attendanceAllowance,
      .dataAllowance, .officeConsumables, .homeDataCost, .tripDailyAllowance, .tripLodgingPrice,
      .meetingMealPrice, .onlineMeetingCost:
      0...10_000_000
    case .routineGain, .routineCoordinationLoss, .professionalGain,
      .professionalCoordinationLoss, .collaborativeGain, .collaborativeCoordinationLoss,
      .agencyEffect, .noviceEffect, .equipmentEffect:
      -1...1
    }
  }
}
