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

  /// The coverage of each service; covered days of each cell are written to `coveredDays`.
  ///
  /// - Parameters:
  ///   - staff: Staff of each service, all day and in part.
  ///   - coveredDays: One count for each coverage cell, zero before.
  ///   - visits: Where the visits of each service are added, service by service.
  /// - Returns: One record a service.
  func records(
    staff: ServiceStaff.Counts, coveredDays: UnsafeMutablePointer<UInt16>,
    visits: inout WorldVisits
  ) -> [ServiceRecord] {
    var records: [ServiceRecord] = []
    var days: [UInt16] = []
    for (service, plan) in needs.plans.enumerated() {
      let dayCount = plan.classOfDay.count
      let first = service * dayCount
      days.removeAll(keepingCapacity: true)
      days.append(contentsOf: repeatElement(0, count: plan.classes.count * plan.staffingCount))
      for day in 0..<dayCount where plan.classOfDay[day] >= 0 {
        let staffing = staff.staffing(plan, first + day)
        days[plan.classOfDay[day] * plan.staffingCount + staffing] += 1
      }
      records.append(read(days, plan, coveredDays, &visits))
      visits.closeService()
    }
    return records
  }

  private func read(
    _ days: [UInt16], _ plan: ServicePlan, _ coveredDays: UnsafeMutablePointer<UInt16>,
    _ visits: inout WorldVisits
  ) -> ServiceRecord {
    var record = ServiceRecord()
    for (place, count) in days.enumerated() where count > 0 {
      let (dayClass, staffing) = place.quotientAndRemainder(dividingBy: plan.staffingCount)
      let day = plan.classes[dayClass]
      let bits = plan.coveredBits(dayClass: dayClass, staffing: staffing)
      record.coveredHalfHours += bits.nonzeroBitCount * Int(count) * plan.halfHoursEach
      record.halfHours += day.needs.count * Int(count) * plan.halfHoursEach
      let first = plan.firstCell[day.weekday]
      let planned = Double(count) * (plan.counter?.arrivals(day) ?? 0)
      record.plannedCitizens += planned
      for half in day.needs.indices where bits >> UInt64(half) & 1 == 1 {
        coveredDays[first + half] += count
        if let counter = plan.counter {
          record.coveredCitizens += planned * counter.shape.slots[counter.openSlots[half]].share
        }
      }
      visits.add(
        CounterVisit(dayClass: UInt16(dayClass), staffing: UInt16(staffing), days: count))
    }
    return record
  }

  /// Share of days on which every open service is covered all day; NaN when none is ever open.
  func fullyCoveredDays(staff: ServiceStaff.Counts) -> Double {
    let dayCount = needs.plans.first?.classOfDay.count ?? 0
    var openDays = 0
    var covered = 0
    for day in 0..<dayCount {
      var isOpen = false
      var isCovered = true
      for (service, plan) in needs.plans.enumerated() where plan.classOfDay[day] >= 0 {
        isOpen = true
        let staffing = staff.staffing(plan, service * dayCount + day)
        guard plan.isFullyCovered(dayClass: plan.classOfDay[day], staffing: staffing) else {
          isCovered = false
          break
        }
      }
      if isOpen { openDays += 1 }
      if isOpen && isCovered { covered += 1 }
    }
    return openDays > 0 ? Double(covered) / Double(openDays) : .nan
  }
}
