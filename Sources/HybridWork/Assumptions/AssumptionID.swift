/// One uncertain or contested number of the model: the closed catalogue of assumptions.
///
/// The raw value is the identifier in assumption files. What a study assumes about each
/// (distribution, date, source, confidence) stands in `scenarios/assumptions/`, never here.
public enum AssumptionID: String, CaseIterable, Sendable, Comparable {
  // Take-up
  case optInVoluntary = "opt_in_voluntary"
  case approvalShare = "approval_share"
  case daysUsedShare = "days_used_share"
  case complianceOrdered = "compliance_ordered"
  case fridayShare = "friday_share"

  // Absence
  case leaveEntitlementDays = "leave_entitlement_days"
  case leaveShare = "leave_share"
  case leaveSpellDays = "leave_spell_days"
  case leaveBridgeFactor = "leave_bridge_factor"
  case sickShare = "sick_share"
  case sickSpellDays = "sick_spell_days"
  case sickLongShare = "sick_long_share"
  case sickLongSpellDays = "sick_long_spell_days"
  case travelShare = "travel_share"
  case travelSpellDays = "travel_spell_days"
  case trainingShare = "training_share"
  case trainingSpellDays = "training_spell_days"
  case epidemicWeeks = "epidemic_weeks"
  case epidemicSickFactor = "epidemic_sick_factor"
  case floodDays = "flood_days"
  case unitFloodDays = "unit_flood_days"
  case floodStaffShare = "flood_staff_share"
  case outageDays = "outage_days"

  // Services
  case arrivalFactor = "arrival_factor"
  case handlingTimeFactor = "handling_time_factor"
  case counterPatienceMinutes = "counter_patience_minutes"
  case valueOfTime = "value_of_time"

  // Fuel and travel
  case fuelPrice = "fuel_price"
  case motorcycleEconomy = "motorcycle_economy"
  case carEconomy = "car_economy"
  case fuelCarbon = "fuel_carbon"
  case travelRebound = "travel_rebound"
  case morningSpeed = "morning_speed"
  case eveningSpeed = "evening_speed"

  // Meals
  case mealAllowanceGradeI = "meal_allowance_grade_i"
  case mealAllowanceGradeII = "meal_allowance_grade_ii"
  case mealAllowanceGradeIII = "meal_allowance_grade_iii"
  case mealAllowanceGradeIV = "meal_allowance_grade_iv"
  case lunchPrice = "lunch_price"
  case homeMealShare = "home_meal_share"

  // Office and home
  case officeElectricityUse = "office_electricity_use"
  case officeElectricityPrice = "office_electricity_price"
  case scatteredEnergyElasticity = "scattered_energy_elasticity"
  case darkDayEnergyElasticity = "dark_day_energy_elasticity"
  case darkDayOnSiteShare = "dark_day_on_site_share"
  case homeEnergyUse = "home_energy_use"
  case homeEnergyPrice = "home_energy_price"

  // Productivity
  case routineGain = "routine_gain"
  case routineCoordinationLoss = "routine_coordination_loss"
  case professionalGain = "professional_gain"
  case professionalCoordinationLoss = "professional_coordination_loss"
  case collaborativeGain = "collaborative_gain"
  case collaborativeCoordinationLoss = "collaborative_coordination_loss"
  case coordinationExponent = "coordination_exponent"
  case agencyEffect = "agency_effect"
  case placeBoundLoss = "place_bound_loss"
  case noviceEffect = "novice_effect"
  case equipmentEffect = "equipment_effect"

  // Safeguards
  case recallSuccess = "recall_success"

  // Take-up next to holidays
  case preHolidayPull = "pre_holiday_pull"

  // Vehicles
  case commuteDetour = "commute_detour"
  case motorcycleOccupancy = "motorcycle_occupancy"
  case carOccupancy = "car_occupancy"
  case premiumFuelPrice = "premium_fuel_price"
  case motorcyclePremiumShare = "motorcycle_premium_share"
  case carPremiumShare = "car_premium_share"
  case officialFuelUse = "official_fuel_use"
  case officialFuelElasticity = "official_fuel_elasticity"

  // Allowances, lunch and its sellers
  case attendanceAllowance = "attendance_allowance"
  case dataAllowance = "data_allowance"
  case lunchBoughtShare = "lunch_bought_share"
  case vendorMargin = "vendor_margin"

  // More of office and home
  case officeWaterUse = "office_water_use"
  case officeWaterPrice = "office_water_price"
  case waterElasticity = "water_elasticity"
  case officeConsumables = "office_consumables"
  case homeDataCost = "home_data_cost"

  // What flexible work needs to be bought
  case laptopPrice = "laptop_price"
  case laptopLife = "laptop_life"
  case connectionPrice = "connection_price"
  case setUpCost = "set_up_cost"
  case setUpLife = "set_up_life"
  case realDiscountRate = "real_discount_rate"

  // Official travel and meetings
  case meetingCountFactor = "meeting_count_factor"
  case onlineReplacement = "online_replacement"
  case tripDailyAllowance = "trip_daily_allowance"
  case tripLodgingPrice = "trip_lodging_price"
  case meetingMealPrice = "meeting_meal_price"
  case onlineMeetingCost = "online_meeting_cost"

  // Work done together, and who is compared with whom
  case urgentTeamShare = "urgent_team_share"
  case urgentApartLoss = "urgent_apart_loss"
  case coPresenceLoss = "co_presence_loss"
  case ratingOutputGap = "rating_output_gap"

  /// Orders assumptions by their identifier.
  public static func < (left: AssumptionID, right: AssumptionID) -> Bool {
    left.rawValue < right.rawValue
  }
}
