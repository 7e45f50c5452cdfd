import HybridWork

/// The working days of a study, from its holiday tables and the law's working hours.
enum CalendarFiles {
  /// The calendar; nil if something is missing or wrong, which is reported.
  static func calendar(
    of plan: StudyFile.CalendarPlan, in folder: StudyFolder, saturdays: Bool
  ) -> WorkCalendar? {
    let tables = plan.holidays.map { value in
      folder.file(named: value).flatMap { HolidaysFile.load($0, log: folder.log) }
    }
    let hours = plan.hours.flatMap { folder.file(named: $0) }
      .flatMap { HoursFile.load($0, log: folder.log) }
    let holidays = tables.compactMap { $0 }
    guard let period = plan.period, let place = plan.holidayPlace, holidays.count == tables.count,
      !tables.isEmpty
    else { return nil }
    let days = holidays.flatMap { $0 }
    let years = (period.from.components.year...period.through.components.year).filter { year in
      !days.contains { $0.date.components.year == year }
    }
    if !years.isEmpty { place.complain(.study(.noHolidays(years: years))) }
    guard years.isEmpty, let hours, let hoursPlace = plan.hours else { return nil }
    do throws(HybridWorkError) {
      return try WorkCalendar(
        from: period.from, through: period.through, holidays: days,
        workingHours: hours.regimes, fastingMonths: hours.fastingMonths, saturdays: saturdays)
    } catch {
      if case .noWorkingHours(let day) = error {
        hoursPlace.complain(.study(.noWorkingHours(on: day)))
      } else {
        place.complain(.study(.noWorkingDay(from: period.from, through: period.through)))
      }
      return nil
    }
  }
}
