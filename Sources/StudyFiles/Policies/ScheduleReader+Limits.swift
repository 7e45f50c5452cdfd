import HybridWork

/// What a schedule's parts make impossible together.
extension ScheduleReader {
  /// Reports anchor days and windows that leave no room for the flexible days; true if they do.
  func isPossible(_ schedule: Schedule, _ keys: YAMLMapping) -> Bool {
    let anchors = keys.optional("anchor_days") ?? keys.value
    let left = Weekday.workingWeek.count { !schedule.anchorDays.contains($0) }
    switch schedule.pattern {
    case .chosen(let common):
      let splits = [common] + schedule.splitsByRecord.map(\.split)
      if let split = splits.first(where: { $0.flexibleDays > left }) {
        anchors.complain(
          .schedule(.anchorsLeaveTooFewDays(flexible: split.flexibleDays, left: left)))
        return false
      }
    case .fixed(let common):
      let days = schedule.daysByUnit.reduce(common) { $0.union($1.weekdays) }
      if let both = days.intersection(schedule.anchorDays).min() {
        anchors.complain(.schedule(.anchorIsFlexible(both.name)))
        return false
      }
    case .rotation:
      if left == 0 {
        anchors.complain(.schedule(.everyDayAnchored))
        return false
      }
    }
    // Without windows a schedule may well offer no day: everyone in the office is one.
    if !schedule.windows.isEmpty, !schedule.offersFlexibleDays {
      (keys.optional("windows") ?? keys.value).complain(.schedule(.noFlexibleDayInWindows))
      return false
    }
    return true
  }

  /// Reports windows that hold no day of the policy's own period; true if there are none.
  func fits(from: WorkDate, until: WorkDate?) -> Bool {
    let outside = windows.filter {
      $0.dates.upperBound < from || $0.dates.lowerBound > until ?? $0.dates.lowerBound
    }
    for window in outside {
      window.place.complain(.schedule(.windowOutsidePolicy(from: from, through: until)))
    }
    return outside.isEmpty
  }

  /// Warns of windows that hold no day of a study's calendar.
  func reportWindows(outside period: ClosedRange<WorkDate>) {
    for window in windows where !window.dates.overlaps(period) {
      window.place.complain(
        .schedule(
          .windowOutsideStudy(from: period.lowerBound, through: period.upperBound)),
        severity: .warning)
    }
  }
}
