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

  /// What is noted while services are read one after the other.
  private struct Notes {
    /// For each working day the place that a service's staff make of it.
    var places: [Int32]
    /// Days at each place, the last ones those when the service is closed.
    var days: [UInt16] = []
    /// 1 for each working day on which a service is not covered all day.
    var isShort: [Int32]

    init(dayCount: Int) {
      places = Array(repeating: 0, count: dayCount)
      isShort = places
    }
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
    var notes = Notes(dayCount: needs.plans.first?.classOfDay.count ?? 0)
    for (service, plan) in needs.plans.enumerated() {
      if staff.pattern == nil {
        placeAllDay(plan, staff, service: service, &notes)
      } else {
        placeWithPartDays(plan, staff, service: service, &notes)
      }
      count(plan, &notes)
      reading.services.append(read(notes.days, plan, coveredDays, &visits))
      visits.closeService()
    }
    if needs.daysWithService > 0 {
      let short = notes.isShort.reduce(0, &+)
      reading.fullyCoveredDays =
        Double(needs.daysWithService - Int(short)) / Double(needs.daysWithService)
    }
    return reading
  }

  /// Notes what a service's staff make of each day, all of them there all day: loops over columns
  /// that the compiler turns into vector code.
  private func placeAllDay(
    _ plan: ServicePlan, _ staff: ServiceStaff.Counts, service: Int, _ notes: inout Notes
  ) {
    let most = Int32(plan.mostOnSite)
    let firstDay = staff.firstPlaces[service]
    notes.places.withUnsafeMutableBufferPointer { places in
      notes.isShort.withUnsafeMutableBufferPointer { isShort in
        plan.firstPlaceOfDay.withUnsafeBufferPointer { firstPlaces in
          plan.fullyCoveredFrom.withUnsafeBufferPointer { needed in
            staff.allDay.withUnsafeBufferPointer { allDay in
              for day in 0..<firstPlaces.count {
                let present = min(max(allDay[firstDay &+ day], 0), most)
                places[day] = firstPlaces[day] &+ present
                isShort[day] |= present < needed[day] ? 1 : 0
              }
            }
          }
        }
      }
    }
  }

  /// The same where some are there for part of the day.
  private func placeWithPartDays(
    _ plan: ServicePlan, _ staff: ServiceStaff.Counts, service: Int, _ notes: inout Notes
  ) {
    for (day, dayClass) in plan.classOfDay.enumerated() {
      notes.places[day] = plan.firstPlaceOfDay[day]
      guard dayClass >= 0 else { continue }
      let staffing = staff.staffing(plan, service: service, day: day)
      notes.places[day] += Int32(staffing)
      let covered = plan.coveredBits(dayClass: dayClass, staffing: staffing)
      if covered.nonzeroBitCount < plan.partsOfDay { notes.isShort[day] = 1 }
    }
  }

  /// Counts the days at each place.
  private func count(_ plan: ServicePlan, _ notes: inout Notes) {
    // Rounded up, so that empty places can be passed over four at a time.
    let open = plan.coveredBits.count
    let places = (open + plan.staffingCount + 3) & ~3
    notes.days.removeAll(keepingCapacity: true)
    notes.days.append(contentsOf: repeatElement(0, count: places))
    notes.days.withUnsafeMutableBufferPointer { days in
      notes.places.withUnsafeBufferPointer { places in
        for place in places { days[Int(place)] &+= 1 }
      }
      for closed in open..<days.count { days[closed] = 0 }
    }
  }

  private func read(
    _ days: [UInt16], _ plan: ServicePlan, _ coveredDays: UnsafeMutablePointer<UInt16>,
    _ visits: inout WorldVisits
  ) -> ServiceRecord {
    var record = ServiceRecord()
    var (dayClass, firstOfClass) = (0, 0)
    days.withUnsafeBytes { words in
      for word in stride(from: 0, to: days.count, by: 4)
      where words.loadUnaligned(fromByteOffset: 2 * word, as: UInt64.self) != 0 {
        for place in word..<(word + 4) where days[place] > 0 {
          while place - firstOfClass >= plan.staffingCount {
            dayClass += 1
            firstOfClass += plan.staffingCount
          }
          let visit = CounterVisit(
            staffing: UInt32(place - firstOfClass), dayClass: UInt16(dayClass), days: days[place])
          add(visit, at: place, plan, to: &record, coveredDays)
          visits.add(visit)
        }
      }
    }
    return record
  }

  private func add(
    _ visit: CounterVisit, at place: Int, _ plan: ServicePlan, to record: inout ServiceRecord,
    _ coveredDays: UnsafeMutablePointer<UInt16>
  ) {
    let (bits, parts) = (plan.coveredBits[place], plan.partsOfDay)
    let count = Int(visit.days)
    record.coveredHalfHours += bits.nonzeroBitCount * count * plan.halfHoursEach
    record.halfHours += parts * count * plan.halfHoursEach
    let planned = Double(count) * plan.arrivalsOfClass[Int(visit.dayClass)]
    record.plannedCitizens += planned
    record.coveredCitizens += planned * plan.coveredShare[place]
    let cells = coveredDays + plan.firstCellOfClass[Int(visit.dayClass)]
    for half in 0..<parts {
      cells[half] &+= visit.days &* UInt16(truncatingIfNeeded: bits >> UInt64(half) & 1)
    }
  }
}
