import HybridWork

/// What one service brought citizens in one calendar under one policy.
struct ServiceRecord {
  var coveredHalfHours = 0
  var halfHours = 0
  /// Planned citizens of covered half hours, and of all.
  var coveredCitizens = 0.0
  var plannedCitizens = 0.0

  mutating func add(_ other: ServiceRecord) {
    coveredHalfHours += other.coveredHalfHours
    halfHours += other.halfHours
    coveredCitizens += other.coveredCitizens
    plannedCitizens += other.plannedCitizens
  }

  var coverage: Double {
    halfHours > 0 ? Double(coveredHalfHours) / Double(halfHours) : .nan
  }
  var citizenCoverage: Double {
    plannedCitizens > 0 ? coveredCitizens / plannedCitizens : .nan
  }
}

/// Reads the staff on site of one policy's calendar into coverage and visits.
struct ServiceReader: Sendable {
  let needs: StaffingNeeds

  /// What a calendar brings.
  struct Reading {
    /// One record a service.
    var services: [ServiceRecord] = []
    /// Share of days on which every open service is covered all day; NaN when none is ever open.
    var fullyCoveredDays = Double.nan
  }

  /// The coverage of each service; covered days of each cell are written to `coveredDays`.
  ///
  /// - Parameters:
  ///   - staff: Staff of each service, all day and in part.
  ///   - coveredDays: One count for each coverage cell, zero before.
  ///   - visits: Where the visits of each service are added, service by service.
  /// - Returns: Coverage of each service, and of all together.
  func read(
    staff: ServiceStaff.Counts, coveredDays: UnsafeMutablePointer<UInt16>,
    visits: inout WorldVisits
  ) -> Reading {
    var reading = Reading()
    reading.services.reserveCapacity(needs.plans.count)
    let dayCount = needs.plans.first?.classOfDay.count ?? 0
    var states = Array(repeating: ServicePlan.DayState(), count: dayCount)
    var days: [UInt16] = []
    for (service, plan) in needs.plans.enumerated() {
      // Rounded up, so that empty places can be passed over four at a time.
      let places = (plan.classes.count * plan.staffingCount + 3) & ~3
      days.removeAll(keepingCapacity: true)
      days.append(contentsOf: repeatElement(0, count: places))
      count(plan, staff, service: service, &days, &states)
      reading.services.append(read(days, plan, coveredDays, &visits))
      visits.closeService()
    }
    let open = states.count { !$0.isEmpty }
    if open > 0 {
      reading.fullyCoveredDays = Double(states.count { $0 == .covered }) / Double(open)
    }
    return reading
  }

  /// Counts the days of each kind and staffing.
  private func count(
    _ plan: ServicePlan, _ staff: ServiceStaff.Counts, service: Int, _ days: inout [UInt16],
    _ states: inout [ServicePlan.DayState]
  ) {
    let most = Int32(plan.mostOnSite)
    let (firstDay, isPlain) = (staff.firstPlaces[service], staff.pattern == nil)
    days.withUnsafeMutableBufferPointer { days in
      states.withUnsafeMutableBufferPointer { states in
        plan.firstPlaceOfDay.withUnsafeBufferPointer { firstPlaces in
          plan.stateOfDay.withUnsafeBufferPointer { stateOfDay in
            staff.allDay.withUnsafeBufferPointer { allDay in
              for day in 0..<firstPlaces.count where firstPlaces[day] >= 0 {
                let staffing =
                  isPlain
                  ? min(max(allDay[firstDay &+ day], 0), most)
                  : Int32(staff.staffing(plan, service: service, day: day))
                let place = Int(firstPlaces[day] &+ staffing)
                days[place] &+= 1
                states[day].formUnion(stateOfDay[place])
              }
            }
          }
        }
      }
    }
  }

  private func read(
    _ days: [UInt16], _ plan: ServicePlan, _ coveredDays: UnsafeMutablePointer<UInt16>,
    _ visits: inout WorldVisits
  ) -> ServiceRecord {
    var record = ServiceRecord()
    days.withUnsafeBytes { words in
      for word in stride(from: 0, to: days.count, by: 4)
      where words.loadUnaligned(fromByteOffset: 2 * word, as: UInt64.self) != 0 {
        for place in word..<(word + 4) where days[place] > 0 {
          add(place, days: days[place], plan, to: &record, coveredDays)
          let (dayClass, staffing) = place.quotientAndRemainder(dividingBy: plan.staffingCount)
          visits.add(
            CounterVisit(
              staffing: UInt32(staffing), dayClass: UInt16(dayClass), days: days[place]))
        }
      }
    }
    return record
  }

  private func add(
    _ place: Int, days count: UInt16, _ plan: ServicePlan, to record: inout ServiceRecord,
    _ coveredDays: UnsafeMutablePointer<UInt16>
  ) {
    let dayClass = place / plan.staffingCount
    let day = plan.classes[dayClass]
    let bits = plan.coveredBits[place]
    record.coveredHalfHours += bits.nonzeroBitCount * Int(count) * plan.halfHoursEach
    record.halfHours += day.needs.count * Int(count) * plan.halfHoursEach
    let planned = Double(count) * plan.arrivalsOfClass[dayClass]
    record.plannedCitizens += planned
    record.coveredCitizens += planned * plan.coveredShare[place]
    let cells = coveredDays + plan.firstCell[day.weekday]
    for half in 0..<day.needs.count {
      cells[half] &+= count &* UInt16(truncatingIfNeeded: bits >> UInt64(half) & 1)
    }
  }
}
