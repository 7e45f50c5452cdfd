import HybridWork

/// What one service brought citizens in one calendar under one policy.
struct ServiceRecord {
  var coveredHalfHours = 0
  var halfHours = 0
  /// In the order of ``WaitingTable``'s entries.
  var citizens: [Double] = Array(repeating: 0, count: WaitingTable.stride)

  mutating func add(_ other: ServiceRecord) {
    coveredHalfHours += other.coveredHalfHours
    halfHours += other.halfHours
    for index in citizens.indices { citizens[index] += other.citizens[index] }
  }

  var coverage: Double {
    halfHours > 0 ? Double(coveredHalfHours) / Double(halfHours) : .nan
  }
  var arrivals: Double { citizens[WaitingTable.arrivals] }
  var waitHours: Double { citizens[WaitingTable.waitMinutes] / 60 }
  var meanWaitMinutes: Double {
    arrivals > 0 ? citizens[WaitingTable.waitMinutes] / arrivals : .nan
  }
  var servedWithinStandard: Double {
    arrivals > 0 ? citizens[WaitingTable.servedInTime] / arrivals : .nan
  }
  var tally: CitizenTally {
    CitizenTally(
      arrivals: arrivals, waitMinutes: citizens[WaitingTable.waitMinutes],
      servedInTime: citizens[WaitingTable.servedInTime], lost: lost)
  }
  var lost: Double { citizens[WaitingTable.lost] }
  var p90WaitMinutes: Double {
    citizens.withUnsafeBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return .nan }
      return WaitHistogram.quantile(
        0.9, beyond: base + WaitingTable.firstEdge, arrivals: arrivals)
    }
  }
}

/// Reads the staff on site of one policy's calendar into service records and coverage.
struct ServiceReader {
  let needs: StaffingNeeds
  let calendar: WorkCalendar

  /// Records of each service; covered days of each cell are written to `coveredDays`.
  ///
  /// - Parameters:
  ///   - onSite: Staff on site, `service * days + day`.
  ///   - waiting: The table of this world.
  ///   - coveredDays: One count for each coverage cell, overwritten.
  /// - Returns: One record a service.
  func records(
    onSite: UnsafePointer<Int32>, waiting: WaitingTable,
    coveredDays: UnsafeMutablePointer<UInt16>
  ) -> [ServiceRecord] {
    let dayCount = calendar.days.count
    return needs.services.indices.map { service in
      var visits: [[Int]] = Array(repeating: [], count: 5)
      for (index, day) in calendar.days.enumerated() {
        let serving = needs.serving(Int(onSite[service * dayCount + index]), service: service)
        let weekday = day.weekday.rawValue
        while visits[weekday].count <= serving { visits[weekday].append(0) }
        visits[weekday][serving] += 1
      }
      var record = ServiceRecord()
      for weekday in 0..<5 {
        add(visits[weekday], service, weekday, waiting, to: &record, coveredDays)
      }
      return record
    }
  }

  private func add(
    _ visits: [Int], _ service: Int, _ weekday: Int, _ waiting: WaitingTable,
    to record: inout ServiceRecord, _ coveredDays: UnsafeMutablePointer<UInt16>
  ) {
    let day = needs.day(service: service, weekday: weekday)
    guard day.isOpen else { return }
    for (place, need) in day.needs.enumerated() {
      let covered = visits.dropFirst(need).reduce(0, +)
      coveredDays[day.firstCell + place] = UInt16(covered)
      record.coveredHalfHours += covered * day.halfHoursEach
    }
    record.halfHours += visits.reduce(0, +) * day.needs.count * day.halfHoursEach
    guard let counter = needs.services[service].counter else { return }
    for (servers, count) in visits.enumerated() where count > 0 {
      let entry = waiting.entry(
        service: service, counter: counter, weekday: weekday, servers: servers)
      for index in 0..<WaitingTable.stride {
        record.citizens[index] += Double(count) * entry[index]
      }
    }
  }

  /// Share of days on which every open service is covered all day; NaN when none is ever open.
  func fullyCoveredDays(onSite: UnsafePointer<Int32>) -> Double {
    let dayCount = calendar.days.count
    var openDays = 0
    var covered = 0
    for (index, day) in calendar.days.enumerated() {
      let weekday = day.weekday.rawValue
      let open = needs.services.indices.filter {
        needs.day(service: $0, weekday: weekday).isOpen
      }
      guard !open.isEmpty else { continue }
      openDays += 1
      let allCovered = open.allSatisfy { service in
        let serving = needs.serving(Int(onSite[service * dayCount + index]), service: service)
        return serving >= needs.day(service: service, weekday: weekday).largestNeed
      }
      if allCovered { covered += 1 }
    }
    return openDays > 0 ? Double(covered) / Double(openDays) : .nan
  }
}
