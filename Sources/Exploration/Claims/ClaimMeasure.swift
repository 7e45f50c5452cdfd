import HybridWork
import Simulation

/// What a claim is held against: relative changes in each world, expected over its calendars.
struct ClaimMeasure {
  let result: StudyResult
  let worlds: [Assumptions]
  private let staff: Double
  private let days: Double
  /// Kilometres of everyone's way there and back, by motorcycle and by car.
  private let motorcycleKilometres: Double
  private let carKilometres: Double
  private let staffOfBand: [(rate: AssumptionID, people: Double)]

  /// Measures in a run's worlds, which are in the order of its samples.
  init(_ result: StudyResult, worlds: [Assumptions]) {
    self.result = result
    self.worlds = worlds
    let population = result.study.population
    staff = Double(population.count)
    days = Double(result.study.calendar.mondayToFriday.days.count)
    let distances = population.numbers(.commuteKilometres)
    let cells = StaffCell.cells(of: population)
    func kilometres(_ travel: TravelClass) -> Double {
      cells.indices.reduce(0) { cells[$1].travel == travel ? $0 + 2 * distances[$1] : $0 }
    }
    motorcycleKilometres = kilometres(.motorcycle)
    carKilometres = kilometres(.car)
    let rates: [(GradeBand?, AssumptionID)] = [
      (.i, .mealAllowanceGradeI), (.ii, .mealAllowanceGradeII), (.iii, .mealAllowanceGradeIII),
      (.iv, .mealAllowanceGradeIV), (nil, .mealAllowanceGradeI),
    ]
    staffOfBand = rates.map { band, rate in (rate, Double(cells.count { $0.band == band })) }
  }

  /// The relative change of a subject under a scenario in each world; NaN where there is no base.
  func changes(_ subject: ClaimSubject, scenario: Int) -> [Double] {
    worlds.indices.map { change(subject, scenario: scenario, world: $0) }
  }

  private func change(_ subject: ClaimSubject, scenario: Int, world: Int) -> Double {
    switch subject {
    case .output:
      mean(.outputChange, scenario, world) - mean(.outputChange, 0, world)
    case .generationZ: generationZ
    case .electricity:
      ratio(scenario, world, [.officeElectricity], base: bill(.officeElectricity, world))
    case .water: ratio(scenario, world, [.officeWater], base: bill(.officeWater, world))
    case .officeRunning:
      ratio(scenario, world, Self.office, base: sum(Self.office, world))
    case .fuel:
      ratio(
        scenario, world, [.motorcycleFuel, .carFuel],
        base: sum([.motorcycleFuel, .carFuel], world))
    case .mealAllowance:
      ratio(scenario, world, [.mealAllowance], base: bill(.mealAllowance, world))
    case .lunch:
      ratio(scenario, world, [.lunch, .lunchMargin], base: sum([.lunch, .lunchMargin], world))
    case .travel: ratio(scenario, world, Self.travel, base: sum(Self.travel, world))
    case .runningCosts:
      ratio(scenario, world, Self.running, base: sum(Self.running, world))
    case .stress, .satisfaction, .agility, .awards, .congestion, .nationalFuel: .nan
    }
  }

  private static let office: [LedgerItem] = [.officeElectricity, .officeWater, .officeConsumables]
  private static let travel: [LedgerItem] = [
    .tripAllowance, .tripLodging, .tripFuel, .meetingCatering,
  ]
  private static let running = office + travel + [.officialFuel]

  /// Less of some items, over what they cost under the baseline.
  private func ratio(
    _ scenario: Int, _ world: Int, _ items: [LedgerItem], base: Double
  ) -> Double {
    func saved(_ scenario: Int) -> Double {
      items.reduce(0) { $0 + mean(result.ledger.samples($1, scenario: scenario), world) }
    }
    let before = saved(0)
    let remaining = base - before
    return remaining > 0 ? -(saved(scenario) - before) / remaining : .nan
  }

  private func sum(_ items: [LedgerItem], _ world: Int) -> Double {
    items.reduce(0) { $0 + bill($1, world) }
  }

  /// What an item costs in the calendar when everyone works in the office and travels, in rupiah.
  private func bill(_ item: LedgerItem, _ world: Int) -> Double {
    let value = worlds[world]
    let attended = staff * days * mean(.officeShareMean, 0, world)
    let study = result.study
    let trips = TravelQuantities(study.meetings, years: study.years)
    let count = value[.meetingCountFactor]
    switch item {
    // A closed building saves for all its staff, present or not; so its bill is that of all.
    case .officeElectricity:
      return staff * days * value[.officeElectricityUse] * value[.officeElectricityPrice]
    case .officeWater: return attended * value[.officeWaterUse] * value[.officeWaterPrice]
    case .officeConsumables: return attended * value[.officeConsumables]
    case .officialFuel: return attended * value[.officialFuelUse] * price(.carPremiumShare, value)
    case .mealAllowance:
      guard study.baseline.levers.allowances.meal != .notApplicable else { return 0 }
      return staffOfBand.reduce(0) { $0 + $1.people * value[$1.rate] } / staff * attended
    case .lunch:
      return attended * value[.lunchBoughtShare] * value[.lunchPrice] * (1 - value[.vendorMargin])
    case .lunchMargin:
      return attended * value[.lunchBoughtShare] * value[.lunchPrice] * value[.vendorMargin]
    case .motorcycleFuel:
      return motorcycleKilometres / staff * attended * value[.commuteDetour]
        / value[.motorcycleEconomy] / value[.motorcycleOccupancy]
        * price(.motorcyclePremiumShare, value)
    case .carFuel:
      return carKilometres / staff * attended * value[.commuteDetour] / value[.carEconomy]
        / value[.carOccupancy] * price(.carPremiumShare, value)
    case .tripAllowance: return count * trips.personDays * value[.tripDailyAllowance]
    case .tripLodging: return count * trips.nights * value[.tripLodgingPrice]
    case .tripFuel:
      return count * FuelUse.litres(ofTravel: trips, value) * price(.carPremiumShare, value)
    case .meetingCatering: return count * trips.catered * value[.meetingMealPrice]
    default: return 0
    }
  }

  private func price(_ share: AssumptionID, _ value: Assumptions) -> Double {
    value[.fuelPrice] + value[share] * (value[.premiumFuelPrice] - value[.fuelPrice])
  }

  private func mean(_ outcome: Outcome, _ scenario: Int, _ world: Int) -> Double {
    let samples = result.samples.samples(OutcomeKey(outcome), scenario: scenario)
    return mean(samples[...], world)
  }

  /// The mean over a world's calendars; `samples` may begin at any index.
  private func mean(_ samples: ArraySlice<Double>, _ world: Int) -> Double {
    let count = result.study.run.replications
    let first = samples.startIndex + world * count
    return samples[first..<(first + count)].reduce(0, +) / Double(count)
  }

  private var generationZ: Double {
    let column = result.study.population.categories(.generation)
    let known = column.codes.count { $0 != CategoryColumn.unknown }
    guard known > 0, let code = column.levels.firstIndex(of: Generation.z.rawValue) else {
      return .nan
    }
    return Double(column.codes.count { Int($0) == code }) / Double(known)
  }
}
